"""What a session looks at first: what earlier ones on its themes left open, actions and insights."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime

from actions.models.action import ActionItem
from actions.policies import possible_steps
from actions.queries.decisions import due_decisions_of
from actions.queries.log import in_order_of_attention, with_everything_shown
from actions.queries.sight import visible_to
from actions.records.action import ActionRecord, action_record
from actions.records.decision import DecisionRecord, decision_record
from actions.records.follow_up import OpenAction, OpenInsight
from actions.states import OPEN, possible_claims
from kernel.clock import today
from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_on
from reflections.queries.sessions import sessions_of
from reflections.states import Disposition, InsightState, SessionState


def open_actions_before(member: Membership, session_id: UUID) -> list[OpenAction]:
    """Return what is open from before, in order of attention, with what she can report of each.

    Of sessions on the same themes; of all sessions, and brought in from elsewhere, where this one
    names none. Raises DoesNotExist for a session of others, NotAllowedError before she joined.
    """
    session = sessions_of(member).get(pk=session_id)
    board_view_on(member, session)
    found = {action.pk: action for action in with_everything_shown(_from_before(member, session))}
    return [
        _shown(record, member, found[record.id])
        for record in in_order_of_attention(map(action_record, found.values()))
    ]


def open_insights_before(member: Membership, session_id: UUID) -> list[OpenInsight]:
    """Return what finished sessions on the same themes asked others or parked, the oldest first.

    What is parked comes back on its day; questions are on the learning agenda. Of all sessions where this one names no theme; raises as
    *open_actions_before*.
    """
    session = sessions_of(member).get(pk=session_id)
    board_view_on(member, session)
    found = Insight.objects.filter(
        Q(disposition=Disposition.ESCALATE)
        | Q(disposition=Disposition.PARK, revisit_on__lte=today()),
        state=InsightState.AGREED,
        session__in=_near(session).filter(state=SessionState.CLOSED),
    )
    ordered = found.select_related("session").order_by("session__starts_at", "drafted_at", "pk")
    return [_left_open(insight) for insight in ordered]


def due_decisions_before(member: Membership, session_id: UUID) -> list[DecisionRecord]:
    """Return the decisions on the same themes that somebody wanted to look at again by now.

    Of all sessions where this one names no theme; raises as *open_actions_before*.
    """
    session = sessions_of(member).get(pk=session_id)
    board_view_on(member, session)
    found = due_decisions_of(member).filter(session__in=_near(session))
    return [decision_record(one) for one in found]


def _from_before(member: Membership, session: ReflectionSession) -> QuerySet[ActionItem]:
    near = Q(session__in=_near(session))
    if not session.themes.exists():
        near |= Q(session=None, partnership=session.partnership_id)
    return visible_to(member).filter(near, state__in=OPEN)


def _near(session: ReflectionSession) -> QuerySet[ReflectionSession]:
    others = ReflectionSession.objects.filter(partnership=session.partnership_id)
    themes = list(session.themes.values_list("pk", flat=True))
    if themes:
        others = others.filter(themes__in=themes)
    return others.exclude(pk=session.pk).distinct()


def _left_open(insight: Insight) -> OpenInsight:
    session = insight.session
    if session.closed_at is None:
        raise ValueError("only a finished session left something open")
    return OpenInsight(
        id=insight.pk,
        session_id=session.pk,
        session_title=session.title,
        closed_on=localtime(session.closed_at).date(),
        language=session.language,
        statement=insight.statement,
        disposition=insight.disposition,
        escalated_to=insight.escalated_to,
        answer_by=insight.answer_by,
        revisit_on=insight.revisit_on,
    )


def _shown(record: ActionRecord, member: Membership, action: ActionItem) -> OpenAction:
    may_report = "check_in" in possible_steps(member, action)
    claims = [str(claim) for claim in possible_claims(action.state)] if may_report else []
    return OpenAction(action=record, claims=claims)
