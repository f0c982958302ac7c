"""Removing the actions and decisions of a partnership that is removed as a whole."""

from uuid import UUID

from django.db import transaction

from actions.models.action import ActionItem
from actions.models.bulk import BulkEdit
from actions.models.decision import Decision
from actions.models.follow_up_round import FollowUpRound
from actions.models.imports import ActionImport
from actions.models.saved_view import SavedView


@transaction.atomic
def remove_actions(partnership_id: UUID) -> None:
    """Remove all actions of a partnership, what was reported on them, its views, imports and decisions."""
    decisions = Decision.objects.filter(partnership=partnership_id)
    decisions.update(replaces=None)
    decisions.delete()
    BulkEdit.objects.filter(partnership=partnership_id).delete()
    SavedView.objects.filter(partnership=partnership_id).delete()
    ActionItem.objects.filter(partnership=partnership_id).delete()
    # Rounds go through several partnerships; what is left of one without any action is nothing.
    FollowUpRound.objects.filter(items=None).delete()
    ActionImport.objects.filter(partnership=partnership_id).delete()
