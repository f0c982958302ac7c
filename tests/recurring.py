"""Insights of the tests that come back, made through the services."""

from datetime import timedelta

from kernel.clock import at, now
from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.recurrence import Recurrence
from reflections.models.session import ReflectionSession
from reflections.services.recurrences import compare_insights
from tests import cast

FIRST = "Three fall plans, and nobody owns what lies between them"
AGAIN = "Nobody owns the fall plans of all three together"


def earlier(member: Membership, statement: str = FIRST) -> Insight:
    """Agree an insight in a session of a month ago."""
    with at(now() - timedelta(days=30)):
        return cast.agreed(member, cast.collecting(member, title="Last winter"), statement)


def again(
    member: Membership, session: ReflectionSession | None = None, statement: str = AGAIN
) -> Insight:
    """Agree an insight now that says the first one again."""
    return cast.agreed(member, session or cast.collecting(member), statement)


def confirmed(member: Membership, insight: Insight, before: Insight) -> Recurrence:
    """Say that it does."""
    return compare_insights(member, insight.pk, earlier_id=before.pk, is_same=True)
