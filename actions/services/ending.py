"""How an action ends: dropped, looked back upon, or finished without that; and going on after all."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.actions import ActionDropped, ActionReopened, EffectReviewed, ReviewWaived
from actions.models.action import ActionItem
from actions.models.life import EffectReview, StepReason
from actions.policies import (
    may_drop_action,
    may_reopen_action,
    may_review_effect,
    may_waive_review,
)
from actions.queries.log import locked_action_of
from actions.services.dates import FARTHEST
from actions.services.lessons import Lesson, bring_to_session, put_question
from actions.services.telling import tell
from actions.states import UNDECIDED, ActionState, Effect, NextStep, next_state
from kernel.choices import must_be_known
from kernel.clock import now, today
from kernel.errors import IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_text
from partnerships.models.membership import Membership


@dataclass(frozen=True)
class Look:
    """What somebody saw who looked at the effect, and what follows.

    `again_on` only where one cannot know yet. The lesson can go into a session that is to come
    (`session_id`), and leave a `question` for the learning agenda.
    """

    effect: str
    evidence: str
    lesson: str = ""
    again_on: date | None = None
    next_step: str = ""
    session_id: UUID | None = None
    question: str = ""


@transaction.atomic
def drop_action(member: Membership, action_id: UUID, *, reason: str) -> ActionItem:
    """Say that nobody will do it, and why; the same reason twice is once."""
    action, reason = locked_action_of(member, action_id), _reason(reason)
    if not may_drop_action(member, action):
        raise NotAllowedError(_("Only the facilitator or a programme manager can drop an action."))
    if _is_known(member, action, ActionState.DROPPED, "drop", reason):
        return action
    action.state, action.ended_at = next_state(action.state, "drop"), now()
    action.save(update_fields=["state", "ended_at"])
    _give_reason(member, action, "drop", reason)
    tell(ActionDropped(action.pk), member, action)
    return action


@transaction.atomic
def review_effect(
    member: Membership, action_id: UUID, *, review_id: UUID, look: Look
) -> EffectReview:
    """Say what came of a confirmed action. It is finished then, unless it is too early to know.

    May be sent any number of times with the same id; with another content it is an IdConflictError.
    """
    look = _cleaned(look)
    action = locked_action_of(member, action_id)
    if not may_review_effect(member, action):
        raise NotAllowedError(
            _(
                "Somebody else than the owner looks: a manager, an advisor, a citizen or a researcher."
            )
        )
    known = EffectReview.objects.filter(pk=review_id).first()
    if known:
        _must_be_the_same_look(known, member, action, look)
        return known
    _end_or_wait(action, look.again_on)
    lesson = Lesson(text=look.lesson, session_id=look.session_id, question=look.question)
    review = EffectReview.objects.create(
        id=review_id,
        action=action,
        by=member,
        at=now(),
        effect=look.effect,
        evidence=look.evidence,
        lesson=look.lesson,
        next_step=look.next_step,
        insight=bring_to_session(member, lesson),
    )
    tell(EffectReviewed(action.pk), member, action)
    review.question = put_question(member, lesson, action)
    review.save(update_fields=["question"])
    if look.next_step == NextStep.REOPEN:
        review.action = reopen_action(
            member, action_id, reason=(look.lesson or look.evidence)[:500]
        )
    return review


@transaction.atomic
def waive_review(member: Membership, action_id: UUID, *, reason: str) -> ActionItem:
    """Finish a confirmed action without looking at its effect, and say why; twice is once."""
    action, reason = locked_action_of(member, action_id), _reason(reason)
    if not may_waive_review(member):
        raise NotAllowedError(_("Only a programme manager can finish it without looking."))
    if _is_known(member, action, ActionState.CLOSED, "waive_review", reason):
        return action
    action.state, action.ended_at = next_state(action.state, "waive_review"), now()
    action.save(update_fields=["state", "ended_at"])
    _give_reason(member, action, "waive_review", reason)
    tell(ReviewWaived(action.pk), member, action)
    return action


@transaction.atomic
def reopen_action(member: Membership, action_id: UUID, *, reason: str) -> ActionItem:
    """Let a finished action go on, or ask the owner of a dropped one once more, and say why.

    The date stays: whoever needs another one asks for it. The same reason twice is once.
    """
    action, reason = locked_action_of(member, action_id), _reason(reason)
    if not may_reopen_action(member):
        raise NotAllowedError(
            _("Only a programme manager or a trusted advisor can open an action again.")
        )
    is_over = action.state in {ActionState.CLOSED, ActionState.DROPPED}
    if not is_over and _is_known(member, action, action.state, "reopen", reason):
        return action
    action.state, action.ended_at = next_state(action.state, "reopen"), None
    action.done_at, action.verified_at, action.verified_by = None, None, None
    fields = ["state", "ended_at", "done_at", "verified_at", "verified_by"]
    if action.state == ActionState.PROPOSED:
        action.offered_at, action.accepted_at, action.yes_heard_by = now(), None, None
        action.decline_reason = ""
        fields += ["offered_at", "accepted_at", "yes_heard_by", "decline_reason"]
    action.save(update_fields=fields)
    _give_reason(member, action, "reopen", reason)
    tell(ActionReopened(action.pk), member, action)
    return action


def _reason(text: str) -> str:
    return clean_text(text, field="reason", most=500)


def _is_known(member: Membership, action: ActionItem, state: str, step: str, reason: str) -> bool:
    latest = action.reasons.last()
    said = (latest.step, latest.text, latest.by_id) if latest else None
    return action.state == state and said == (step, reason, member.pk)


def _give_reason(member: Membership, action: ActionItem, step: str, reason: str) -> None:
    StepReason.objects.create(action=action, by=member, at=now(), step=step, text=reason)


def _end_or_wait(action: ActionItem, again_on: date | None) -> None:
    action.state = next_state(action.state, "look_later" if again_on else "review")
    action.review_on = again_on or action.review_on
    action.ended_at = None if again_on else now()
    action.save(update_fields=["state", "review_on", "ended_at"])


def _must_be_the_same_look(
    known: EffectReview, member: Membership, action: ActionItem, look: Look
) -> None:
    first = (
        *(known.action_id, known.by_id, known.effect, known.evidence, known.lesson),
        *(known.next_step, known.insight.session_id if known.insight else None),
        known.question is not None,
    )
    said = (
        *(action.pk, member.pk, look.effect, look.evidence, look.lesson),
        *(look.next_step, look.session_id, bool(look.question)),
    )
    if first != said:
        raise IdConflictError(_("This was saved before with another content."))


def _cleaned(look: Look) -> Look:
    must_be_known(look.effect, Effect.values, field="effect")
    must_be_known(look.next_step, ["", *NextStep.values], field="next_step")
    is_undecided = look.effect in UNDECIDED
    if is_undecided:
        _must_say_when_again(look.again_on)
    lesson = Lesson(text=look.lesson, session_id=look.session_id, question=look.question).cleaned()
    return replace(
        look,
        evidence=clean_text(look.evidence, field="evidence", most=1000),
        lesson=lesson.text,
        question=lesson.question,
        again_on=look.again_on if is_undecided else None,
        # As long as nobody knows, nothing follows.
        next_step="" if is_undecided else look.next_step,
    )


def _must_say_when_again(day: date | None) -> None:
    if day is None:
        raise InvalidInputError(_("Please say when somebody looks again."), field="again_on")
    if day <= today():
        raise InvalidInputError(_("Please choose a day that is still to come."), field="again_on")
    if day - today() > FARTHEST:
        raise InvalidInputError(_("Please choose a day closer to today."), field="again_on")
