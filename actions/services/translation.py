"""The step the product is for: from an insight or notes to a concrete action."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.actions import ActionProposed
from actions.models.action import ActionItem, Horizon, Offer, Strength, Translation
from actions.policies import may_propose_action
from actions.services.dates import must_be_a_day_to_come
from actions.services.origin import Origin, insight_behind, is_same_origin, notes_behind
from actions.services.telling import tell
from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import IdConflictError, InvalidInputError, NotAllowedError, WrongPhaseError
from kernel.text import clean_line, clean_optional_line, clean_optional_text
from partnerships.models.membership import Level, Membership
from partnerships.queries import locked_partnership_of, members_of
from reflections.models.session import ReflectionSession
from reflections.queries.sessions import locked_session_of
from reflections.services.dispositions import Answer, dispose_of_insight
from reflections.states import OPEN_STATES, Disposition

LONGEST_TITLE = 300


@dataclass(frozen=True)
class ActionWording:
    """Who does what, by when, and how one can see that it is done; the rest may stay empty."""

    title: str
    owner_id: UUID
    due: date
    done_test: str
    if_cue: str = ""
    first_step: str = ""
    level: str = ""
    strength: str = ""
    horizon: str = ""
    risk: str = ""


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
    wording = cleaned_wording(member, wording)
    known = ActionItem.objects.filter(pk=action_id).first()
    if known:
        _must_be_the_same(known, session, wording, origin)
        return known
    insight = insight_behind(session, origin)
    notes = notes_behind(session, insight, origin)
    action = propose(member, action_id, wording, session=session)
    Offer.objects.create(action=action, owner_id=action.owner_id, at=action.offered_at)
    step = Translation.objects.create(action=action, insight=insight, by=member, at=now())
    step.notes.set(notes)
    if insight and insight.disposition != Disposition.ACT:
        dispose_of_insight(
            member,
            session.pk,
            insight_id=insight.pk,
            answer=Answer(Disposition.ACT),
            version=insight.version,
        )
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


def cleaned_wording(member: Membership, wording: ActionWording) -> ActionWording:
    """Return the wording of a new action cleaned; raises InvalidInputError with what is wrong."""
    if not members_of(member).filter(pk=wording.owner_id).exists():
        raise InvalidInputError(
            _("Please choose who does it: one member of this partnership."), field="owner_id"
        )
    must_be_a_day_to_come(wording.due)
    for value, values, name in (
        (wording.level, Level.values, "level"),
        (wording.strength, Strength.values, "strength"),
        (wording.horizon, Horizon.values, "horizon"),
    ):
        must_be_known(value, ["", *values], field=name)
    return replace(
        wording,
        title=clean_line(wording.title, field="title", most=LONGEST_TITLE),
        done_test=clean_line(wording.done_test, field="done_test", most=300),
        if_cue=clean_optional_line(wording.if_cue, field="if_cue", most=300),
        first_step=clean_optional_text(wording.first_step, field="first_step", most=300),
        risk=clean_optional_text(wording.risk, field="risk", most=500),
    )


def _must_be_the_same(
    known: ActionItem, session: ReflectionSession, wording: ActionWording, origin: Origin
) -> None:
    step = known.translations.order_by("at").first()
    if step is None:  # it came from a file
        raise IdConflictError(_("This action was saved before with another content."))
    notes = set(step.notes.values_list("pk", flat=True))
    is_same = is_same_origin(origin, step.insight_id, notes) and is_worded_so(known, wording)
    if known.session_id != session.pk or not is_same:
        raise IdConflictError(_("This action was saved before with another content."))


def is_worded_so(known: ActionItem, wording: ActionWording) -> bool:
    """Say whether the action was made with these words, whoever was asked since."""
    kept = {name: getattr(known, name) for name in vars(wording)}
    owner_id = known.offers.earliest("at").owner_id
    return ActionWording(**{**kept, "owner_id": owner_id, "due": known.original_due}) == wording


def propose(
    member: Membership,
    action_id: UUID,
    wording: ActionWording,
    *,
    session: ReflectionSession | None,
    **more: Any,
) -> ActionItem:
    """Make the action with the next number of the partnership; its origin is for the caller to say."""
    partnership = locked_partnership_of(member)
    partnership.last_action_number += 1
    partnership.save(update_fields=["last_action_number"])
    return ActionItem.objects.create(
        id=action_id,
        partnership=partnership,
        session=session,
        number=partnership.last_action_number,
        original_due=wording.due,
        proposed_by=member,
        offered_at=now(),
        **vars(wording),
        **more,
    )
