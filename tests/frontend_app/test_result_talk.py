from uuid import uuid4

from django.urls import reverse

from actions.services.closing import close_session
from reflections.services.comments import add_comment
from reflections.services.groups import group_notes, take_out_of_groups
from reflections.services.minutes import write_minutes
from reflections.services.moderation import withhold_comment, withhold_note
from reflections.services.parking import park_topic
from tests import api, cast


def _say(member, session, topic, about="note", text="At ours, too"):
    return add_comment(
        cast.part_of(member, session),
        comment_id=uuid4(),
        about=about,
        topic_id=topic.pk,
        text=text,
    )


def _result(member, session):
    close_session(session.facilitator, session.pk)
    address = reverse("session", args=[session.partnership.slug, session.pk])
    return " ".join(api.browser_of(member).get(address).content.decode().split())


def test_the_result_tells_what_was_said_topic_by_topic_and_what_waits(ada, bo, session):
    note, other = cast.revealed(bo, session, "Loose rugs", "No rails")
    _say(bo, session, note)
    write_minutes(
        cast.part_of(ada, session), about="note", topic_id=note.pk, text="In half", version=0
    )
    park_topic(ada, session.pk, about="note", topic_id=other.pk, reason="For the city")

    shown = _result(bo, session)

    said, later = shown.index("What was said"), shown.index("For later")
    assert said < shown.index("In half") < shown.index("Taken down by Ada Visser")
    assert shown.index("At ours, too") < later < shown.index("For the city")


def test_what_was_said_of_a_group_that_is_gone_is_there_under_its_name(ada, bo, session):
    [note] = cast.revealed(bo, session, "Loose rugs")
    group = group_notes(
        ada, session.pk, group_id=uuid4(), note_ids=[note.pk], title="Things on floors"
    )
    _say(bo, session, group, "group")
    take_out_of_groups(ada, session.pk, note_ids=[note.pk])

    assert "Things on floors" in _result(bo, session)


def test_what_was_taken_off_the_board_is_not_told(ada, bo, cem, session):
    note = cast.revealed(bo, session, "Mrs. Smit drinks")[0]
    comment = _say(bo, session, note, text="Yes, Mrs. Smit")
    withhold_note(ada, session.pk, note_id=note.pk, reason="person")
    withhold_comment(ada, session.pk, comment_id=comment.pk, reason="person")

    shown = _result(bo, session)

    assert "Smit" not in shown
    assert "A note that was taken off the board" in shown
    assert "This comment was taken off the board." in shown


def test_where_nothing_was_said_nothing_is_told(ada, session):
    shown = _result(ada, session)

    assert "What was said" not in shown
    assert "For later" not in shown
