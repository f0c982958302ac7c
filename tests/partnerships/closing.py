"""For each permission about the end of a session: a real attempt to use it."""

from collections.abc import Callable
from uuid import uuid4

from actions.services.decisions import DecisionWording, record_decision
from actions.services.origin import Origin
from actions.services.read_back import Said, make_remark
from partnerships.models.membership import Membership
from reflections.queries.board import board_view_of
from reflections.queries.feedback import feedback_records
from reflections.services.feedback import FeedbackWording, draft_feedback, publish_feedback
from reflections.services.joining import join_session
from tests import api, cast, endings
from tests.partnerships.scene import Attempt, Scene


def draft_answer(scene: Scene) -> Attempt:
    """Promise contributors an answer."""
    session = scene.session()
    return lambda asking: endings.promised(asking, session)


def preview_answer(scene: Scene) -> Attempt:
    """Read an answer before it is published."""
    session = scene.session()
    if scene.relation == "nothing":
        join_session(scene.asking, session.pk)  # it is on the board, which others do not see
    wording = FeedbackWording(answer="doing", text="We are at it")
    draft_feedback(scene.leader, session.pk, feedback_id=uuid4(), wording=wording)
    return lambda asking: feedback_records(board_view_of(asking, session.pk), None)


def publish_answer(scene: Scene) -> Attempt:
    """Publish an answer."""
    session = scene.session()
    wording = FeedbackWording(answer="doing", text="We are at it")
    draft = draft_feedback(scene.leader, session.pk, feedback_id=uuid4(), wording=wording)
    return lambda asking: publish_feedback(asking, session.pk, feedback_id=draft.pk)


def write_decision(scene: Scene) -> Attempt:
    """Write down what is to be decided."""
    session = scene.session()
    insight = cast.agreed(scene.leader, session)
    return lambda asking: record_decision(
        asking,
        session.pk,
        decision_id=uuid4(),
        wording=DecisionWording(text="Do we visit every home?"),
        origin=Origin(insight_id=insight.pk),
    )


def read_decision(scene: Scene) -> Attempt:
    """Read the decisions."""
    endings.decision(scene.others["ada"])

    def read(asking: Membership) -> object:
        answer = api.browser_of(asking).get(api.place("api_decisions", asking))
        return answer.json() if answer.status_code == 200 else None

    return read


def read_back(verdict: str) -> Callable[[Scene], Attempt]:
    """Say something of an action that is read back."""

    def set_scene(scene: Scene) -> Attempt:
        session = scene.session()
        if verdict == "meant" and scene.relation == "nothing":
            join_session(scene.asking, session.pk)  # whoever leads it is in the room
        action = cast.proposed(scene.leader, scene.others["bo"], session)
        said = Said(verdict, action_id=action.pk, text="Forty are too many")
        return lambda asking: make_remark(
            cast.part_of(asking, session), remark_id=uuid4(), said=said
        )

    return set_scene
