"""Reading what became of a step with many actions."""

from uuid import UUID

from actions.models.bulk import BulkEdit
from partnerships.models.membership import Membership


def edit_of(member: Membership, edit_id: UUID) -> BulkEdit:
    """Return a step that the member took herself, or raise DoesNotExist."""
    return (
        BulkEdit.objects.select_related("undone_by", "undoes")
        .prefetch_related("results__action")
        .get(pk=edit_id, by=member, partnership=member.partnership_id)
    )
