"""Actions that stood elsewhere before, as tests need them."""

from typing import Any

from django.db import transaction

from actions.models.action import ActionItem
from actions.models.imports import ActionImport, SourceKind
from actions.services.bringing_in import ReadRow, bring_in
from kernel.clock import now
from partnerships.models.membership import Membership
from reflections.models.note import ImportState
from tests import cast


@transaction.atomic
def in_from_a_file(member: Membership, owner: Membership, **said: Any) -> ActionItem:
    """Bring in one row of a spreadsheet, an action of *owner*."""
    source = ActionImport.objects.create(
        partnership_id=member.partnership_id,
        by=member,
        kind=SourceKind.SHEET,
        name="actions.xlsx",
        state=ImportState.DONE,
        made_at=now(),
    )
    row: dict[str, Any] = {
        "number": 7,
        "key": "#1",
        "title": "Ask the library for a room",
        "owner_id": owner.pk,
        "due": cast.in_days(14),
        **said,
    }
    return bring_in(member, source, [ReadRow(**row)])[0]
