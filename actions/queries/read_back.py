"""Reading what was said when actions and decisions were read back."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from actions.models.read_back import Remark, Verdict
from actions.records.read_back import RemarkRecord, remark_record
from partnerships.models.membership import Membership
from reflections.queries.board import BoardView


def dissent_of(member: Membership) -> QuerySet[Remark]:
    """Return where somebody saw it differently, in the member's partnership, oldest first."""
    found = Remark.objects.filter(
        session__partnership=member.partnership_id, verdict=Verdict.DISSENT
    )
    return found.select_related("by__membership__person").order_by("at", "pk")


def remark_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, RemarkRecord]:
    """Return the remarks of a session; all of them when *ids* is None."""
    found = Remark.objects.filter(session=view.session_id)
    if ids is not None:
        found = found.filter(pk__in=ids)
    found = found.select_related("by__membership__person")
    return {str(one.pk): remark_record(one) for one in found}
