"""Groups suggested by wording, and notes that are alike."""

from uuid import uuid4

import pytest

from kernel.errors import InvalidInputError, NotAllowedError
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.queries.suggestions import group_suggestions, notes_like_note, notes_like_text
from reflections.records.suggestions import SuggestionRecord
from reflections.services.groups import group_notes
from reflections.services.suggesting import refuse_suggestion
from tests import cast
from tests.unchanged import nothing_changed

TEXTS = (
    "There is no bus after six",
    "The last bus is at six",
    "A bus at half past six",
    "Nobody told me which pills to take with which",
    "My pills were changed and nobody told my doctor",
    "Lovely weather",
)


@pytest.fixture
def notes(bo, session):
    return cast.revealed(bo, session, *TEXTS)


def _suggested(member, session, *, by_column=False):
    found = group_suggestions(member, session.pk, by_column=by_column)
    return {one.title: set(one.note_ids) for one in found}


def _ids(notes):
    return {note.pk for note in notes}


def test_notes_that_share_telling_words_are_suggested_as_groups(ada, session, notes):
    assert _suggested(ada, session) == {
        "Bus, six": _ids(notes[:3]),
        "Told, pills": _ids(notes[3:5]),
    }


def test_nothing_is_applied_by_itself(ada, session, notes):
    with nothing_changed():
        _suggested(ada, session)


def test_what_is_grouped_or_hidden_is_not_suggested(ada, bo, session, notes):
    cast.write(bo, session, "A bus to the market")
    group_notes(ada, session.pk, group_id=uuid4(), note_ids=[notes[2].pk])

    assert _suggested(ada, session)["Bus, six"] == _ids(notes[:2])


def test_a_refused_suggestion_does_not_come_back_and_neither_does_most_of_it(ada, session, notes):
    refuse_suggestion(ada, session.pk, note_ids=_ids(notes[:3]))

    assert set(_suggested(ada, session)) == {"Told, pills"}
    with nothing_changed():
        refuse_suggestion(ada, session.pk, note_ids=_ids(notes[:3]))
    group_notes(ada, session.pk, group_id=uuid4(), note_ids=[notes[2].pk])
    assert set(_suggested(ada, session)) == {"Told, pills"}


def test_suggestions_can_stay_within_columns(ada, bo, session, notes):
    column = session.columns.all()[1]
    Note.objects.filter(pk__in=[notes[0].pk, notes[3].pk]).update(column=column)

    assert _suggested(ada, session, by_column=True) == {"Bus, six": _ids(notes[1:3])}


def test_who_does_not_group_gets_no_suggestions(ada, bo, mira, session, notes):
    with nothing_changed():
        with pytest.raises(NotAllowedError):
            group_suggestions(bo, session.pk, by_column=False)
        with pytest.raises(NotAllowedError):
            refuse_suggestion(bo, session.pk, note_ids=_ids(notes[:2]))
        with pytest.raises(ReflectionSession.DoesNotExist):
            group_suggestions(mira, session.pk, by_column=False)
        with pytest.raises(InvalidInputError):
            refuse_suggestion(ada, session.pk, note_ids=[uuid4()])


def test_notes_like_another_are_found(bo, session, notes):
    part = cast.part_of(bo, session)

    found = notes_like_note(part, notes[3].pk)

    assert [one.note_id for one in found] == [notes[4].pk]
    assert 10 < found[0].percent <= 100


def test_guests_and_members_find_notes_like_a_text(session, notes):
    guest = cast.guest_in(session)

    assert [one.note_id for one in notes_like_text(guest, "the pill")] == [
        notes[3].pk,
        notes[4].pk,
    ] or {one.note_id for one in notes_like_text(guest, "the pill")} == _ids(notes[3:5])
    assert notes_like_text(guest, "the of and") == notes_like_text(guest, "") == []


def test_hidden_notes_are_like_nothing(bo, dag, session, notes):
    hidden = cast.write(bo, session, "The bus driver was kind")
    part = cast.part_of(bo, session)

    assert hidden.pk not in {one.note_id for one in notes_like_text(part, "bus driver")}
    with pytest.raises(Note.DoesNotExist):
        notes_like_note(part, hidden.pk)


def test_a_suggestion_is_accepted_by_grouping_its_notes(ada, session, notes):
    bus = next(one for one in group_suggestions(ada, session.pk, by_column=False))
    assert bus == SuggestionRecord(title="Bus, six", note_ids=[note.pk for note in notes[:3]])

    group = group_notes(ada, session.pk, group_id=uuid4(), note_ids=bus.note_ids, title=bus.title)

    assert (group.title, set(group.notes.all())) == ("Bus, six", set(notes[:3]))
    assert "Bus, six" not in _suggested(ada, session)
