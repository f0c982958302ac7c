"""Reading backwards: the insights and notes that an action or a decision came from."""

from dataclasses import dataclass

from django.db.models import Count, Q

from actions.models.action import ActionItem
from actions.records.action import ActionRecord
from actions.records.decision import DecisionRecord
from actions.states import ACHIEVED, OPEN, ActionState
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


def yield_of(member: Membership) -> Yield:
    """Count the way from notes to done in the member's partnership."""
    done = Q(state__in=ACHIEVED)
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
            confirmed_actions=Count(
                "pk", filter=Q(state__in=[ActionState.VERIFIED, ActionState.CLOSED])
            ),
        ),
    )
