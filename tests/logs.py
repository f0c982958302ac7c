"""What one does with a whole log: views that are kept, and steps with many actions."""

from uuid import UUID, uuid4

from actions.models.bulk import BulkEdit
from actions.models.saved_view import SavedView
from actions.queries.narrowing import LogFilter
from actions.services.bulk import BulkChange, edit_many
from actions.services.saved_views import ViewToKeep, keep_view
from partnerships.models.membership import Membership


def view(member: Membership, *, is_shared: bool = False) -> SavedView:
    """Keep a view of what is late."""
    late = ViewToKeep(name="Late", wanted=LogFilter(flag="overdue"), is_shared=is_shared)
    return keep_view(member, view_id=uuid4(), view=late)


def edit(member: Membership, *action_ids: UUID) -> BulkEdit:
    """Put actions at another level."""
    change = BulkChange(step="set_level", level="meso")
    return edit_many(member, edit_id=uuid4(), action_ids=action_ids, change=change)
