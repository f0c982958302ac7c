"""What asks for attention, said to the database: the rules of `states.flags_on` for whole logs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.expressions import Combinable

from actions.models.action import ActionItem
from actions.models.asking import Escalation
from actions.models.check_in import CheckIn
from actions.states import (
    DUE_SOON_DAYS,
    OPEN,
    STUCK_WEIGHT,
    UNDER_WAY,
    WEIGHTS,
    ActionState,
    Flag,
    days_of_silence,
)
from partnerships.models.partnership import Partnership

# More than all weights together: what is over comes after all that is open.
OVER = 100


@dataclass(frozen=True)
class Rhythm:
    """A day, and the moments before which silence and an unanswered question are too long on it."""

    day: date
    heard_since: datetime
    asked_since: datetime


def rhythm_of(partnership: Partnership, day: date) -> Rhythm:
    """Return what the partnership agreed on as moments before that *day*."""
    return Rhythm(
        day=day,
        heard_since=_start_of(day - timedelta(days=days_of_silence(partnership.check_in_days))),
        asked_since=_start_of(day - timedelta(days=partnership.accept_days)),
    )


def flag_holds(flag: str, rhythm: Rhythm) -> Q:
    """Say under which condition an action of one partnership carries the flag."""
    return _CONDITIONS[Flag(flag)](rhythm)


def in_order_of_urgency(actions: QuerySet[ActionItem], rhythm: Rhythm) -> QuerySet[ActionItem]:
    """Put first what is late, stuck or without owner; `urgency` is the lower, the more it asks."""
    urgency = urgency_where(lambda flag: flag_holds(flag, rhythm))
    return actions.annotate(urgency=urgency).order_by("urgency", "due", "number")


def urgency_where(holds: Callable[[str], Q]) -> Combinable:
    """Return how little an action asks, where *holds* says under which condition it carries a flag."""
    weights = [(holds(flag), weight) for flag, weight in WEIGHTS.items() if weight]
    urgency: Combinable = _if(~Q(state__in=OPEN), OVER) - _if(
        Q(state=ActionState.BLOCKED), STUCK_WEIGHT
    )
    for condition, weight in weights:
        urgency -= _if(condition, weight)
    return urgency


def _if(condition: Q, number: int) -> Combinable:
    return Case(When(condition, then=Value(number)), default=Value(0), output_field=IntegerField())


def _is_silent(rhythm: Rhythm) -> Q:
    heard = CheckIn.objects.filter(action=OuterRef("pk"), at__gte=rhythm.heard_since)
    return Q(state__in=UNDER_WAY) & _said_yes_before(rhythm.heard_since) & ~Q(Exists(heard))


def _said_yes_before(moment: datetime) -> Q:
    return Q(accepted_at__lt=moment) | Q(accepted_at__isnull=True, offered_at__lt=moment)


def _is_asked_above(escalations: QuerySet[Escalation]) -> Q:
    waiting = escalations.filter(action=OuterRef("pk"), ended_at=None)
    return Q(state__in=OPEN) & Q(Exists(waiting))


def _is_orphaned(rhythm: Rhythm) -> Q:
    unanswered = Q(state=ActionState.PROPOSED, offered_at__lt=rhythm.asked_since)
    has_left = Q(state__in=OPEN, owner__until__isnull=False)
    return has_left | unanswered | Q(state=ActionState.DECLINED)


_CONDITIONS: dict[Flag, Callable[[Rhythm], Q]] = {
    Flag.OVERDUE: lambda rhythm: Q(state__in=OPEN, due__lt=rhythm.day),
    Flag.DUE_SOON: lambda rhythm: Q(
        state__in=OPEN, due__range=(rhythm.day, rhythm.day + timedelta(days=DUE_SOON_DAYS))
    ),
    Flag.STALE: _is_silent,
    Flag.ORPHANED: _is_orphaned,
    Flag.SLIPPED: lambda _rhythm: Q(state__in=OPEN, due__gt=F("original_due")),
    Flag.ESCALATED: lambda _rhythm: _is_asked_above(Escalation.objects.all()),
    Flag.ANSWER_LATE: lambda rhythm: _is_asked_above(
        Escalation.objects.filter(answer_by__lt=rhythm.day)
    ),
    Flag.REVIEW_DUE: lambda rhythm: Q(state=ActionState.VERIFIED, review_on__lte=rhythm.day),
}


def _start_of(day: date) -> datetime:
    # The flags count days as moments are kept: in universal time.
    return datetime.combine(day, time.min, UTC)
