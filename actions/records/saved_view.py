"""The shape in which a view of the log leaves the server."""

from dataclasses import dataclass
from uuid import UUID

from actions.models.saved_view import SavedView


@dataclass(frozen=True)
class SavedViewRecord:
    """Conditions on the log under a name; `wanted` holds those that narrow, as the log takes them."""

    id: UUID
    name: str
    wanted: dict[str, str]
    layout: str
    is_shared: bool
    by_id: UUID


def saved_view_record(view: SavedView) -> SavedViewRecord:
    """Show one view."""
    return SavedViewRecord(
        id=view.pk,
        name=view.name,
        wanted=view.wanted,
        layout=view.layout,
        is_shared=view.is_shared,
        by_id=view.by_id,
    )
