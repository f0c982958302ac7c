"""What a session looks at first: the open actions of its themes, wherever they came from."""

from uuid import UUID

from django.db.models import QuerySet

from actions.models.action import ActionItem
from actions.policies import possible_steps
from actions.queries.log import in_order_of_attention, with_everything_shown
from actions.records.action import ActionRecord, action_record
from actions.records.follow_up import OpenAction
from actions.states import OPEN, possible_claims
from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_of
from reflections.queries.sessions import sessions_of


def open_actions_before(member: Membership, session_id: UUID) -> list[OpenAction]:
    """Return what is open from before, in order of attention, with what she can report of each.

    Of sessions on the same themes; of all sessions where this one names none. Raises DoesNotExist
    for a session of others, NotAllowedError before she joined.
    """
    board_view_of(member, session_id)
    session = sessions_of(member).get(pk=session_id)
    found = {action.pk: action for action in with_everything_shown(_from_before(session))}
    return [
        _shown(record, member, found[record.id])
        for record in in_order_of_attention(map(action_record, found.values()))
    ]


def _from_before(session: ReflectionSession) -> QuerySet[ActionItem]:
    actions = ActionItem.objects.filter(partnership=session.partnership_id, state__in=OPEN)
    themes = list(session.themes.values_list("pk", flat=True))
    if themes:
        actions = actions.filter(session__themes__in=themes)
    return actions.exclude(session=session).distinct()


def _shown(record: ActionRecord, member: Membership, action: ActionItem) -> OpenAction:
    may_report = "check_in" in possible_steps(member, action)
    claims = [str(claim) for claim in possible_claims(action.state)] if may_report else []
    return OpenAction(action=record, claims=claims)
