"""Who may stop that others are told of a late action."""

from actions.models.action import ActionItem
from partnerships.models.membership import Membership


def may_stop_reminders(member: Membership, action: ActionItem) -> bool:
    """Whoever is told may stop it: the owner, the trusted advisors, the programme managers."""
    return member.may("action.stop_ladder", own=action.owner_id == member.pk)
