"""Reading the figures of a partnership: everybody in it reads the same, and nobody reads of people."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from actions.indicators.effects import drift_of, effect_figures
from actions.indicators.facts import Facts
from actions.indicators.following import following_figures
from actions.indicators.learning import learning_figures
from actions.indicators.pictures import bars_of, flow_of
from actions.queries.indicator_actions import action_facts
from actions.queries.indicator_learning import (
    insight_facts,
    note_facts,
    origins_of,
    question_facts,
    reactions_of,
    session_facts,
)
from actions.queries.log import open_actions_owned_by
from actions.records.indicators import IndicatorsRecord
from kernel.clock import today
from kernel.errors import InvalidInputError
from partnerships.models.membership import Membership
from partnerships.queries import themes_of
from reflections.models.session import ReflectionSession
from reflections.states import SessionState

# What was said and agreed in them is there; what is still planned is not.
HELD = (SessionState.LIVE, SessionState.TRANSLATING, SessionState.CLOSED)
DECEMBER = 12


@dataclass(frozen=True)
class Selection:
    """Which sessions the figures are about: on a theme, from one month to another; empty is all.

    A month is said by its first day.
    """

    theme_id: UUID | None = None
    since: date | None = None
    until: date | None = None


def indicators_of(member: Membership, wanted: Selection) -> IndicatorsRecord:
    """Return the figures of the member's partnership, with her own load and nobody else's.

    What is about people is never narrowed down: it is about the whole partnership or not there.
    Raises DoesNotExist for a theme of others.
    """
    with timezone.override(member.partnership.time_zone):
        sessions = _sessions_in(member, wanted)
        facts = _facts_of(member, wanted, sessions)
        return IndicatorsRecord(
            theme_id=wanted.theme_id,
            since=wanted.since,
            until=wanted.until,
            sessions=len(sessions),
            check_in_days=facts.check_in_days,
            figures=[*learning_figures(facts), *following_figures(facts), *effect_figures(facts)],
            bars=bars_of(facts),
            flow=flow_of(facts),
            drift=drift_of(facts),
        )


def months_held(member: Membership) -> list[date]:
    """Return the months in which sessions were held, by their first days, the latest first."""
    with timezone.override(member.partnership.time_zone):
        starts = _held_sessions_of(member).values_list("starts_at", flat=True)
        days = {timezone.localtime(start).date().replace(day=1) for start in starts}
        return sorted(days, reverse=True)


def _held_sessions_of(member: Membership) -> QuerySet[ReflectionSession]:
    found = ReflectionSession.objects.filter(partnership=member.partnership_id, state__in=HELD)
    return found.prefetch_related("themes").order_by("starts_at", "pk")


def _sessions_in(member: Membership, wanted: Selection) -> list[ReflectionSession]:
    for day, field in ((wanted.since, "since"), (wanted.until, "until")):
        if day and day.day != 1:
            raise InvalidInputError(_("Say the month by its first day."), field=field)
    found = _held_sessions_of(member)
    if wanted.theme_id:
        found = found.filter(themes=themes_of(member).get(pk=wanted.theme_id))
    if wanted.since:
        found = found.filter(starts_at__gte=_start_of(wanted.since))
    if wanted.until:
        found = found.filter(starts_at__lt=_start_of(_next_month(wanted.until)))
    return list(found)


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, timezone.get_current_timezone())


def _next_month(day: date) -> date:
    if day.month == DECEMBER:
        return date(day.year + 1, 1, 1)
    return date(day.year, day.month + 1, 1)


def _facts_of(
    member: Membership, wanted: Selection, sessions: Collection[ReflectionSession]
) -> Facts:
    partnership, ids = member.partnership, [session.pk for session in sessions]
    return Facts(
        today=today(),
        check_in_days=partnership.check_in_days,
        sessions=session_facts(ids),
        notes=note_facts(ids),
        insights=insight_facts(ids),
        actions=action_facts(sessions),
        questions=question_facts(member, wanted.theme_id),
        origins=origins_of(partnership),
        reactions=reactions_of(partnership),
        own_open=open_actions_owned_by(member),
        own_most=partnership.max_open_actions,
    )
