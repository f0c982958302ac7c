from uuid import uuid4

import pytest

from accounts.services import account_for
from actions.services.closing import close_session
from kernel.errors import (
    ConflictError,
    InvalidInputError,
    NotAllowedError,
    WrongPhaseError,
)
from partnerships.services.membership import add_member
from reflections.models.participant import Participant
from reflections.queries.board import board_view_of, guest_view_of, participant_records
from reflections.queries.participants import acting_part, guest_parts_of, part_of, unclaimed_parts
from reflections.services.door import Door, change_door, remove_participant
from reflections.services.joining import Introduction, claim_parts, join_as_guest, join_session
from reflections.visitors import Visitor
from tests import cast
from tests.unchanged import nothing_changed


def _door(member, session, **changes):
    usual = {"admits_guests": True, "has_waiting_room": False, "is_locked": False, "capacity": 200}
    change_door(member, session.pk, door=Door(**{**usual, **changes}))


def test_a_guest_is_called_what_she_likes(ada):
    session = cast.collecting(ada)

    named = cast.guest_in(session, "  Fatima ")
    nameless = cast.guest_in(session, "")

    assert (named.display_name, nameless.display_name) == ("Fatima", "Guest 2")
    assert (named.group, named.state, named.membership) == ("citizens", "joined", None)


def test_joining_as_a_guest_twice_is_joining_once(ada):
    session = cast.collecting(ada)
    part = cast.guest_in(session)

    again = join_as_guest(session.pk, participant_id=part.pk, introduction=Introduction("Other"))

    assert again == part
    assert again.name == "Gus"
    assert Participant.objects.filter(session=session, membership=None).count() == 1


def test_a_guest_writes_and_reads_what_is_shown(ada):
    session = cast.collecting(ada)
    guest = cast.guest_in(session)
    cast.jot(guest, "No bus after six")

    [note] = cast.revealed(ada, session, "Dark stairs")[:1]

    assert note.text == "Dark stairs"
    assert guest.may("note.add")
    assert not guest.may("group.change")
    assert not guest.may("session.run")


def test_whoever_only_looks_on_writes_nothing(ada, bo):
    session = cast.collecting(ada)
    guest = cast.guest_in(session, is_observer=True)
    member = join_session(bo, session.pk, is_observer=True)

    for observer in (guest, member):
        with pytest.raises(NotAllowedError), nothing_changed():
            cast.jot(observer)
        assert observer.may("session.read_board")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"admits_guests": False}, NotAllowedError),
        ({"is_locked": True}, ConflictError),
        ({"capacity": 1}, ConflictError),
    ],
)
def test_the_door_keeps_new_guests_out_and_nobody_who_is_in(ada, changes, error):
    session = cast.collecting(ada)
    inside = cast.guest_in(session) if "capacity" not in changes else None
    _door(ada, session, **changes)

    with pytest.raises(error), nothing_changed():
        cast.guest_in(session, "Late")

    if inside:
        known = join_as_guest(session.pk, participant_id=inside.pk, introduction=Introduction())
        assert known == inside


def test_a_full_session_takes_no_member_either(ada, bo):
    session = cast.collecting(ada)
    _door(ada, session, capacity=1)

    with pytest.raises(ConflictError, match="full"):
        join_session(bo, session.pk)


def test_guests_come_in_only_while_the_session_is_open(ada):
    planned, finished = cast.plan(ada), cast.collecting(ada)
    close_session(ada, finished.pk)

    for session in (planned, finished):
        with pytest.raises(WrongPhaseError), nothing_changed():
            cast.guest_in(session)


def test_in_the_waiting_room_one_may_nothing_yet(ada):
    session = cast.collecting(ada)
    _door(ada, session, has_waiting_room=True)

    waiting = cast.guest_in(session)

    assert waiting.state == "waiting"
    with pytest.raises(NotAllowedError, match="wait"):
        acting_part(cast.visiting(waiting), session.pk)
    with pytest.raises(NotAllowedError):
        guest_view_of(waiting)


def test_only_whoever_runs_the_session_sees_who_waits(ada, bo):
    session = cast.collecting(ada, bo)
    _door(ada, session, has_waiting_room=True)
    waiting = cast.guest_in(session)

    assert str(waiting.pk) in participant_records(board_view_of(ada, session.pk), None)
    assert str(waiting.pk) not in participant_records(board_view_of(bo, session.pk), None)


