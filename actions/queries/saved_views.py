"""Reading the views of the log that a member kept, and those that are for everybody."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from actions.models.saved_view import SavedView
from actions.records.saved_view import SavedViewRecord, saved_view_record
from partnerships.models.membership import Membership
from partnerships.queries import LogView


def saved_views_of(member: Membership) -> QuerySet[SavedView]:
    """Return the views that the member can use, by name."""
    return SavedView.objects.filter(
        Q(by=member) | Q(is_shared=True), partnership=member.partnership_id
    )


def saved_view_records(view: LogView, ids: Collection[UUID] | None) -> dict[str, SavedViewRecord]:
    """Return the views that are for everybody; all of them when *ids* is None."""
    shared = SavedView.objects.filter(partnership=view.partnership_id, is_shared=True)
    if ids is not None:
        shared = shared.filter(pk__in=ids)
    return {str(one.pk): saved_view_record(one) for one in shared}
