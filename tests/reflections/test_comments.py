from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist

from actions.services.closing import close_session
from kernel.clock import at, now
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    StaleVersionError,
    WrongPhaseError,
)
from reflections.models.discussion import CHANGEABLE_FOR, Comment
from reflections.queries.board import board_view_of
from reflections.queries.discussion import comment_records
from reflections.records.discussion import CommentRecord
from reflections.services.comments import add_comment, revise_comment, withdraw_comment
from reflections.services.groups import group_notes, take_out_of_groups
from reflections.services.insights import Wording, draft_insight
from reflections.services.moderation import withhold_comment
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def session(ada, bo, dag):
    return cast.collecting(ada, bo, dag)


@pytest.fixture
def part(bo, session):
    return cast.part_of(bo, session)


@pytest.fixture
def note(bo, session):
    return cast.revealed(bo, session, "Loose rugs")[0]


def _add(part, topic, about="note", comment_id=None, text="At ours, too"):
    return add_comment(
        part, comment_id=comment_id or uuid4(), about=about, topic_id=topic.pk, text=text
    )


def _shown_to(member, session):
    return comment_records(board_view_of(member, session.pk), None)


def test_a_comment_stands_under_its_topic_with_a_name(dag, session, part, note, kinds_since):
    comment = _add(part, note)

    assert _shown_to(dag, session) == {
        str(comment.pk): CommentRecord(
            id=comment.pk,
            about="note",
            topic_id=note.pk,
            group_title="",
            text="At ours, too",
            author_id=part.pk,
            author_name="Bo Jansen",
            withheld_reason="",
            withheld_remark="",
            added_at=comment.added_at,
            changeable_until=comment.added_at + timedelta(minutes=15),
            version=1,
        )
    }
    assert kinds_since(0)[-1] == "comment.added"


def test_the_same_comment_twice_is_one_and_another_text_is_a_conflict(ada, session, part, note):
    comment = _add(part, note)

    with nothing_changed():
        assert _add(part, note, comment_id=comment.pk) == comment
        with pytest.raises(IdConflictError):
            _add(part, note, comment_id=comment.pk, text="Not at ours")
        with pytest.raises(IdConflictError):
            _add(cast.part_of(ada, session), note, comment_id=comment.pk)


def test_groups_insights_and_actions_are_talked_about_too(ada, bo, dag, session, part, note):
    group = group_notes(ada, session.pk, group_id=uuid4(), note_ids=[note.pk])
    action = cast.proposed(ada, bo, session)
    insight = session.insights.get()

    comments = [
        _add(part, topic, about)
        for about, topic in (("group", group), ("insight", insight), ("action", action))
    ]

    assert list(_shown_to(dag, session)) == [str(comment.pk) for comment in comments]


def test_what_was_said_of_a_group_stays_when_it_dissolves(ada, dag, session, part, note):
    group = group_notes(ada, session.pk, group_id=uuid4(), note_ids=[note.pk], title="Floors")
    comment = _add(part, group, "group")

    take_out_of_groups(ada, session.pk, note_ids=[note.pk])

    [shown] = _shown_to(dag, session).values()
    assert (shown.id, shown.group_title) == (comment.pk, "Floors")


def test_what_is_said_of_a_draft_is_for_those_who_read_drafts(ada, bo, dag, session, part, note):
    draft = draft_insight(
        ada, session.pk, insight_id=uuid4(), wording=Wording("Rugs are a risk", [note.pk])
    )
    _add(cast.part_of(dag, session), draft, "insight")

    shown = {member.person.name: len(_shown_to(member, session)) for member in (ada, bo, dag)}

    assert shown == {"Ada Visser": 1, "Bo Jansen": 0, "Dag Lind": 1}
    with nothing_changed(), pytest.raises(ObjectDoesNotExist):
        _add(part, draft, "insight")


def test_one_talks_about_what_one_sees(ada, bo, session, part):
    hidden = cast.write(ada, session, "Hidden")
    elsewhere = cast.revealed(ada, cast.collecting(ada), "Elsewhere")[0]

    with nothing_changed():
        for topic in (hidden, elsewhere):
            with pytest.raises(ObjectDoesNotExist):
                _add(part, topic)


def test_a_comment_is_changed_by_its_author_for_a_while(dag, session, part, note, kinds_since):
    comment = _add(part, note)

    revise_comment(part, comment.pk, text="At our flat", version=1)

    [shown] = _shown_to(dag, session).values()
    assert (shown.text, shown.version) == ("At our flat", 2)
    assert kinds_since(0)[-1] == "comment.revised"
    with nothing_changed():
        revise_comment(part, comment.pk, text="At our flat", version=1)
        with pytest.raises(StaleVersionError) as refused:
            revise_comment(part, comment.pk, text="At my flat", version=1)
    assert refused.value.details["current"] == {"text": "At our flat", "version": 2}


def test_a_comment_is_taken_back_once(dag, session, part, note, kinds_since):
    comment = _add(part, note)

    withdraw_comment(part, comment.pk)

    assert _shown_to(dag, session) == {}
    assert kinds_since(0)[-1] == "comment.withdrawn"
    with nothing_changed():
        withdraw_comment(part, comment.pk)
        with pytest.raises(ConflictError):
            revise_comment(part, comment.pk, text="At our flat", version=1)


def test_after_a_while_a_comment_stays_as_it_is(part, note):
    comment = _add(part, note)

    with at(now() + CHANGEABLE_FOR + timedelta(seconds=1)), nothing_changed():
        for act in (
            lambda: revise_comment(part, comment.pk, text="At our flat", version=1),
            lambda: withdraw_comment(part, comment.pk),
        ):
            with pytest.raises(ConflictError):
                act()


def test_a_comment_that_was_taken_off_the_board_is_not_changed(ada, session, part, note):
    comment = _add(part, note)
    withhold_comment(ada, session.pk, comment_id=comment.pk, reason="hurtful")

    with nothing_changed(), pytest.raises(ConflictError):
        revise_comment(part, comment.pk, text="Sorry", version=1)


def test_nobody_else_changes_a_comment(ada, session, part, note):
    comment = _add(part, note)
    other = cast.part_of(ada, session)

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            revise_comment(other, comment.pk, text="Mine", version=1)
        with pytest.raises(NotAllowedError):
            withdraw_comment(other, comment.pk)


def test_a_comment_of_another_session_is_not_here(ada, bo, part, note):
    elsewhere = cast.collecting(ada, bo)
    other = _add(cast.part_of(bo, elsewhere), cast.revealed(bo, elsewhere)[0])

    with nothing_changed(), pytest.raises(Comment.DoesNotExist):
        withdraw_comment(part, other.pk)


@pytest.mark.parametrize("text", ["", "\u200b", "x" * 501])
def test_a_comment_can_be_read_and_is_short(part, note, text):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _add(part, note, text=text)

    assert refused.value.field == "text"


def test_a_finished_session_takes_no_comments(ada, session, part, note):
    close_session(ada, session.pk)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        _add(part, note)


def test_a_former_member_says_nothing(cem, bo, part, note):
    cast.gone(cem, bo)
    part.membership.refresh_from_db()

    with nothing_changed(), pytest.raises(NotAllowedError):
        _add(part, note)


def test_a_guest_comments_under_the_name_that_she_gave(dag, session, note):
    _add(cast.guest_in(session), note)

    [shown] = _shown_to(dag, session).values()
    assert shown.author_name == "Gus"


def test_whoever_only_looks_on_says_nothing(session, note):
    looker = cast.guest_in(session, is_observer=True)

    with nothing_changed(), pytest.raises(NotAllowedError):
        _add(looker, note)
