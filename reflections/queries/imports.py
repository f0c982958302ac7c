"""Reading imports of notes."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from reflections.models.note import ImportState, NoteImport
from reflections.policies import may_import_notes
from reflections.queries.board import BoardView
from reflections.queries.sessions import sessions_of
from reflections.records.imports import ImportRecord, import_record


def imports_of(member: Membership, session_id: UUID) -> QuerySet[NoteImport]:
    """Return the imports into a session of the member's partnership, newest first.

    Raises DoesNotExist for a session of others, NotAllowedError for who may not import into it.
    """
    session = sessions_of(member).get(pk=session_id)
    if not may_import_notes(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can import notes."))
    return NoteImport.objects.filter(session=session).select_related("session", "by__person")


def import_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, ImportRecord]:
    """Return how far the imports of the session are."""
    imports = (
        NoteImport.objects.filter(session=view.session_id)
        .exclude(state=ImportState.PREPARING)
        .defer("content")
    )
    if ids is not None:
        imports = imports.filter(pk__in=ids)
    return {str(one.pk): import_record(one) for one in imports}
