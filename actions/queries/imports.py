"""Reading what was brought into the action log from elsewhere."""

from uuid import UUID

from django.db.models import QuerySet

from actions.models.imports import ActionImport, SourceKind
from partnerships.models.membership import Membership


def imports_of(member: Membership) -> QuerySet[ActionImport]:
    """Return what was brought into the log of the member's partnership, newest first."""
    found = ActionImport.objects.filter(partnership=member.partnership_id)
    return found.select_related("by__person")


def minutes_of(member: Membership) -> QuerySet[ActionImport]:
    """Return the minutes that the member pasted herself, newest first; nobody else reads them."""
    return imports_of(member).filter(by=member, kind=SourceKind.MINUTES)


def locked_import_of(member: Membership, import_id: UUID, *, kind: str) -> ActionImport:
    """Return one of them, locked until the transaction ends."""
    found = ActionImport.objects.filter(partnership=member.partnership_id, kind=kind)
    return found.select_for_update(of=("self",)).get(pk=import_id)
