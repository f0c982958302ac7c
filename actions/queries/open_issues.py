"""Reading at which levels something is still open around a session: what its people need a mandate for."""

from django.db.models import Q, QuerySet

from actions.models.action import ActionItem
from actions.states import OPEN
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession, Scope
from reflections.states import Disposition, InsightState

# Agreed, and nobody does anything about it yet.
WAITS_FOR_SOMEBODY = ("", Disposition.ASK, Disposition.DECIDE, Disposition.ESCALATE)


def open_levels_around(session: ReflectionSession) -> set[str]:
    """Return the levels of the open actions and insights of the session's themes.

    A region-wide session without themes is about all of them.
    """
    near = ReflectionSession.objects.filter(_around(session), partnership=session.partnership_id)
    actions = ActionItem.objects.filter(session__in=near, state__in=OPEN)
    insights = Insight.objects.filter(
        session__in=near, state=InsightState.AGREED, disposition__in=WAITS_FOR_SOMEBODY
    )
    return (_levels(actions) | _levels(insights)) - {""}


def _around(session: ReflectionSession) -> Q:
    themes = list(session.themes.all())
    if not themes and session.scope == Scope.REGION_WIDE:
        return Q()
    return Q(themes__in=themes)


def _levels(things: QuerySet[ActionItem] | QuerySet[Insight]) -> set[str]:
    return set(things.values_list("level", flat=True))
