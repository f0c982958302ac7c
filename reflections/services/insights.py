"""Wording insights, agreeing on them, and taking one back."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    WrongPhaseError,
)
from kernel.text import clean_optional_text, clean_text
from kernel.versions import must_be_current
from partnerships.models.membership import Level, Membership
from reflections.events.insights import InsightAgreed, InsightDrafted, InsightWithdrawn
from reflections.models.insight import Agreement, Component, Insight, Loop
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.policies import may_draft_insight
from reflections.queries.notes import revealed_notes_in
from reflections.queries.sessions import locked_session_of
from reflections.services.dispositions import take_answer_off
from reflections.services.recurrences import forget_comparisons
from reflections.services.settling import follow_insight
from reflections.states import OPEN_STATES, InsightState

LONGEST_STATEMENT = 500


@dataclass(frozen=True)
class Wording:
    """What an insight says, and from which notes it comes."""

    statement: str
    note_ids: Collection[UUID] = field(default_factory=tuple)
    plain_statement: str = ""
    dissent: str = ""
    level: str = ""
    loop: str = ""
    components: Collection[str] = field(default_factory=tuple)


@transaction.atomic
def draft_insight(
    member: Membership, session_id: UUID, *, insight_id: UUID, wording: Wording, version: int = 0
) -> Insight:
    """Word an insight, or reword one that is still a draft (*version* is what was read before)."""
    session = _session_to_learn_in(member, session_id)
    wording = _cleaned(wording)
    insight = Insight.objects.filter(pk=insight_id).first()
    notes = [] if _stays_without_notes(insight, wording) else _notes_behind(session, wording)
    if insight is None:
        insight = Insight(
            id=insight_id, session=session, drafted_by=member, drafted_at=now(), version=0
        )
    else:
        if _wording_of(insight) == wording:
            return insight
        _must_be_rewordable(insight, session, wording, version)
    insight.statement = wording.statement
    insight.plain_statement = wording.plain_statement
    insight.dissent = wording.dissent
    insight.level = wording.level
    insight.loop = wording.loop
    insight.components = list(wording.components)
    insight.version += 1
    insight.save()
    insight.notes.set(notes)
    record(InsightDrafted(insight.pk), by=member, on=[session_stream(session.pk)])
    return insight


@transaction.atomic
def agree_insight(
    member: Membership, session_id: UUID, *, insight_id: UUID, how: str = ""
) -> Insight:
    """Make a draft an insight that stands, and say *how* those present agreed; twice is once."""
    session = _session_to_learn_in(member, session_id)
    _must_be_listed([how], Agreement.values, field="how")
    insight = Insight.objects.get(pk=insight_id, session=session)
    if insight.state == InsightState.AGREED:
        return insight
    if insight.state == InsightState.WITHDRAWN:
        raise ConflictError(_("This insight was withdrawn. Put it into words again."))
    insight.state = InsightState.AGREED
    insight.agreed_at = now()
    insight.agreed_how = how
    insight.save(update_fields=["state", "agreed_at", "agreed_how"])
    record(InsightAgreed(insight.pk), by=member, on=[session_stream(session.pk)])
    return insight


@transaction.atomic
def withdraw_insight(
    member: Membership, session_id: UUID, *, insight_id: UUID, reason: str
) -> Insight:
    """Take an agreed insight back and say why, while nothing rests on it; doing it twice is once.

    Its answer goes with it. Everybody can still read it, with the reason.
    """
    session = _session_to_learn_in(member, session_id)
    reason = clean_text(reason, field="reason", most=500)
    insight = Insight.objects.get(pk=insight_id, session=session)
    if (insight.state, insight.withdrawn_reason) == (InsightState.WITHDRAWN, reason):
        return insight
    _must_be_free_to_go(insight)
    insight.state = InsightState.WITHDRAWN
    insight.withdrawn_reason = reason
    take_answer_off(insight)
    insight.version += 1
    insight.save()
    record(InsightWithdrawn(insight.pk), by=member, on=[session_stream(session.pk)])
    follow_insight(member, insight)
    forget_comparisons(member, insight)
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
    _must_be_listed([wording.level], Level.values, field="level")
    _must_be_listed([wording.loop], Loop.values, field="loop")
    _must_be_listed(wording.components, Component.values, field="components")
    return Wording(
        statement=clean_text(wording.statement, field="statement", most=LONGEST_STATEMENT),
        note_ids=tuple(sorted(set(wording.note_ids))),
        plain_statement=clean_optional_text(
            wording.plain_statement, field="plain_statement", most=LONGEST_STATEMENT
        ),
        dissent=clean_optional_text(wording.dissent, field="dissent", most=500),
        level=wording.level,
        loop=wording.loop,
        components=tuple(one for one in Component.values if one in wording.components),
    )


def _must_be_listed(values: Iterable[str], listed: Collection[str], *, field: str) -> None:
    if any(value and value not in listed for value in values):
        raise InvalidInputError(_("Please choose among the listed values."), field=field)


def _notes_behind(session: ReflectionSession, wording: Wording) -> list[Note]:
    found = list(revealed_notes_in(session.pk).filter(pk__in=wording.note_ids))
    if not found or len(found) != len(wording.note_ids):
        raise InvalidInputError(
            _("An insight comes from at least one note that everybody can read."), field="note_ids"
        )
    return found


def _stays_without_notes(insight: Insight | None, wording: Wording) -> bool:
    """Say whether it is a lesson that came from elsewhere and still rests on no note."""
    return insight is not None and not wording.note_ids and not insight.notes.exists()


def _wording_of(insight: Insight) -> Wording:
    return Wording(
        statement=insight.statement,
        note_ids=tuple(sorted(insight.notes.values_list("pk", flat=True))),
        plain_statement=insight.plain_statement,
        dissent=insight.dissent,
        level=insight.level,
        loop=insight.loop,
        components=tuple(insight.components),
    )


def _must_be_rewordable(
    insight: Insight, session: ReflectionSession, wording: Wording, version: int
) -> None:
    if insight.session_id != session.pk:
        raise IdConflictError(_("This insight belongs to another session."))
    if insight.state != InsightState.DRAFT:
        raise ConflictError(_("This insight was agreed and stays as it is."))
    must_be_current(
        insight,
        version,
        _("Somebody reworded this insight first. Choose which text to keep."),
        statement=wording.statement,
    )


def _must_be_free_to_go(insight: Insight) -> None:
    if insight.state != InsightState.AGREED:
        raise ConflictError(_("Only an agreed insight can be withdrawn."))
    resting = Insight.objects.filter(
        Q(translations__isnull=False)
        | Q(decisions__isnull=False)
        | Q(feedback__published_at__isnull=False),
        pk=insight.pk,
    )
    if resting.exists():
        raise ConflictError(
            _("An action, a decision or an answer to contributors rests on this insight. It stays.")
        )
    if insight.region_items.filter(taken_back_at=None).exists():
        raise ConflictError(_("This insight was sent up to the region. Take it back there first."))
