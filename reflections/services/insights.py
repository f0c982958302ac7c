"""Wording insights, agreeing on them, and saying what becomes of them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    StaleVersionError,
    WrongPhaseError,
)
from kernel.text import clean_optional_text, clean_text
from partnerships.models.membership import Level, Membership
from reflections.events.insights import InsightAgreed, InsightDisposedOf, InsightDrafted
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.policies import may_dispose_of_insight, may_draft_insight
from reflections.queries.notes import revealed_notes_in
from reflections.queries.sessions import locked_session_of
from reflections.states import NEEDS_A_REASON, OPEN_STATES, Disposition, InsightState

LONGEST_STATEMENT = 500


@dataclass(frozen=True)
class Wording:
    """What an insight says, and from which notes it comes."""

    statement: str
    note_ids: Collection[UUID] = field(default_factory=tuple)
    level: str = ""
    dissent: str = ""


@transaction.atomic
def draft_insight(
    member: Membership, session_id: UUID, *, insight_id: UUID, wording: Wording, version: int = 0
) -> Insight:
    """Word an insight, or reword one that is still a draft (*version* is what was read before)."""
    session = _session_to_learn_in(member, session_id)
    wording = _cleaned(wording)
    notes = _notes_behind(session, wording)
    insight = Insight.objects.filter(pk=insight_id).first()
    if insight is None:
        insight = Insight(
            id=insight_id, session=session, drafted_by=member, drafted_at=now(), version=0
        )
    else:
        if _says_the_same(insight, wording):
            return insight
        _must_be_rewordable(insight, session, wording, version)
    insight.statement = wording.statement
    insight.level = wording.level
    insight.dissent = wording.dissent
    insight.version += 1
    insight.save()
    insight.notes.set(notes)
    record(InsightDrafted(insight.pk), by=member, on=[session_stream(session.pk)])
    return insight


@transaction.atomic
def agree_insight(member: Membership, session_id: UUID, *, insight_id: UUID) -> Insight:
    """Make a draft an insight that stands; agreeing twice is once."""
    session = _session_to_learn_in(member, session_id)
    insight = Insight.objects.get(pk=insight_id, session=session)
    if insight.state == InsightState.AGREED:
        return insight
    insight.state = InsightState.AGREED
    insight.agreed_at = now()
    insight.save(update_fields=["state", "agreed_at"])
    record(InsightAgreed(insight.pk), by=member, on=[session_stream(session.pk)])
    return insight


@transaction.atomic
def dispose_of_insight(
    member: Membership, session_id: UUID, *, insight_id: UUID, disposition: str, reason: str = ""
) -> Insight:
    """Say what becomes of an agreed insight; parking it or saying no needs a reason."""
    session = locked_session_of(member, session_id)
    if not may_dispose_of_insight(member, session):
        raise NotAllowedError(
            _("Only the facilitator or a programme manager can say what becomes of an insight.")
        )
    if disposition not in Disposition.values:
        raise InvalidInputError(_("Please choose one of the listed answers."), field="disposition")
    reason = clean_optional_text(reason, field="reason", most=500)
    if disposition in NEEDS_A_REASON and not reason:
        raise InvalidInputError(
            _("Please say why. The people who gave input will read it."), field="reason"
        )
    insight = Insight.objects.get(pk=insight_id, session=session)
    if insight.state != InsightState.AGREED:
        raise ConflictError(_("Agree on this insight first."))
    if (insight.disposition, insight.disposition_reason) == (disposition, reason):
        return insight
    insight.disposition = disposition
    insight.disposition_reason = reason
    insight.save(update_fields=["disposition", "disposition_reason"])
    record(InsightDisposedOf(insight.pk), by=member, on=[session_stream(session.pk)])
    return insight


def _session_to_learn_in(member: Membership, session_id: UUID) -> ReflectionSession:
    session = locked_session_of(member, session_id)
    if not may_draft_insight(member, session):
        raise NotAllowedError(
            _("Only the facilitator or a programme manager can put insights into words.")
        )
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_("Insights can be agreed only while the session is open."))
    return session


def _cleaned(wording: Wording) -> Wording:
    if wording.level and wording.level not in Level.values:
        raise InvalidInputError(_("Please choose one of the listed levels."), field="level")
    return Wording(
        statement=clean_text(wording.statement, field="statement", most=LONGEST_STATEMENT),
        note_ids=tuple(sorted(set(wording.note_ids))),
        level=wording.level,
        dissent=clean_optional_text(wording.dissent, field="dissent", most=500),
    )


def _notes_behind(session: ReflectionSession, wording: Wording) -> list[Note]:
    found = list(revealed_notes_in(session.pk).filter(pk__in=wording.note_ids))
    if not found or len(found) != len(wording.note_ids):
        raise InvalidInputError(
            _("An insight comes from at least one note that everybody can read."), field="note_ids"
        )
    return found


def _says_the_same(insight: Insight, wording: Wording) -> bool:
    return (insight.statement, insight.level, insight.dissent) == (
        wording.statement,
        wording.level,
        wording.dissent,
    ) and sorted(insight.notes.values_list("pk", flat=True)) == list(wording.note_ids)


def _must_be_rewordable(
    insight: Insight, session: ReflectionSession, wording: Wording, version: int
) -> None:
    if insight.session_id != session.pk:
        raise IdConflictError(_("This insight belongs to another session."))
    if insight.state == InsightState.AGREED:
        raise ConflictError(_("This insight was agreed and stays as it is."))
    if insight.version != version:
        raise StaleVersionError(
            _("Somebody reworded this insight first. Choose which text to keep."),
            current={"statement": insight.statement, "version": insight.version},
            yours={"statement": wording.statement, "version": version},
        )