@pytest.mark.parametrize("group", ["aliens", "x" * 300])
def test_an_unknown_group_is_named(ada, group):
    session = cast.collecting(ada)

    with pytest.raises(InvalidInputError) as refusal, nothing_changed():
        cast.guest_in(session, "Gus", group=group)

    assert refusal.value.field == "group"


def test_a_guest_of_one_session_is_nobody_in_another(ada):
    first, second = cast.collecting(ada), cast.collecting(ada, title="Other")
    visitor = cast.visiting(cast.guest_in(first))

    assert part_of(visitor, second.pk) is None
    with pytest.raises(Participant.DoesNotExist):
        acting_part(visitor, second.pk)
    assert part_of(Visitor(parts={second.pk: uuid4()}), second.pk) is None


def test_nobody_becomes_a_member_by_naming_her_part(ada, bo):
    session = cast.collecting(ada, bo)
    part = cast.part_of(bo, session)

    assert part_of(Visitor(parts={session.pk: part.pk}), session.pk) is None


def test_a_guest_with_an_account_finds_her_part_on_every_device(ada, eve):
    session = cast.collecting(ada)
    guest = cast.guest_in(session)
    note = cast.jot(guest)

    claim_parts(eve, [guest.pk])

    elsewhere = Visitor(person=eve)
    found = part_of(elsewhere, session.pk)
    assert found == guest
    assert note.author == found
    assert [one.session_id for one in guest_parts_of(elsewhere)] == [session.pk]
    assert unclaimed_parts(cast.visiting(guest)) == []


def test_what_somebody_else_claimed_cannot_be_claimed(ada, eve):
    guest = cast.guest_in(cast.collecting(ada))
    claim_parts(eve, [guest.pk])
    other = account_for(email="other@example.org", name="Other")

    with nothing_changed():
        assert claim_parts(other, [guest.pk]) == []


def test_the_part_of_a_member_cannot_be_claimed(ada, bo, eve):
    session = cast.collecting(ada, bo)

    with nothing_changed():
        assert claim_parts(eve, [cast.part_of(bo, session).pk]) == []


def test_a_guest_who_became_a_member_takes_part_as_one(ada, cem):
    session = cast.collecting(ada)
    guest = cast.guest_in(session)
    ines = add_member(cem, email="ines@example.org", name="Ines Mol", roles=["member"])

    claim_parts(ines.person, [guest.pk])

    assert cast.part_of(ines, session) == guest
    assert cast.part_of(ines, session).display_name == "Ines Mol"


def test_a_member_who_was_a_guest_as_well_keeps_both_parts(ada, bo):
    session = cast.collecting(ada, bo)
    guest = cast.guest_in(session)

    claim_parts(bo.person, [guest.pk])

    guest.refresh_from_db()
    assert (guest.membership, guest.person) == (None, bo.person)
    assert part_of(Visitor(person=bo.person), session.pk) == cast.part_of(bo, session)


def test_who_was_taken_out_does_not_come_back_by_joining(ada, bo):
    session = cast.collecting(ada, bo)
    guest = cast.guest_in(session)
    for part in (guest, cast.part_of(bo, session)):
        remove_participant(ada, session.pk, participant_id=part.pk)

    with pytest.raises(NotAllowedError, match="taken out"):
        join_as_guest(session.pk, participant_id=guest.pk, introduction=Introduction())
    with pytest.raises(NotAllowedError, match="taken out"):
        join_session(bo, session.pk)
    with pytest.raises(NotAllowedError):
        cast.part_of(bo, session)


def test_guests_still_come_in_after_one_of_them_became_a_member(ada, cem):
    session = cast.collecting(ada)
    first, second = cast.guest_in(session), cast.guest_in(session)
    ines = add_member(cem, email="ines@example.org", name="Ines Mol", roles=["member"])
    claim_parts(ines.person, [first.pk])

    third = cast.guest_in(session)

    assert (second.number, third.number) == (2, 3)


def test_a_former_member_may_come_in_anew_as_a_guest(ada, cem):
    session = cast.collecting(ada)
    guest = cast.guest_in(session)
    ines = add_member(cem, email="ines@example.org", name="Ines Mol", roles=["member"])
    claim_parts(ines.person, [guest.pk])
    cast.gone(cem, ines)

    assert part_of(Visitor(person=ines.person), session.pk) is None
