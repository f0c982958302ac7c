"""Removing the actions and decisions of a partnership that is removed as a whole."""

from uuid import UUID

from django.db import transaction

from actions.models.action import ActionItem
from actions.models.decision import Decision
from actions.models.imports import ActionImport


@transaction.atomic
def remove_actions(partnership_id: UUID) -> None:
    """Remove all actions of a partnership, with what was reported on them, its imports and its decisions."""
    decisions = Decision.objects.filter(partnership=partnership_id)
    decisions.update(replaces=None)
    decisions.delete()
    ActionItem.objects.filter(partnership=partnership_id).delete()
    ActionImport.objects.filter(partnership=partnership_id).delete()
