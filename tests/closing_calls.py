"""Calls of the API about answers to contributors, decisions and the read-back."""

from typing import Any
from uuid import uuid4

from actions.models.action import ActionItem
from actions.services.read_back import Said, make_remark
from partnerships.models.membership import Membership
from reflections.services.feedback import FeedbackWording, draft_feedback
from tests import cast, endings
from tests.one_call import Call, Route


def ids(facilitator: Membership, other: Membership, action: ActionItem) -> dict[str, Any]:
    """Make an answer that is not published and a remark, and return their ids."""
    wording = FeedbackWording(answer="doing", text="We look into the rugs")
    feedback = draft_feedback(facilitator, action.session_id, feedback_id=uuid4(), wording=wording)
    said = Said("dissent", action_id=action.pk, text="40 homes are too many")
    remark = make_remark(cast.part_of(other, action.session), remark_id=uuid4(), said=said)
    return {"feedback_id": feedback.pk, "remark_id": remark.pk}


def calls(facilitator: Membership) -> dict[Route, Call]:
    """Return what can be asked, on the board's records or on a decision in a session of its own."""
    decision = endings.decision(facilitator)
    origin = {"session_id": decision.session_id, "decision_id": uuid4()}
    taken = {
        "text": "We visit",
        "rationale": "It helps",
        "decided_by": "The board",
        "decided_on": cast.in_days(0).isoformat(),
        "version": 1,
    }
    text = {"answer": "planned", "text": "We check 40 homes", "version": 1}
    return {
        ("FeedbackView", "PUT"): Call("ada", text),
        ("PublicationView", "POST"): Call("cem"),
        ("DecisionsView", "GET"): Call("otto"),
        ("DecisionView", "GET"): Call("otto"),
        ("DecisionView", "PATCH"): Call("ada", taken),
        ("RecordingView", "PUT"): Call(
            "ada", {"text": "Who pays?", "insight_id": str(decision.insight_id)}, origin
        ),
    }
