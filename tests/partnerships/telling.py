"""Attempts at what is told: taking everything along, sending up, replying, asking again."""

from uuid import uuid4

from actions.queries.export import export_of
from reflections.services.joining import join_session
from reflections.services.reacting import react_to_feedback
from reflections.services.region import send_up
from reflections.visitors import Visitor
from tests import cast, region, telling
from tests.partnerships.scene import Attempt, Scene


def exporting(scene: Scene) -> Attempt:
    session = scene.session()
    if scene.relation == "nothing":
        join_session(scene.asking, session.pk)  # what one cannot read one cannot take along
    return lambda asking: export_of(asking, session.pk)


def reacting(scene: Scene) -> Attempt:
    session = cast.collecting(scene.others["ada"], scene.owner)
    [note, _] = cast.revealed(scene.owner, session)
    told = telling.published(scene.others["cem"], session)
    return lambda asking: react_to_feedback(
        Visitor(person=asking.person), note.pk, feedback_id=told.pk, verdict="helpful"
    )


def sending_up(scene: Scene) -> Attempt:
    session = scene.session()
    insight = region.insight(scene.leader, session)
    return lambda asking: send_up(
        asking, session.pk, item_id=uuid4(), insight_id=insight.pk, ask="Say who pays"
    )


def replying(scene: Scene) -> Attempt:
    item = region.sent_up(scene.others["ada"])
    joined = [scene.asking] if scene.relation == "joined" else []
    session = region.begun(scene.leader, *joined)
    return lambda asking: region.replied(asking, session, item)
