"""Attempts at what one does while a session runs."""

from typing import Any
from uuid import uuid4

from partnerships.models.membership import Membership
from partnerships.services.membership import add_member
from reflections.models.session import ReflectionSession
from reflections.services.comments import add_comment, revise_comment
from reflections.services.facilitators import add_facilitator
from reflections.services.minutes import ask_for_minutes, write_minutes
from reflections.services.moderation import withhold_note
from reflections.services.signals import react
from tests import cast
from tests.partnerships.scene import Attempt, Scene


def appoint(scene: Scene) -> Attempt:
    session = scene.session()
    trained = add_member(
        scene.others["cem"], email="t@example.org", name="T", roles=["facilitator"]
    )
    return lambda asking: add_facilitator(asking, session.pk, member_id=trained.pk)


def withhold(scene: Scene) -> Attempt:
    session = scene.session()
    note = cast.revealed(scene.leader, session)[0]
    return lambda asking: withhold_note(asking, session.pk, note_id=note.pk, reason="person")


def _topic(scene: Scene) -> tuple[ReflectionSession, dict[str, Any]]:
    session = scene.session()
    note = cast.revealed(scene.leader, session)[0]
    return session, {"about": "note", "topic_id": note.pk}


def signal(scene: Scene) -> Attempt:
    session, topic = _topic(scene)

    def attempt(asking: Membership) -> object:
        react(cast.part_of(asking, session), **topic, kind="question")
        return True

    return attempt


def comment(scene: Scene) -> Attempt:
    session, topic = _topic(scene)
    return lambda asking: add_comment(
        cast.part_of(asking, session), comment_id=uuid4(), **topic, text="At ours, too"
    )


def change_comment(scene: Scene) -> Attempt:
    session = cast.collecting(scene.others["ada"], scene.asking, scene.others["bo"])
    note = cast.revealed(scene.others["ada"], session)[0]
    comment = add_comment(
        cast.part_of(scene.owner, session),
        comment_id=uuid4(),
        about="note",
        topic_id=note.pk,
        text="At ours, too",
    )
    return lambda asking: revise_comment(
        cast.part_of(asking, session), comment.pk, text="At our flat", version=1
    )


def take_minutes(scene: Scene) -> Attempt:
    session = cast.collecting(scene.others["ada"], scene.asking)
    note = cast.revealed(scene.others["ada"], session)[0]
    if scene.relation == "own":
        part = cast.part_of(scene.asking, session)
        ask_for_minutes(scene.others["ada"], session.pk, participant_id=part.pk)
    return lambda asking: write_minutes(
        cast.part_of(asking, session), about="note", topic_id=note.pk, text="Rugs", version=0
    )
