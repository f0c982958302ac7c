"""Notes without a name: into the envelope, out of it, and what they leave behind."""

from uuid import uuid4

import pytest

from actions.services.closing import close_session
from eventlog.models import Event
from kernel.errors import (
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    TooFewError,
    WrongPhaseError,
)
from reflections.models.envelope import Envelope
from reflections.models.note import Note
from reflections.queries.envelope import sealed_notes_in
from reflections.queries.notes import own_hidden_notes
from reflections.sealed_notes import digest
from reflections.services.notes import reveal_notes
from reflections.services.sealing import (
    Signature,
    revise_sealed_note,
    seal_note,
    withdraw_sealed_note,
)
from reflections.states import PhaseKind
from tests import cast, nameless
from tests.unchanged import nothing_changed


@pytest.fixture
def session(ada, bo, cem, dag, otto):
    return cast.collecting(ada, bo, cem, dag, otto)


@pytest.fixture
def part(bo, session):
    return cast.part_of(bo, session)


def test_a_note_without_a_name_waits_where_nobody_reads_it(ada, bo, session, kinds_since):
    nameless.seal(bo, session, "  Nobody\r\nasks us ")

    [note] = sealed_notes_in(session)
    assert (note.text, note.attribution, note.group) == ("Nobody\nasks us", "anonymous", "")
    assert note.receipt == digest(nameless.receipt())
    assert Note.objects.count() == 0
    assert b"asks us" not in bytes(Envelope.objects.get().contents)
    assert own_hidden_notes(cast.part_of(bo, session)) == {}
    assert nameless.shown(ada, session) == set()
    assert kinds_since(0)[-1] == "participant.joined"


def test_nothing_that_is_stored_of_it_grows_with_its_length(bo, otto, session):
    nameless.seal(bo, session, "No")
    short = len(Envelope.objects.get().contents)

    nameless.seal(otto, session, "A long story. " * 100)

    assert len(Envelope.objects.get().contents) == short


def test_what_is_stored_looks_different_each_time(bo, session):
    note_id = nameless.seal(bo, session, "Nobody asks us")
    before = bytes(Envelope.objects.get().contents)

    revise_sealed_note(
        cast.part_of(bo, session), note_id, text="Nobody asks me", receipt=nameless.receipt()
    )
    revise_sealed_note(
        cast.part_of(bo, session), note_id, text="Nobody asks us", receipt=nameless.receipt()
    )

    assert bytes(Envelope.objects.get().contents)[12:76] != before[12:76]


def test_the_same_note_sent_again_is_the_same_note(bo, session):
    note_id = nameless.seal(bo, session)

    with nothing_changed():
        assert nameless.seal(bo, session, note_id=note_id) == note_id


def test_nor_is_it_another_after_it_was_shown(ada, bo, session):
    note_id = nameless.fill(bo, session)[0]
    reveal_notes(ada, session.pk)
    cast.go_to(ada, session, PhaseKind.GROUP)

    with nothing_changed():
        nameless.seal(bo, session, "Number 0", note_id=note_id)


def test_an_id_with_another_text_or_receipt_is_a_conflict(bo, otto, session):
    note_id = nameless.seal(bo, session)
    named = cast.write(otto, session, "Mine").pk

    with nothing_changed():
        with pytest.raises(IdConflictError):
            nameless.seal(bo, session, "Another text", note_id=note_id)
        with pytest.raises(IdConflictError):
            nameless.seal(otto, session, note_id=note_id, secret=nameless.receipt("b"))
        with pytest.raises(IdConflictError):
            nameless.seal(bo, session, note_id=note_id, attribution="role")
        with pytest.raises(IdConflictError):
            nameless.seal(bo, session, "Mine", note_id=named)
        with pytest.raises(IdConflictError):
            cast.write(otto, session, "Mine", note_id=note_id)


def test_fewer_than_three_people_cannot_hide(ada, bo):
    session = cast.collecting(ada, bo)
    cast.guest_in(session, is_observer=True)

    with nothing_changed(), pytest.raises(TooFewError):
        nameless.seal(bo, session)

    guest = cast.guest_in(session)
    nameless.seal(bo, session)
    nameless.seal(guest, session)
    assert len(sealed_notes_in(session)) == 2


def test_who_looks_on_or_left_writes_nothing(cem, bo, session, part):
    looking = cast.guest_in(session, is_observer=True)
    note_id = nameless.seal(bo, session)
    cast.gone(cem, bo)
    part.membership.refresh_from_db()

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            nameless.seal(looking, session)
        with pytest.raises(NotAllowedError):
            nameless.seal(part, session)
        with pytest.raises(NotAllowedError):
            withdraw_sealed_note(part, note_id, receipt=nameless.receipt())


