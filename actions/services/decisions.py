"""Writing down what is to be decided, what was decided, and what took its place."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.decisions import (
    DecisionConfirmed,
    DecisionRecorded,
    DecisionReplaced,
    DecisionRevised,
)
from actions.models.decision import Decision
from actions.policies import may_record_decision
from actions.queries.decisions import locked_decision_of, replaceable_by
from actions.services.origin import Origin, insight_behind, is_same_origin, notes_behind
from actions.states import DecisionState
from eventlog.events import DomainEvent, partnership_stream, session_stream
from eventlog.services import record
from kernel.clock import now, today
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    WrongPhaseError,
)
from kernel.text import clean_optional_line, clean_optional_text, clean_text
from kernel.versions import must_be_current
from partnerships.models.membership import Membership
from partnerships.queries import locked_partnership_of, members_of
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession
from reflections.queries.sessions import locked_session_of
from reflections.services.dispositions import Answer, dispose_of_insight
from reflections.states import OPEN_STATES, Disposition, SessionState


@dataclass(frozen=True)
class DecisionWording:
    """What is to be decided, or with the day on which it was decided also by whom and why.

    `replaces_id` names an earlier decision that no longer holds once this one is taken.
    """

    text: str
    rationale: str = ""
    options: str = ""
    dissent: str = ""
    decided_by: str = ""
    decider_ids: Collection[UUID] = ()
    decided_on: date | None = None
    review_on: date | None = None
    replaces_id: UUID | None = None


@transaction.atomic
def record_decision(
    member: Membership,
    session_id: UUID,
    *,
    decision_id: UUID,
    wording: DecisionWording,
    origin: Origin,
) -> Decision:
    """Write down a decision that comes from a session, to be taken or taken; also after its end.

    An insight that needs it is thereby answered. The same id with the same content gives the first
    one; with another content it is an IdConflictError.
    """
    session = locked_session_of(member, session_id)
    _must_be_allowed(member, session)
    if session.state not in {*OPEN_STATES, SessionState.CLOSED}:
        raise WrongPhaseError(_("Decisions come from a session that has begun."))
    wording = _cleaned(member, wording)
    known = Decision.objects.filter(pk=decision_id).first()
    if known:
        _must_be_the_same(known, session, wording, origin)
        return known
    insight = insight_behind(session, origin)
    notes = notes_behind(session, insight, origin)
    decision = _numbered(member, session, decision_id)
    decision.insight = insight
    earlier = _put_in(decision, wording)
    decision.notes.set(notes)
    _tell(DecisionRecorded(decision.pk), member, decision, earlier)
    # Last: what it does to the learning agenda is told on the partnership, the widest stream.
    if insight:
        _answer(member, insight)
    return decision


@transaction.atomic
def revise_decision(
    member: Membership, decision_id: UUID, *, wording: DecisionWording, version: int
) -> Decision:
    """Reword what is still to be decided, or say what was decided (*version* was read before).

    What was decided stays as it is: a later decision can replace it.
    """
    locked_partnership_of(member)  # so that no two decisions replace the same one at once
    decision = locked_decision_of(member, decision_id)
    _must_be_allowed(member, decision.session)
    wording = _cleaned(member, wording)
    if _wording_of(decision) == wording:
        return decision
    if decision.state != DecisionState.PROPOSED:
        raise ConflictError(
            _("This was decided and stays as it is. A new decision can replace it.")
        )
    must_be_current(
        decision,
        version,
        _("Somebody changed this decision first. Choose which text to keep."),
        text=wording.text,
    )
    earlier = _put_in(decision, wording)
    _tell(DecisionRevised(decision.pk), member, decision, earlier)
    return decision


@transaction.atomic
def confirm_decision(
    member: Membership, decision_id: UUID, *, version: int, review_on: date | None = None
) -> Decision:
    """Say that a decision still holds, and when somebody looks again, if so.

    *version* was read before; the same again changes nothing.
    """
    decision = locked_decision_of(member, decision_id)
    _must_be_allowed(member, decision.session)
    if decision.state != DecisionState.DECIDED:
        raise ConflictError(_("Only what was decided and not replaced can still hold."))
    if review_on and review_on <= today():
        raise InvalidInputError(_("Please choose a day that is still to come."), field="review_on")
    if decision.review_on == review_on:
        return decision
    must_be_current(
        decision,
        version,
        _("Somebody looked at this decision first. See what was said."),
        review_on=review_on,
    )
    decision.review_on = review_on
    decision.version += 1
    decision.save(update_fields=["review_on", "version"])
    _tell(DecisionConfirmed(decision.pk), member, decision, None)
    return decision


def _must_be_allowed(member: Membership, session: ReflectionSession) -> None:
    if not may_record_decision(member, session):
        raise NotAllowedError(
            _("Only the facilitator or a programme manager can write down decisions.")
        )


def _cleaned(member: Membership, wording: DecisionWording) -> DecisionWording:
    deciders = tuple(sorted(set(wording.decider_ids)))
    if members_of(member).filter(pk__in=deciders).count() != len(deciders):
        raise InvalidInputError(
            _("Please choose among the members of this partnership."), field="decider_ids"
        )
    cleaned = DecisionWording(
        text=clean_text(wording.text, field="text", most=500),
        rationale=clean_optional_text(wording.rationale, field="rationale", most=1000),
        options=clean_optional_text(wording.options, field="options", most=1000),
        dissent=clean_optional_text(wording.dissent, field="dissent", most=500),
        decided_by=clean_optional_line(wording.decided_by, field="decided_by", most=200),
        decider_ids=deciders,
        decided_on=wording.decided_on,
        review_on=wording.review_on,
        replaces_id=wording.replaces_id,
    )
    _must_say_who_and_why(cleaned)
    return cleaned


def _must_say_who_and_why(wording: DecisionWording) -> None:
    day = wording.decided_on
    if day is None:
        return
    if day > today():
        raise InvalidInputError(_("Leave this day empty until it is decided."), field="decided_on")
    if not wording.rationale:
        raise InvalidInputError(_("Please say why it was decided so."), field="rationale")
    if not wording.decided_by and not wording.decider_ids:
        raise InvalidInputError(_("Please say who decided."), field="decided_by")
    if wording.review_on and wording.review_on <= day:
        raise InvalidInputError(_("Please choose a day after the decision."), field="review_on")


def _wording_of(decision: Decision) -> DecisionWording:
    return DecisionWording(
        text=decision.text,
        rationale=decision.rationale,
        options=decision.options,
        dissent=decision.dissent,
        decided_by=decision.decided_by,
        decider_ids=tuple(sorted(decision.deciders.values_list("pk", flat=True))),
        decided_on=decision.decided_on,
        review_on=decision.review_on,
        replaces_id=decision.replaces_id,
    )


def _must_be_the_same(
    known: Decision, session: ReflectionSession, wording: DecisionWording, origin: Origin
) -> None:
    notes = set(known.notes.values_list("pk", flat=True))
    is_same = is_same_origin(origin, known.insight_id, notes)
    if (known.session_id, _wording_of(known)) != (session.pk, wording) or not is_same:
        raise IdConflictError(_("This decision was saved before with another content."))


def _numbered(member: Membership, session: ReflectionSession, decision_id: UUID) -> Decision:
    partnership = locked_partnership_of(member)
    partnership.last_decision_number += 1
    partnership.save(update_fields=["last_decision_number"])
    return Decision(
        id=decision_id,
        partnership=partnership,
        session=session,
        number=partnership.last_decision_number,
        recorded_by=member,
        recorded_at=now(),
        version=0,
    )


def _put_in(decision: Decision, wording: DecisionWording) -> Decision | None:
    """Save the wording; return the decision that does not hold any more."""
    for name, value in vars(wording).items():
        if name != "decider_ids":
            setattr(decision, name, value)
    earlier = _to_replace(decision)
    if wording.decided_on:
        decision.state = DecisionState.DECIDED
    decision.version += 1
    decision.save()
    decision.deciders.set(Membership.objects.filter(pk__in=wording.decider_ids))
    if earlier is None or decision.state != DecisionState.DECIDED:
        return None
    earlier.state = DecisionState.SUPERSEDED
    earlier.save(update_fields=["state"])
    return earlier


def _to_replace(decision: Decision) -> Decision | None:
    if decision.replaces_id is None:
        return None
    earlier = replaceable_by(decision).filter(pk=decision.replaces_id).first()
    if earlier is None:
        raise InvalidInputError(
            _("Please choose a decision that holds and that no other one is to replace."),
            field="replaces_id",
        )
    return earlier


def _answer(member: Membership, insight: Insight) -> None:
    if insight.disposition != Disposition.DECIDE:
        dispose_of_insight(
            member,
            insight.session_id,
            insight_id=insight.pk,
            answer=Answer(Disposition.DECIDE),
            version=insight.version,
        )


def _tell(
    event: DomainEvent, member: Membership, decision: Decision, earlier: Decision | None
) -> None:
    told = [(event, decision)]
    if earlier:
        told.append((DecisionReplaced(earlier.pk), earlier))
    # Both sessions before the partnership, as streams are locked: narrow before wide.
    for one, about in told:
        record(one, by=member, on=[session_stream(about.session_id)])
    for one, about in told:
        record(one, by=member, on=[partnership_stream(about.partnership_id)])
