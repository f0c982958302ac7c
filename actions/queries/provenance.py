"""Reading one action backwards: the insights and notes it came from, and what happened to it since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from actions.models.action import ActionItem, Offer
from actions.models.check_in import CheckIn
from actions.queries.log import check_ins_of
from actions.records.action import ActionRecord, CheckInRecord, check_in_record
from actions.records.decision import DecisionRecord
from actions.states import OPEN, ActionState
from eventlog.events import partnership_stream
from eventlog.queries import Entry, history_of
from kernel.clock import today
from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.queries.insights import agreed_insights_of
from reflections.queries.notes import quoted_notes_of
from reflections.records.note import QuotedNote
from reflections.states import InsightState


@dataclass(frozen=True)
class ActionOrigin:
    """What an action or a decision came from: agreed insights and the exact notes."""

    insights: list[Insight]
    notes: list[QuotedNote]


@dataclass(frozen=True)
class HistoryLine:
    """One thing that happened to an action, with what belongs to it.

    `report` comes with a check-in, `asked_name` with being asked, `reason` with a no.
    """

    kind: str
    at: datetime
    by_name: str
    report: CheckInRecord | None = None
    asked_name: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Yield:
    """How much of what a partnership wrote down became something that somebody does."""

    notes: int
    notes_in_insights: int
    insights: int
    insights_acted_on: int
    actions: int
    open_actions: int
    late_actions: int
    done_actions: int
    confirmed_actions: int


def origin_of(member: Membership, action: ActionRecord) -> ActionOrigin:
    """Return the insights and notes behind an action of the member's partnership."""
    return ActionOrigin(
        insights=list(agreed_insights_of(member).filter(pk__in=action.insight_ids)),
        notes=quoted_notes_of(member, action.note_ids),
    )


def origin_of_decision(member: Membership, decision: DecisionRecord) -> ActionOrigin:
    """Return the insight and the notes behind a decision of the member's partnership."""
    return ActionOrigin(
        insights=list(agreed_insights_of(member).filter(decisions=decision.id)),
        notes=quoted_notes_of(member, decision.note_ids),
    )


def history_of_action(member: Membership, action_id: UUID) -> list[HistoryLine]:
    """Return what happened to an action, newest first, each event with its own report or offer."""
    entries = history_of(action_id, stream=partnership_stream(member.partnership_id))
    names = _names_of(member, {entry.actor_id for entry in entries if entry.actor_id})
    reports = iter(check_ins_of(member, action_id).order_by("at"))
    offers = iter(_offers_of(member, action_id))
    offer: Offer | None = None
    lines = []
    for entry in entries:
        if entry.kind in {"action.proposed", "action.offered"}:
            offer = next(offers, None)
        lines.append(_line(entry, names.get(entry.actor_id, ""), offer, reports))
    return lines[::-1]


def yield_of(member: Membership) -> Yield:
    """Count the way from notes to done in the member's partnership."""
    done = Q(state__in=[ActionState.DONE, ActionState.VERIFIED])
    return Yield(
        **Note.objects.filter(
            session__partnership=member.partnership_id,
            revealed_at__isnull=False,
            withdrawn_at__isnull=True,
        ).aggregate(
            notes=Count("pk", distinct=True),
            notes_in_insights=Count(
                "pk", distinct=True, filter=Q(insights__state=InsightState.AGREED)
            ),
        ),
        **agreed_insights_of(member).aggregate(
            insights=Count("pk", distinct=True),
            insights_acted_on=Count("pk", distinct=True, filter=Q(translations__isnull=False)),
        ),
        **ActionItem.objects.filter(partnership=member.partnership_id).aggregate(
            actions=Count("pk"),
            open_actions=Count("pk", filter=Q(state__in=OPEN)),
            late_actions=Count("pk", filter=Q(state__in=OPEN, due__lt=today())),
            done_actions=Count("pk", filter=done),
            confirmed_actions=Count("pk", filter=Q(state=ActionState.VERIFIED)),
        ),
    )


def _line(
    entry: Entry, by_name: str, offer: Offer | None, reports: Iterator[CheckIn]
) -> HistoryLine:
    line = HistoryLine(kind=entry.kind, at=entry.at, by_name=by_name)
    if entry.kind == "action.checked_in":
        report = next(reports, None)
        return replace(line, report=check_in_record(report) if report else None)
    if offer and entry.kind in {"action.proposed", "action.offered"}:
        return replace(line, asked_name=offer.owner.person.name)
    if offer and entry.kind == "action.declined":
        return replace(line, reason=offer.decline_reason)
    return line


def _offers_of(member: Membership, action_id: UUID) -> QuerySet[Offer]:
    return Offer.objects.filter(
        action=action_id, action__partnership=member.partnership_id
    ).select_related("owner__person")


def _names_of(member: Membership, ids: set[UUID]) -> dict[UUID | None, str]:
    actors = Membership.objects.filter(partnership=member.partnership_id, pk__in=ids)
    return {actor.pk: actor.person.name for actor in actors.select_related("person")}
