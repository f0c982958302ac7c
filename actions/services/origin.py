"""Where an action or a decision comes from: an agreed insight, or notes, or both."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kernel.errors import ConflictError, InvalidInputError
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.queries.notes import revealed_notes_in
from reflections.states import InsightState


@dataclass(frozen=True)
class Origin:
    """What something comes from; without notes of its own it keeps those of the insight."""

    insight_id: UUID | None = None
    note_ids: Collection[UUID] = ()


def insight_behind(session: ReflectionSession, origin: Origin) -> Insight | None:
    """Return the agreed insight of the session that something comes from, if any."""
    if origin.insight_id is None:
        return None
    insight = Insight.objects.get(pk=origin.insight_id, session=session)
    if insight.state != InsightState.AGREED:
        raise ConflictError(_("Agree on this insight first."))
    return insight


def notes_behind(session: ReflectionSession, insight: Insight | None, origin: Origin) -> list[Note]:
    """Return the exact notes that something comes from: those named, or those of the insight."""
    if not origin.note_ids and insight:
        return list(insight.notes.all())
    notes = list(revealed_notes_in(session.pk).filter(pk__in=origin.note_ids))
    if not notes or len(notes) != len(set(origin.note_ids)):
        raise InvalidInputError(
            _("This comes from an insight or from notes that everybody can read."),
            field="note_ids",
        )
    return notes


def is_same_origin(origin: Origin, insight_id: UUID | None, note_ids: set[UUID]) -> bool:
    """Say whether *origin* names what something was made from before."""
    named = set(origin.note_ids) or note_ids
    return (origin.insight_id, named) == (insight_id, note_ids)
