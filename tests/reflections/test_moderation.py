from uuid import uuid4

import msgspec
import pytest

from actions.queries.log import actions_of
from actions.queries.provenance import origin_of
from actions.records.action import action_record
from kernel.errors import InvalidInputError, NotAllowedError
from reflections.models.discussion import Comment
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_of
from reflections.queries.discussion import comment_records
from reflections.queries.notes import note_records, quoted_notes_of
from reflections.queries.suggestions import group_suggestions, notes_like_text
from reflections.services.comments import add_comment
from reflections.services.moderation import (
    restore_comment,
    restore_note,
    withhold_comment,
    withhold_note,
)
from tests import api, cast
from tests.unchanged import nothing_changed

SECRET = "Mrs. Smit of number 12 drinks"
REMARK = "her neighbour asked for it"


@pytest.fixture
def session(ada, bo, dag):
    return cast.collecting(ada, bo, dag)


@pytest.fixture
def note(bo, session):
    return cast.revealed(bo, session, SECRET)[0]


@pytest.fixture
def comment(bo, session, note):
    return add_comment(
        cast.part_of(bo, session), comment_id=uuid4(), about="note", topic_id=note.pk, text=SECRET
    )


def _withhold(member, session, note, reason="person", remark=REMARK):
    return withhold_note(member, session.pk, note_id=note.pk, reason=reason, remark=remark)


def _shown_to(member, session, note):
    return note_records(board_view_of(member, session.pk), [note.pk])[str(note.pk)]


def test_a_note_off_the_board_keeps_its_place_and_its_reason_without_its_words(
    ada, bo, session, note, kinds_since
):
    _withhold(ada, session, note)

    shown = _shown_to(bo, session, note)
    assert (shown.id, shown.column_id) == (note.pk, note.column_id)
    assert (shown.text, shown.author_id, shown.author_name) == ("", None, "")
    assert (shown.withheld_reason, shown.withheld_remark) == ("person", "")
    assert kinds_since(0)[-1] == "note.withheld"


def test_those_who_run_the_session_see_it_marked(ada, cem, session, note):
    _withhold(ada, session, note)

    shown = _shown_to(ada, session, note)
    assert (shown.text, shown.author_name) == (SECRET, "Bo Jansen")
    assert (shown.withheld_reason, shown.withheld_remark) == ("person", REMARK)


def test_its_words_leave_by_no_address_for_anybody_else(westmeer, ada, bo, session, note):
    action = cast.proposed(ada, bo, session)
    action.translations.get().notes.add(note)
    cast.agreed(ada, session).notes.add(note)
    paths = [
        f"/api/v1/streams/session:{session.pk}/snapshot",
        f"/api/v1/streams/partnership:{ada.partnership_id}/snapshot",
        api.place("api_actions", ada),
        f"/p/{ada.partnership.slug}/notes/{note.pk}/",
        f"/p/{ada.partnership.slug}/actions/{action.pk}/",
        f"/p/{ada.partnership.slug}/sessions/{session.pk}/",
    ]

    def reads():
        said = {name: api.all_said_to(member, paths) for name, member in westmeer.items()}
        return {name for name, text in said.items() if SECRET in text}

    assert reads() == set(westmeer)
    _withhold(ada, session, note)
    assert reads() == {"ada", "cem"}


def test_its_words_are_not_taken_elsewhere_even_by_those_who_read_them_here(ada, session, note):
    paths = [
        f"/p/{ada.partnership.slug}/sessions/{session.pk}/report/",
        api.place("api_export", ada, session_id=session.pk),
    ]
    _withhold(ada, session, note)

    answers = api.answers_to(ada, paths)

    assert {answer.status_code for answer in answers} == {200}
    assert not any(SECRET in answer.content.decode() for answer in answers)


def test_nobody_finds_it_by_its_words_nor_do_they_become_the_title_of_a_group(
    ada, dag, session, note
):
    others = cast.revealed(dag, session, SECRET, SECRET + " too")
    part = cast.part_of(dag, session)

    def found():
        suggested = group_suggestions(ada, session.pk, by_column=False)
        ids = {pk for one in suggested for pk in one.note_ids}
        return ids | {one.note_id for one in notes_like_text(part, SECRET)}

    assert found() == {note.pk, *(other.pk for other in others)}
    _withhold(ada, session, note)
    assert found() == {other.pk for other in others}


