"""The step the product is for: from an insight or notes to a concrete action."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.actions import ActionProposed
from actions.models.action import ActionItem, Offer, Translation
from actions.policies import may_propose_action
from actions.services.telling import tell
from kernel.clock import now, today
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    WrongPhaseError,
)
from kernel.text import clean_line, clean_optional_text
from partnerships.models.membership import Level, Membership
from partnerships.queries import locked_partnership_of, members_of
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.queries.notes import revealed_notes_in
from reflections.queries.sessions import locked_session_of
from reflections.services.insights import dispose_of_insight
from reflections.states import OPEN_STATES, Disposition, InsightState


@dataclass(frozen=True)
class ActionWording:
    """Who does what, by when, and how one can see that it is done."""

    title: str
    owner_id: UUID
    due: date
    done_test: str
    first_step: str = ""
    level: str = ""


@dataclass(frozen=True)
class Origin:
    """What an action comes from: an agreed insight, or notes, or both."""

    insight_id: UUID | None = None
    note_ids: Collection[UUID] = ()


@transaction.atomic
def translate_to_action(
    member: Membership,
    session_id: UUID,
    *,
    action_id: UUID,
    wording: ActionWording,
    origin: Origin,
) -> ActionItem:
    """Turn an insight or notes into an action and ask its owner.

    The action keeps the exact notes it came from: those named, or else those of the insight. An
    insight that becomes an action is thereby answered. The same id with the same content gives the
    first action, whoever was asked since; with another content it is an IdConflictError.
    """
    session = _session_to_act_from(member, session_id)
    wording = _cleaned(member, wording)
    known = ActionItem.objects.filter(pk=action_id).first()
    if known:
        _must_be_the_same(known, session, wording, origin)
        return known
    insight = _agreed_insight(session, origin.insight_id)
    notes = _notes_behind(session, insight, origin.note_ids)
    action = _propose(member, session, action_id, wording)
    Offer.objects.create(action=action, owner_id=action.owner_id, at=action.offered_at)
    step = Translation.objects.create(action=action, insight=insight, by=member, at=now())
    step.notes.set(notes)
    if insight and insight.disposition != Disposition.ACT:
        dispose_of_insight(member, session.pk, insight_id=insight.pk, disposition=Disposition.ACT)
    tell(ActionProposed(action.pk), member, action)
    return action


def _session_to_act_from(member: Membership, session_id: UUID) -> ReflectionSession:
    session = locked_session_of(member, session_id)
    if not may_propose_action(member, session):
        raise NotAllowedError(
            _("Only the facilitator or a programme manager can turn insights into actions.")
        )
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_("Actions come from a session while it is open."))
    return session


def _cleaned(member: Membership, wording: ActionWording) -> ActionWording:
    if not members_of(member).filter(pk=wording.owner_id).exists():
        raise InvalidInputError(
            _("Please choose who does it: one member of this partnership."), field="owner_id"
        )
    if wording.due < today():
        raise InvalidInputError(_("Please choose a day that is still to come."), field="due")
    if wording.level and wording.level not in Level.values:
        raise InvalidInputError(_("Please choose one of the listed levels."), field="level")
    return ActionWording(
        title=clean_line(wording.title, field="title", most=200),
        owner_id=wording.owner_id,
        due=wording.due,
        done_test=clean_line(wording.done_test, field="done_test", most=300),
        first_step=clean_optional_text(wording.first_step, field="first_step", most=300),
        level=wording.level,
    )


def _must_be_the_same(
    known: ActionItem, session: ReflectionSession, wording: ActionWording, origin: Origin
) -> None:
    first = ActionWording(
        title=known.title,
        owner_id=known.offers.earliest("at").owner_id,
        due=known.original_due,
        done_test=known.done_test,
        first_step=known.first_step,
        level=known.level,
    )
    step = known.translations.get()
    notes = set(step.notes.values_list("pk", flat=True))
    named = set(origin.note_ids) or notes
    if (known.session_id, first, step.insight_id, notes) != (
        session.pk,
        wording,
        origin.insight_id,
        named,
    ):
        raise IdConflictError(_("This action was saved before with another content."))


def _agreed_insight(session: ReflectionSession, insight_id: UUID | None) -> Insight | None:
    if insight_id is None:
        return None
    insight = Insight.objects.get(pk=insight_id, session=session)
    if insight.state != InsightState.AGREED:
        raise ConflictError(_("Agree on this insight first."))
    return insight


def _notes_behind(
    session: ReflectionSession,
    insight: Insight | None,
    note_ids: Collection[UUID],
) -> list[Note]:
    if not note_ids and insight:
        return list(insight.notes.all())
    notes = list(revealed_notes_in(session.pk).filter(pk__in=note_ids))
    if not notes or len(notes) != len(set(note_ids)):
        raise InvalidInputError(
            _("An action comes from an insight or from notes that everybody can read."),
            field="note_ids",
        )
    return notes


def _propose(
    member: Membership, session: ReflectionSession, action_id: UUID, wording: ActionWording
) -> ActionItem:
    partnership = locked_partnership_of(member)
    partnership.last_action_number += 1
    partnership.save(update_fields=["last_action_number"])
    return ActionItem.objects.create(
        id=action_id,
        partnership=partnership,
        session=session,
        number=partnership.last_action_number,
        title=wording.title,
        first_step=wording.first_step,
        done_test=wording.done_test,
        owner_id=wording.owner_id,
        original_due=wording.due,
        due=wording.due,
        level=wording.level,
        proposed_by=member,
        offered_at=now(),
    )
