"""What contributors say of the feedback that they got."""

from reflections.services.reacting import react_to_feedback
from reflections.visitors import Visitor
from tests import cast, telling
from tests.realtime.scene import Scene, Story


def _told(scene: Scene) -> tuple[object, object]:
    [note] = cast.revealed(scene.bo, scene.session, "Icy pavements")
    return note, telling.published(scene.cem, scene.session)


STORIES: list[Story] = [
    (
        "feedback.reacted",
        _told,
        lambda s, x: react_to_feedback(
            Visitor(person=s.bo.person),
            x[0].pk,
            feedback_id=x[1].pk,
            verdict="not_answered",
            sentence="Which pavements?",
        ),
    ),
]