@pytest.mark.parametrize("kind", [PhaseKind.GROUP, PhaseKind.TRANSLATE])
def test_they_are_written_only_while_notes_are_collected(ada, bo, session, kind):
    cast.go_to(ada, session, kind)

    with cast.after_the_grace(), nothing_changed(), pytest.raises(WrongPhaseError):
        nameless.seal(bo, session)


def test_what_cannot_be_used_is_refused(bo, session, part):
    column = session.columns.all()[0].pk
    given = {"note_id": uuid4(), "column_id": column, "text": "No bus"}
    good = Signature("anonymous", nameless.receipt())
    wrong = {
        "text": given | {"text": " ", "signature": good},
        "attribution": given | {"signature": Signature("named", nameless.receipt())},
        "receipt": given | {"signature": Signature("role", "short")},
        "column_id": given | {"column_id": uuid4(), "signature": good},
        "for_people": given | {"for_people": 0, "signature": good},
    }

    for field, said in wrong.items():
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            seal_note(part, **said)
        assert refused.value.field == field


def test_its_writer_changes_it_until_it_is_shown(ada, bo, session, part):
    note_id, *_ = nameless.fill(bo, session)

    revise_sealed_note(part, note_id, text="Another text", receipt=nameless.receipt())
    with nothing_changed():
        revise_sealed_note(part, note_id, text=" Another text", receipt=nameless.receipt())

    assert nameless.hidden_texts(session) == {"Another text", *(f"Number {n}" for n in range(1, 5))}
    reveal_notes(ada, session.pk)
    with nothing_changed(), pytest.raises(WrongPhaseError):
        revise_sealed_note(part, note_id, text="Third text", receipt=nameless.receipt())


def test_nobody_changes_it_without_its_receipt(ada, bo, otto, session, part):
    note_id, *_ = nameless.fill(bo, session)
    named = cast.write(bo, session).pk

    for secret in ("", nameless.receipt("b"), digest(nameless.receipt())):
        with nothing_changed():
            with pytest.raises(Note.DoesNotExist):
                revise_sealed_note(part, note_id, text="Hers", receipt=secret)
            with pytest.raises(Note.DoesNotExist):
                withdraw_sealed_note(part, note_id, receipt=secret)
    with nothing_changed(), pytest.raises(Note.DoesNotExist):
        withdraw_sealed_note(part, named, receipt="")


def test_taking_a_note_back_leaves_nothing(ada, bo, session, part):
    note_id = nameless.seal(bo, session)

    withdraw_sealed_note(part, note_id, receipt=nameless.receipt())

    assert Envelope.objects.count() == 0
    with nothing_changed(), pytest.raises(Note.DoesNotExist):
        withdraw_sealed_note(part, note_id, receipt=nameless.receipt())


def test_what_was_shown_is_taken_back_with_its_text_and_without_a_moment(
    ada, bo, session, part, kinds_since
):
    note_id, *_ = nameless.fill(bo, session)
    reveal_notes(ada, session.pk)

    withdraw_sealed_note(part, note_id, receipt=nameless.receipt())

    note = Note.objects.get(pk=note_id)
    event = Event.objects.order_by("pk").last()
    assert (note.text, note.withdrawn_at) == ("", note.revealed_at)
    assert (event.kind, event.record_id, event.actor_id) == ("note.withdrawn", None, None)
    assert len(nameless.shown(ada, session)) == 4
    with nothing_changed():
        withdraw_sealed_note(part, note_id, receipt=nameless.receipt())
        nameless.seal(bo, session, "Number 0", note_id=note_id)


def test_not_any_more_once_the_session_is_finished(ada, bo, session, part):
    note_id, *_ = nameless.fill(bo, session)
    reveal_notes(ada, session.pk)
    close_session(ada, session.pk)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        withdraw_sealed_note(part, note_id, receipt=nameless.receipt())


def test_a_receipt_opens_nothing_in_another_session(ada, bo, cem, dag, otto, session):
    note_id, *_ = nameless.fill(bo, session)
    reveal_notes(ada, session.pk)
    other = cast.collecting(ada, bo, cem, dag)

    with nothing_changed(), pytest.raises(Note.DoesNotExist):
        withdraw_sealed_note(cast.part_of(bo, other), note_id, receipt=nameless.receipt())
