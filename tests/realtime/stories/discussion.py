"""What is said about topics, and what is taken off the board."""

from uuid import uuid4

from reflections.services.comments import add_comment, revise_comment, withdraw_comment
from reflections.services.insights import agree_insight
from reflections.services.minutes import ask_for_minutes, release_from_minutes, write_minutes
from reflections.services.moderation import (
    restore_comment,
    restore_note,
    withhold_comment,
    withhold_note,
)
from reflections.services.parking import park_topic, take_up_topic
from reflections.services.signals import react, take_reaction_back
from tests import cast
from tests.realtime.scene import Scene, Story, draft, nothing_more


def _note(scene: Scene):
    return scene.session.notes.filter(revealed_at__isnull=False)[0]


def _comment(scene: Scene):
    return add_comment(
        cast.part_of(scene.bo, scene.session),
        comment_id=uuid4(),
        about="note",
        topic_id=_note(scene).pk,
        text="At our flat as well",
    )


def _withheld_note(scene: Scene):
    note = cast.revealed(scene.bo, scene.session, "Withheld: Mrs. Smit of number 12 fell")[0]
    return withhold_note(
        scene.ada, scene.session.pk, note_id=note.pk, reason="person", remark="Withheld: a name"
    )


def _withheld_comment(scene: Scene):
    comment = add_comment(
        cast.part_of(scene.bo, scene.session),
        comment_id=uuid4(),
        about="note",
        topic_id=_note(scene).pk,
        text="Withheld: that was Mrs. Smit",
    )
    return withhold_comment(scene.ada, scene.session.pk, comment_id=comment.pk, reason="person")


def _said_of(scene: Scene, insight):
    return add_comment(
        cast.part_of(scene.dag, scene.session),
        comment_id=uuid4(),
        about="insight",
        topic_id=insight.pk,
        text="Said of a draft: lamps were promised",
    )


def _reaction(scene: Scene):
    note = _note(scene)
    part = cast.part_of(scene.bo, scene.session)
    react(part, about="note", topic_id=note.pk, kind="important")
    return note


def _minutes(scene: Scene):
    note = _note(scene)
    write_minutes(
        cast.part_of(scene.ada, scene.session),
        about="note",
        topic_id=note.pk,
        text="Rugs again",
        version=0,
    )
    return note


def _parked(scene: Scene):
    note = _note(scene)
    park_topic(scene.ada, scene.session.pk, about="note", topic_id=note.pk, reason="For the city")
    return note


def _minute_taker(scene: Scene):
    part = cast.part_of(scene.otto, scene.session)
    return ask_for_minutes(scene.ada, scene.session.pk, participant_id=part.pk)


STORIES: list[Story] = [
    (
        "note.withheld",
        lambda s: cast.revealed(s.bo, s.session, "Withheld: Mr. Jaspers shouts")[0],
        lambda s, x: withhold_note(
            s.ada, s.session.pk, note_id=x.pk, reason="other", remark="Withheld: rude"
        ),
    ),
    (
        "note.restored",
        _withheld_note,
        lambda s, x: restore_note(s.ada, s.session.pk, note_id=x.pk),
    ),
    ("comment.added", nothing_more, lambda s, _: _comment(s)),
    (
        "comment.added",
        lambda s: draft(s, "Only a draft: the street is dark"),
        _said_of,
    ),
    (
        "insight.agreed",
        lambda s: _said_of(s, draft(s, "Only a draft: the street is dark")),
        lambda s, x: agree_insight(s.ada, s.session.pk, insight_id=x.topic_id),
    ),
    (
        "comment.revised",
        _comment,
        lambda s, x: revise_comment(
            cast.part_of(s.bo, s.session), x.pk, text="At ours, too", version=1
        ),
    ),
    (
        "comment.withdrawn",
        _comment,
        lambda s, x: withdraw_comment(cast.part_of(s.bo, s.session), x.pk),
    ),
    (
        "comment.withheld",
        _comment,
        lambda s, x: withhold_comment(
            s.ada, s.session.pk, comment_id=x.pk, reason="hurtful", remark="Withheld: rude"
        ),
    ),
    (
        "comment.restored",
        _withheld_comment,
        lambda s, x: restore_comment(s.ada, s.session.pk, comment_id=x.pk),
    ),
    ("reaction.changed", nothing_more, lambda s, _: _reaction(s)),
    (
        "reaction.changed",
        _reaction,
        lambda s, x: take_reaction_back(
            cast.part_of(s.bo, s.session), topic_id=x.pk, kind="important"
        ),
    ),
    ("minutes.written", nothing_more, lambda s, _: _minutes(s)),
    (
        "participant.minute_taker",
        nothing_more,
        lambda s, _: _minute_taker(s),
    ),
    (
        "participant.minute_taker",
        _minute_taker,
        lambda s, x: release_from_minutes(s.ada, s.session.pk, participant_id=x.pk),
    ),
    ("topic.parked", nothing_more, lambda s, _: _parked(s)),
    (
        "topic.taken_up",
        _parked,
        lambda s, x: take_up_topic(s.ada, s.session.pk, topic_id=x.pk),
    ),
]
