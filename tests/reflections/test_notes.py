from uuid import uuid4

import pytest

from actions.services.closing import close_session
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    StaleVersionError,
    WrongPhaseError,
)
from reflections.course import Reveal
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.queries.notes import revealed_notes_in
from reflections.queries.participants import participant_of
from reflections.services.joining import join_session
from reflections.services.leading import move_to_phase, open_input
from reflections.services.notes import add_note, reveal_notes, revise_note, withdraw_note
from reflections.states import PhaseKind
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def part(bo, session):
    return cast.part_of(bo, session)


def _column(session):
    return session.columns.all()[0].pk


def _add(part, session, note_id=None, text="Loose rugs", column_id=None):
    return add_note(
        part, note_id=note_id or uuid4(), column_id=column_id or _column(session), text=text
    )


def test_a_participant_adds_a_note_that_others_do_not_see_yet(part, session, kinds_since):
    note = _add(part, session, text="  Loose\r\nrugs ")

    note.refresh_from_db()
    assert (note.text, note.author, note.column_id) == ("Loose\nrugs", part, _column(session))
    assert (note.revealed_at, note.withdrawn_at, note.version) == (None, None, 1)
    assert kinds_since(0)[-1] == "note.added"


def test_the_same_note_sent_again_is_the_same_note(part, session):
    note = _add(part, session)

    with nothing_changed():
        assert _add(part, session, note.pk) == note


def test_a_note_sent_again_after_the_phase_is_still_there(ada, part, session):
    note = _add(part, session)
    cast.go_to(ada, session, PhaseKind.GROUP)

    with nothing_changed():
        assert _add(part, session, note.pk) == note


def test_an_id_with_another_content_or_writer_is_a_conflict(ada, part, session):
    note = _add(part, session)
    another_column = session.columns.all()[1].pk
    ada_there = cast.part_of(ada, session)

    with nothing_changed():
        with pytest.raises(IdConflictError):
            _add(part, session, note.pk, "Dark stairs")
        with pytest.raises(IdConflictError):
            _add(part, session, note.pk, column_id=another_column)
        with pytest.raises(IdConflictError) as refused:
            _add(ada_there, session, note.pk)

    assert "Bo" not in refused.value.message


@pytest.mark.parametrize("kind", [PhaseKind.GROUP, PhaseKind.AGREE, PhaseKind.TRANSLATE])
def test_notes_are_added_only_while_they_are_collected(ada, part, session, kind):
    cast.go_to(ada, session, kind)

    with cast.after_the_grace(), nothing_changed(), pytest.raises(WrongPhaseError):
        _add(part, session)


def test_notes_can_be_added_before_the_start_when_input_is_open(ada, bo):
    session = open_input(ada, cast.plan(ada).pk)
    part = join_session(bo, session.pk)

    assert _add(part, session).session == session


def test_a_column_of_a_phase_is_open_in_that_phase_only(ada, part, session):
    what, so_what = session.columns.all()[:2]
    _add(part, session, column_id=what.pk)
    move_to_phase(ada, session.pk, phase_id=so_what.phase_id)

    with cast.after_the_grace(), nothing_changed(), pytest.raises(WrongPhaseError) as refused:
        _add(part, session, column_id=what.pk)

    assert "“What?”" in refused.value.message
    assert _add(part, session, column_id=so_what.pk).column == so_what


def test_a_column_of_no_phase_is_open_in_each_that_collects(ada, part, session):
    session.columns.update(phase=None)

    for phase in session.phases.filter(kind=PhaseKind.COLLECT):
        move_to_phase(ada, session.pk, phase_id=phase.pk)
        assert _add(part, session).session == session


def test_in_a_phase_that_shows_notes_at_once_others_read_them_at_once(part, session):
    session.phases.update(reveal=Reveal.LIVE)

    note = _add(part, session)

    assert note.revealed_at == note.added_at
    assert list(revealed_notes_in(session.pk)) == [note]
    with nothing_changed(), pytest.raises(WrongPhaseError):
        revise_note(part, note.pk, text="Dark stairs", version=1)


def test_no_note_is_added_to_a_finished_session(ada, part, session):
    close_session(ada, session.pk)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        _add(part, session)


def test_a_column_of_another_session_is_not_taken(ada, part, session):
    other = cast.collecting(ada)

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _add(part, session, column_id=_column(other))

    assert refused.value.field == "column_id"


def test_somebody_who_has_not_joined_has_no_part(otto, session):
    with pytest.raises(NotAllowedError, match="Join the session first"):
        participant_of(otto, session.pk)


def test_a_session_of_another_partnership_has_no_part_for_her(mira, session):
    with pytest.raises(ReflectionSession.DoesNotExist):
        participant_of(mira, session.pk)


