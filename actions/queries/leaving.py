"""Reading what somebody would leave behind."""

from uuid import UUID

from django.db.models import QuerySet

from actions.models.action import ActionItem
from actions.states import OPEN
from partnerships.models.membership import Membership


def open_actions_left_by(member: Membership, member_id: UUID) -> QuerySet[ActionItem]:
    """Return the open actions of a member of the partnership, hidden ones too, by their dates."""
    return ActionItem.objects.filter(
        partnership=member.partnership_id, owner=member_id, state__in=OPEN
    )
