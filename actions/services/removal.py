"""Removing the actions of a partnership that is removed as a whole."""

from uuid import UUID

from django.db import transaction

from actions.models.action import ActionItem


@transaction.atomic
def remove_actions(partnership_id: UUID) -> None:
    """Remove all actions of a partnership, with what was reported on them."""
    ActionItem.objects.filter(partnership=partnership_id).delete()