def test_a_former_member_writes_nothing(cem, bo, session, part):
    note = _add(part, session)
    cast.gone(cem, bo)
    part.membership.refresh_from_db()

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            _add(part, session)
        with pytest.raises(Note.DoesNotExist):
            revise_note(part, note.pk, text="Dark stairs", version=1)


def test_the_author_changes_her_note_until_it_is_shown(part, session, kinds_since):
    note = _add(part, session)

    revised = revise_note(part, note.pk, text="Dark stairs", version=1)

    revised.refresh_from_db()
    assert (revised.text, revised.version) == ("Dark stairs", 2)
    assert kinds_since(0)[-1] == "note.revised"


def test_changing_a_note_into_what_it_says_changes_nothing(part, session):
    note = _add(part, session)

    with nothing_changed():
        assert revise_note(part, note.pk, text=" Loose rugs", version=7) == note


def test_a_change_of_an_older_text_is_told_both_texts(part, session):
    note = _add(part, session)
    revise_note(part, note.pk, text="Dark stairs", version=1)

    with nothing_changed(), pytest.raises(StaleVersionError) as refused:
        revise_note(part, note.pk, text="No rails", version=1)

    assert refused.value.details == {
        "current": {"text": "Dark stairs", "version": 2},
        "yours": {"text": "No rails", "version": 1},
    }


def test_the_author_takes_her_note_back_once(part, session, kinds_since):
    note = _add(part, session)

    withdraw_note(part, note.pk)

    with nothing_changed():
        withdrawn = withdraw_note(part, note.pk)
    assert withdrawn.withdrawn_at is not None
    assert kinds_since(0)[-1] == "note.withdrawn"


def test_a_note_that_was_taken_back_is_not_changed_and_never_shown(ada, part, session):
    note = _add(part, session)
    withdraw_note(part, note.pk)

    with nothing_changed():
        with pytest.raises(ConflictError):
            revise_note(part, note.pk, text="Dark stairs", version=1)
        assert reveal_notes(ada, session.pk) == 0


def test_a_hidden_note_of_somebody_else_does_not_exist(ada, part, session):
    note = _add(part, session)
    ada_there = cast.part_of(ada, session)

    with nothing_changed():
        with pytest.raises(Note.DoesNotExist):
            revise_note(ada_there, note.pk, text="Hers", version=1)
        with pytest.raises(Note.DoesNotExist):
            withdraw_note(ada_there, note.pk)


def test_a_shown_note_of_somebody_else_is_only_hers_to_change(ada, bo, session):
    [note] = cast.revealed(bo, session, "Loose rugs")
    ada_there = cast.part_of(ada, session)

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            revise_note(ada_there, note.pk, text="Mine", version=1)
        with pytest.raises(NotAllowedError):
            withdraw_note(ada_there, note.pk)


def test_what_everybody_saw_stays_as_it_is(bo, part, session):
    [note] = cast.revealed(bo, session, "Loose rugs")

    with nothing_changed():
        with pytest.raises(WrongPhaseError):
            revise_note(part, note.pk, text="Dark stairs", version=1)
        with pytest.raises(WrongPhaseError):
            withdraw_note(part, note.pk)


def test_a_note_of_another_session_does_not_exist_in_this_one(ada, bo, part):
    other = cast.collecting(ada, bo)
    note = cast.write(bo, other)

    with nothing_changed(), pytest.raises(Note.DoesNotExist):
        revise_note(part, note.pk, text="Dark stairs", version=1)


def test_the_facilitator_shows_all_hidden_notes(ada, bo, session, kinds_since):
    notes = [cast.write(bo, session, text) for text in ("Loose rugs", "No rails")]

    assert reveal_notes(ada, session.pk) == 2

    shown = Note.objects.filter(pk__in=[note.pk for note in notes], revealed_at__isnull=False)
    assert shown.count() == 2
    assert kinds_since(0)[-1] == "note.revealed"


def test_showing_nothing_is_no_news(ada, bo, session):
    cast.revealed(bo, session)

    with nothing_changed():
        assert reveal_notes(ada, session.pk) == 0


def test_nobody_else_shows_notes(bo, session):
    cast.write(bo, session)

    with nothing_changed(), pytest.raises(NotAllowedError):
        reveal_notes(bo, session.pk)


def test_notes_are_shown_only_while_the_session_is_open(ada):
    planned = cast.plan(ada)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        reveal_notes(ada, planned.pk)


def test_notes_of_another_partnership_are_not_shown(mira, session):
    with nothing_changed(), pytest.raises(ReflectionSession.DoesNotExist):
        reveal_notes(mira, session.pk)
