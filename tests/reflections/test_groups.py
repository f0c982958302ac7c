from uuid import uuid4

import pytest

from actions.services.closing import close_session
from kernel.errors import IdConflictError, InvalidInputError, NotAllowedError, WrongPhaseError
from reflections.models.note import Note, NoteGroup
from reflections.models.session import ReflectionSession
from reflections.services.groups import group_notes, rename_group, take_out_of_groups
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def notes(bo, session):
    return cast.revealed(bo, session, "Loose rugs", "No rails", "Dark stairs")


def _group(member, session, notes, group_id=None, title=""):
    return group_notes(
        member,
        session.pk,
        group_id=group_id or uuid4(),
        note_ids=[note.pk for note in notes],
        title=title,
    )


def _in(group):
    return set(Note.objects.filter(group=group))


def test_notes_are_put_together_under_a_title(ada, session, notes, kinds_since):
    group = _group(ada, session, notes[:2], title=" Things  to trip over ")

    group.refresh_from_db()
    assert (group.title, group.session) == ("Things to trip over", session)
    assert _in(group) == set(notes[:2])
    assert kinds_since(0)[-1] == "group.changed"


def test_a_group_needs_no_title(ada, session, notes):
    assert _group(ada, session, notes, title=" \u200b").title == ""


def test_more_notes_join_a_group_and_leave_the_one_they_were_in(ada, session, notes, kinds_since):
    first, second = _group(ada, session, notes[:2]), _group(ada, session, notes[2:])
    start = len(kinds_since(0))

    _group(ada, session, notes[1:2], second.pk)

    assert (_in(first), _in(second)) == ({notes[0]}, {notes[1], notes[2]})
    assert kinds_since(0)[start:] == ["group.changed"] * 2


def test_putting_notes_where_they_are_changes_nothing(ada, session, notes):
    group = _group(ada, session, notes[:2])

    with nothing_changed():
        assert _group(ada, session, notes[:2], group.pk, title="Another") == group


def test_nobody_else_groups_notes(bo, ada, session, notes):
    group = _group(ada, session, notes)

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            _group(bo, session, notes)
        with pytest.raises(NotAllowedError):
            take_out_of_groups(bo, session.pk, note_ids=[notes[0].pk])
        with pytest.raises(NotAllowedError):
            rename_group(bo, session.pk, group_id=group.pk, title="Mine")


def test_in_another_partnership_there_is_nothing_to_group(ada, mira, session, notes):
    group = _group(ada, session, notes)

    with nothing_changed():
        with pytest.raises(ReflectionSession.DoesNotExist):
            _group(mira, session, notes)
        with pytest.raises(ReflectionSession.DoesNotExist):
            take_out_of_groups(mira, session.pk, note_ids=[notes[0].pk])
        with pytest.raises(ReflectionSession.DoesNotExist):
            rename_group(mira, session.pk, group_id=group.pk, title="Mine")


def test_a_finished_session_is_not_grouped_any_more(ada, session, notes):
    close_session(ada, session.pk)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        _group(ada, session, notes)


def test_hidden_and_foreign_notes_cannot_be_grouped(ada, bo, session, notes):
    hidden = cast.write(bo, session, "Hidden")
    foreign = cast.revealed(ada, cast.collecting(ada), "Elsewhere")[0]

    for wrong in ([], [hidden], [notes[0], hidden], [foreign], [notes[0], foreign]):
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            _group(ada, session, wrong)

        assert refused.value.field == "note_ids"


def test_a_group_of_another_session_is_taken(ada, session, notes):
    other = cast.collecting(ada)
    group = _group(ada, other, cast.revealed(ada, other))

    with nothing_changed():
        with pytest.raises(IdConflictError):
            _group(ada, session, notes, group.pk)
        with pytest.raises(NoteGroup.DoesNotExist):
            rename_group(ada, session.pk, group_id=group.pk, title="Mine")


def test_a_note_is_taken_out_of_its_group_once(ada, session, notes, kinds_since):
    group = _group(ada, session, notes)

    take_out_of_groups(ada, session.pk, note_ids=[notes[0].pk])

    with nothing_changed():
        take_out_of_groups(ada, session.pk, note_ids=[notes[0].pk])
    assert _in(group) == set(notes[1:])
    assert kinds_since(0)[-1] == "group.changed"


def test_a_hidden_note_is_in_no_group(ada, bo, session):
    hidden = cast.write(bo, session)

    with nothing_changed(), pytest.raises(InvalidInputError):
        take_out_of_groups(ada, session.pk, note_ids=[hidden.pk])


def test_a_group_gets_another_title_once(ada, session, notes, kinds_since):
    group = _group(ada, session, notes)

    renamed = rename_group(ada, session.pk, group_id=group.pk, title="Trip  hazards")

    with nothing_changed():
        rename_group(ada, session.pk, group_id=group.pk, title=" Trip hazards")
    assert renamed.title == "Trip hazards"
    assert kinds_since(0)[-1] == "group.renamed"


@pytest.mark.parametrize("title", ["", "\u200b", "x" * 121])
def test_a_title_can_be_read_and_is_short(ada, session, notes, title):
    group = _group(ada, session, notes)

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        rename_group(ada, session.pk, group_id=group.pk, title=title)

    assert refused.value.field == "title"
