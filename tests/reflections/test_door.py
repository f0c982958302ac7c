from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from actions.services.closing import close_session
from kernel.clock import at, now
from kernel.errors import InvalidInputError, NotAllowedError, TooManyTriesError
from reflections.models.participant import FailedEntry
from reflections.queries.board import board_view_of, door_records, guest_view_of
from reflections.services.door import (
    ALARM_AT,
    MOST_PER_HOUR,
    MOST_PER_MINUTE,
    Door,
    admit_participant,
    change_door,
    find_session,
    remove_participant,
    renew_join_secrets,
)
from tests import cast, preparing
from tests.together import at_once
from tests.unchanged import nothing_changed

HERE = "192.0.2.7"
OPEN = Door(admits_guests=True, has_waiting_room=False, is_locked=False, capacity=200)


def _wrong(origin=HERE):
    with pytest.raises(InvalidInputError):
        find_session("WRNG-C0DE", origin=origin)


def test_link_and_code_lead_to_the_session(ada):
    session = cast.collecting(ada)
    code = session.join_code

    assert find_session(session.join_key, origin=HERE) == session
    assert find_session(code, origin=HERE) == session
    assert find_session(f" {code[:4].lower()}-{code[4:]} ", origin=HERE) == session


def test_look_alikes_are_forgiven(ada):
    session = cast.collecting(ada)
    session.join_code = "0011ABCD"
    session.save()

    assert find_session("oOiL-abcd", origin=HERE) == session


def test_a_code_is_there_only_while_the_session_is_open(ada):
    session = cast.plan(ada)
    assert session.join_code is None

    running = cast.collecting(ada)
    code = running.join_code
    close_session(ada, running.pk)

    with pytest.raises(InvalidInputError) as refusal:
        find_session(code, origin=HERE)
    assert refusal.value.field == "code"


def test_new_secrets_make_the_old_ones_useless(ada):
    session = cast.collecting(ada)
    old = (session.join_key, session.join_code)

    renewed = renew_join_secrets(ada, session.pk)

    assert find_session(renewed.join_key, origin=HERE) == session
    for secret in old:
        with pytest.raises(InvalidInputError):
            find_session(secret, origin=HERE)


def test_guessing_stops_after_a_few_wrong_codes_and_goes_on_a_minute_later(ada):
    session = cast.collecting(ada)
    for _ in range(MOST_PER_MINUTE):
        _wrong()

    with pytest.raises(TooManyTriesError):
        find_session(session.join_code, origin=HERE)
    assert find_session(session.join_code, origin="198.51.100.1") == session
    with at(now() + timedelta(seconds=61)):
        assert find_session(session.join_code, origin=HERE) == session


def test_guessing_slowly_stops_within_the_hour(ada):
    start = now()
    for n in range(MOST_PER_HOUR):
        with at(start + timedelta(seconds=50 * n)):
            _wrong()

    with at(start + timedelta(minutes=55)), pytest.raises(TooManyTriesError):
        find_session("WRNG-C0DE", origin=HERE)


def test_sixty_people_behind_one_address_come_in_within_a_minute(ada):
    session = cast.collecting(ada)

    for _ in range(60):
        assert find_session(session.join_code, origin=HERE) == session

    assert FailedEntry.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_guesses_at_once_are_counted_together():
    def guess():
        find_session("WRNG-C0DE", origin=HERE)

    outcomes = at_once(*[guess] * 20)

    wrong = [one for one in outcomes if isinstance(one, InvalidInputError)]
    assert len(wrong) <= MOST_PER_MINUTE
    assert len(outcomes) == 20


def test_somebody_hears_of_many_wrong_codes(ada, caplog):
    for n in range(ALARM_AT):
        _wrong(origin=f"192.0.2.{n}")

    assert [record.message for record in caplog.records] == [
        f"{ALARM_AT} wrong codes within a minute: somebody may be guessing"
    ]


def test_no_network_address_is_kept(ada):
    _wrong()

    assert HERE not in str(list(FailedEntry.objects.values()))


def test_whoever_waits_is_let_in_or_refused(ada):
    session = cast.collecting(ada)
    change_door(ada, session.pk, door=Door(True, True, False, 40))
    first, second = cast.guest_in(session, "One"), cast.guest_in(session, "Two")

    admitted = admit_participant(ada, session.pk, participant_id=first.pk)
    refused = remove_participant(ada, session.pk, participant_id=second.pk)

    assert (admitted.state, refused.state) == ("joined", "removed")
    with nothing_changed():
        admit_participant(ada, session.pk, participant_id=first.pk)
        remove_participant(ada, session.pk, participant_id=second.pk)


def test_who_was_taken_out_can_be_let_in_again(ada):
    session = cast.collecting(ada)
    guest = cast.guest_in(session)
    remove_participant(ada, session.pk, participant_id=guest.pk)

    assert admit_participant(ada, session.pk, participant_id=guest.pk).may("note.add")


def test_whoever_facilitates_cannot_be_taken_out(ada, cem):
    session = cast.collecting(ada, cem)

    with pytest.raises(NotAllowedError), nothing_changed():
        remove_participant(cem, session.pk, participant_id=cast.part_of(ada, session).pk)


def test_nobody_else_keeps_the_door(ada, bo, dag):
    session = cast.collecting(ada, bo, dag)
    guest = cast.guest_in(session)

    for other in (bo, dag):
        for attempt in (
            lambda member: change_door(member, session.pk, door=OPEN),
            lambda member: renew_join_secrets(member, session.pk),
            lambda member: admit_participant(member, session.pk, participant_id=guest.pk),
            lambda member: remove_participant(member, session.pk, participant_id=guest.pk),
        ):
            with pytest.raises(NotAllowedError), nothing_changed():
                attempt(other)


def test_the_door_of_another_partnership_does_not_exist(ada, mira):
    session = cast.collecting(ada)

    with pytest.raises(ObjectDoesNotExist), nothing_changed():
        change_door(mira, session.pk, door=OPEN)


def test_somebody_of_another_session_is_not_at_this_door(ada):
    session, other = cast.collecting(ada), cast.collecting(ada, title="Other")
    guest = cast.guest_in(other)

    with pytest.raises(ObjectDoesNotExist), nothing_changed():
        admit_participant(ada, session.pk, participant_id=guest.pk)


@pytest.mark.parametrize("capacity", [0, 1001])
def test_room_has_its_limits(ada, capacity):
    session = cast.collecting(ada)

    with pytest.raises(InvalidInputError) as refusal, nothing_changed():
        change_door(ada, session.pk, door=Door(True, False, False, capacity))

    assert refusal.value.field == "capacity"


def test_an_unchanged_door_is_not_told_of(ada):
    session = cast.collecting(ada)

    with nothing_changed():
        change_door(ada, session.pk, door=OPEN)


def test_only_whoever_runs_the_session_reads_how_one_gets_in(ada, bo):
    session = cast.collecting(ada, bo)
    guest = cast.guest_in(session)

    leading = door_records(board_view_of(ada, session.pk), None)

    assert leading[str(session.pk)].code == session.join_code
    assert door_records(board_view_of(bo, session.pk), None) == {}
    assert door_records(guest_view_of(guest), None) == {}


def test_the_link_of_the_series_is_new_as_well(ada):
    session = cast.collecting(ada)
    series = preparing.series(ada, session)
    before = series.key

    renew_join_secrets(ada, session.pk)

    series.refresh_from_db()
    assert series.key != before