def test_what_rests_on_it_keeps_its_link(ada, bo, session, note):
    action = cast.proposed(ada, bo, session)
    action.translations.get().notes.set([note])

    _withhold(ada, session, note)

    record = action_record(actions_of(bo).get(pk=action.pk))
    assert record.note_ids == [note.pk]
    [quote] = origin_of(bo, record).notes
    assert (quote.id, quote.text, quote.withheld_reason) == (note.pk, "", "person")
    assert [one.text for one in quoted_notes_of(ada, [note.pk])] == [SECRET]


def test_a_note_is_put_back_once(ada, bo, session, note, kinds_since):
    before = _shown_to(bo, session, note)
    _withhold(ada, session, note)

    restore_note(ada, session.pk, note_id=note.pk)

    assert _shown_to(bo, session, note) == before
    assert kinds_since(0)[-1] == "note.restored"
    with nothing_changed():
        restore_note(ada, session.pk, note_id=note.pk)


def test_the_same_reason_twice_is_once_and_another_takes_its_place(ada, bo, session, note):
    _withhold(ada, session, note)
    with nothing_changed():
        _withhold(ada, session, note)

    _withhold(ada, session, note, "hurtful", "")

    assert _shown_to(bo, session, note).withheld_reason == "hurtful"


def test_a_reason_is_one_of_the_list(ada, session, note):
    for reason, remark, field in (
        ("", "", "reason"),
        ("dull", "", "reason"),
        ("other", "x" * 301, "remark"),
    ):
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            _withhold(ada, session, note, reason, remark)
        assert refused.value.field == field


def test_a_note_that_nobody_sees_yet_is_not_there_to_be_taken_off(ada, bo, session):
    hidden = cast.write(bo, session, "Hidden")

    with nothing_changed(), pytest.raises(Note.DoesNotExist):
        _withhold(ada, session, hidden)


def test_a_comment_is_taken_off_and_put_back_likewise(ada, dag, session, comment):
    def shown(member):
        records = comment_records(board_view_of(member, session.pk), [comment.pk])
        return records[str(comment.pk)]

    before = shown(dag)
    withhold_comment(ada, session.pk, comment_id=comment.pk, reason="person", remark=REMARK)

    assert (shown(dag).text, shown(dag).author_name, shown(dag).withheld_reason) == (
        "",
        "",
        "person",
    )
    assert (shown(ada).text, shown(ada).withheld_remark) == (SECRET, REMARK)
    restore_comment(ada, session.pk, comment_id=comment.pk)
    assert shown(dag) == before
    with nothing_changed():
        restore_comment(ada, session.pk, comment_id=comment.pk)


def test_nobody_else_takes_anything_off_or_puts_it_back(bo, ada, mira, session, note, comment):
    _withhold(ada, session, note)
    acts = (
        lambda who: _withhold(who, session, note, "hurtful"),
        lambda who: restore_note(who, session.pk, note_id=note.pk),
        lambda who: withhold_comment(who, session.pk, comment_id=comment.pk, reason="person"),
        lambda who: restore_comment(who, session.pk, comment_id=comment.pk),
    )

    with nothing_changed():
        for act in acts:
            with pytest.raises(NotAllowedError):
                act(bo)
            with pytest.raises(ReflectionSession.DoesNotExist):
                act(mira)


def test_what_stands_on_another_board_is_not_here(ada, session, note, comment):
    other = cast.collecting(ada)

    with nothing_changed():
        with pytest.raises(Note.DoesNotExist):
            _withhold(ada, other, note)
        with pytest.raises(Comment.DoesNotExist):
            withhold_comment(ada, other.pk, comment_id=comment.pk, reason="person")


def test_the_remark_is_for_those_who_run_the_session(ada, dag, session, note):
    _withhold(ada, session, note)

    told = msgspec.json.encode(note_records(board_view_of(dag, session.pk), None)).decode()

    assert REMARK not in told
