"""What is said of insights that come back."""

from reflections.models.insight import Insight
from reflections.services.insights import withdraw_insight
from reflections.services.recurrences import compare_insights, take_comparison_back
from tests import recurring
from tests.realtime.scene import Scene, Story


def _two(scene: Scene) -> tuple[Insight, Insight]:
    return recurring.earlier(scene.ada), recurring.again(scene.ada, scene.session)


def _linked(scene: Scene) -> tuple[Insight, Insight]:
    earlier, again = _two(scene)
    recurring.confirmed(scene.ada, again, earlier)
    return earlier, again


STORIES: list[Story] = [
    ("recurrence.confirmed", _two, lambda s, x: recurring.confirmed(s.ada, x[1], x[0])),
    (
        "recurrence.refused",
        _two,
        lambda s, x: compare_insights(s.ada, x[1].pk, earlier_id=x[0].pk, is_same=False),
    ),
    (
        "recurrence.taken_back",
        _linked,
        lambda s, x: take_comparison_back(s.ada, x[1].pk, earlier_id=x[0].pk),
    ),
    (
        "recurrence.taken_back",
        _linked,
        lambda s, x: withdraw_insight(s.ada, s.session.pk, insight_id=x[1].pk, reason="Twice"),
    ),
]
