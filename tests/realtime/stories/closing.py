"""What happens at the end of a session: answers to contributors, decisions, the read-back."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

from actions.services.closing import reopen_session
from actions.services.decisions import revise_decision
from actions.services.read_back import Said, make_remark
from reflections.models.feedback import Feedback
from reflections.services.feedback import FeedbackWording, draft_feedback, publish_feedback
from tests import cast, endings
from tests.realtime.scene import Scene, Story, nothing_more


def _worded(scene: Scene, text: str) -> Feedback:
    wording = FeedbackWording(answer="doing", text=text, promised_by=cast.in_days(9))
    return draft_feedback(scene.ada, scene.session.pk, feedback_id=uuid4(), wording=wording)


def _in_place_of(scene: Scene, earlier: Any) -> Any:
    wording = replace(endings.taken(scene.bo, "Half of them"), replaces_id=earlier.pk)
    return endings.decision(scene.ada, scene.session, wording)


def _read_back(scene: Scene, action: Any) -> Any:
    said = Said("dissent", action_id=action.pk, text="Forty are too many")
    return make_remark(cast.part_of(scene.bo, scene.session), remark_id=uuid4(), said=said)


STORIES: list[Story] = [
    (
        "feedback.drafted",
        nothing_more,
        lambda s, _: _worded(s, "Not told yet: we look into the rugs"),
    ),
    (
        "feedback.published",
        lambda s: _worded(s, "We look into the rugs"),
        lambda s, x: publish_feedback(s.cem, s.session.pk, feedback_id=x.pk),
    ),
    ("decision.recorded", nothing_more, lambda s, _: endings.decision(s.ada, s.session)),
    (
        "decision.revised",
        lambda s: endings.decision(s.ada, s.session),
        lambda s, x: revise_decision(s.ada, x.pk, wording=endings.taken(s.bo), version=1),
    ),
    (
        "decision.replaced",
        lambda s: endings.decision(s.ada, cast.collecting(s.ada), endings.taken(s.bo)),
        _in_place_of,
    ),
    (
        "remark.made",
        lambda s: cast.proposed(s.ada, s.bo, s.session),
        _read_back,
    ),
    (
        "session.reopened",
        lambda s: endings.closed(s.ada, cast.collecting(s.ada, s.bo, s.cem, s.dag, s.otto)),
        lambda s, x: reopen_session(s.ada, x.pk, reason="We forgot the rails"),
    ),
]
