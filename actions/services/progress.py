"""Reporting how an action goes, saying that it is done, and having somebody else look."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.actions import ActionCompleted, ActionVerified, CheckedIn
from actions.models.action import ActionItem
from actions.models.check_in import CheckIn
from actions.policies import may_check_in, may_complete_action, may_verify_action
from actions.queries.log import locked_action_of
from actions.services.telling import tell
from actions.states import ActionState, Barrier, Channel, Claim, Confidence, next_state
from kernel.choices import must_be_known
from kernel.clock import now, today
from kernel.errors import IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_optional_text, clean_text
from partnerships.models.membership import Membership


@dataclass(frozen=True)
class Report:
    """What somebody says about an action on a day."""

    claim: str
    text: str
    channel: str = Channel.HERE
    confidence: str = Confidence.UNKNOWN
    blocker: str = ""
    next_step: str = ""
    next_check_in: date | None = None
    barrier: str = ""
    who_must_know: str = ""


@transaction.atomic
def check_in(member: Membership, action_id: UUID, *, check_in_id: UUID, report: Report) -> CheckIn:
    """Report how an action goes: its owner herself, or a manager or advisor who heard from her.

    May be sent any number of times with the same id; with another content it is an IdConflictError.
    """
    report = _cleaned(report)
    action = locked_action_of(member, action_id)
    if not may_check_in(member, action):
        raise NotAllowedError(
            _("Only the owner, a programme manager or a trusted advisor can report.")
        )
    known = _known(check_in_id, action, member, report)
    if known:
        return known
    action.state = next_state(action.state, report.claim)
    action.save(update_fields=["state"])
    made = CheckIn.objects.create(
        id=check_in_id, action=action, by=member, at=now(), **vars(report)
    )
    tell(CheckedIn(action.pk), member, action)
    return made


@transaction.atomic
def complete_action(member: Membership, action_id: UUID, *, outcome: str) -> ActionItem:
    """Say that an action is done and what came of it; saying the same twice is once."""
    outcome = clean_text(outcome, field="outcome", most=1000)
    action = locked_action_of(member, action_id)
    if not may_complete_action(member, action):
        raise NotAllowedError(_("Only the owner or a programme manager can say that it is done."))
    if (action.state, action.outcome) == (ActionState.DONE, outcome):
        return action
    action.state = next_state(action.state, "complete")
    action.outcome = outcome
    action.done_at = now()
    action.save(update_fields=["state", "outcome", "done_at"])
    tell(ActionCompleted(action.pk), member, action)
    return action


@transaction.atomic
def verify_action(member: Membership, action_id: UUID) -> ActionItem:
    """Confirm with one's own eyes that an action of somebody else is done; twice is once."""
    action = _done_by_somebody_else(member, action_id)
    if (action.state, action.verified_by_id) == (ActionState.VERIFIED, member.pk):
        return action
    action.state = next_state(action.state, "confirm")
    action.verified_at = now()
    action.verified_by = member
    action.save(update_fields=["state", "verified_at", "verified_by"])
    tell(ActionVerified(action.pk), member, action)
    return action


@transaction.atomic
def find_not_done_yet(
    member: Membership, action_id: UUID, *, check_in_id: UUID, text: str
) -> ActionItem:
    """Say what is still missing: the action goes on, with a report that says why.

    May be sent any number of times with the same id, as `check_in` may.
    """
    report = Report(claim=Claim.MOVING, text=clean_text(text, field="text", most=1000))
    action = _done_by_somebody_else(member, action_id)
    if _known(check_in_id, action, member, report):
        return action
    action.state = next_state(action.state, "not_yet")
    action.done_at = None
    action.save(update_fields=["state", "done_at"])
    CheckIn.objects.create(id=check_in_id, action=action, by=member, at=now(), **vars(report))
    tell(CheckedIn(action.pk), member, action)
    return action


def _cleaned(report: Report) -> Report:
    for value, values, name in (
        (report.claim, Claim.values, "claim"),
        (report.channel, Channel.values, "channel"),
        (report.confidence, Confidence.values, "confidence"),
        (report.barrier, ["", *Barrier.values], "barrier"),
    ):
        must_be_known(value, values, field=name)
    blocker = clean_optional_text(report.blocker, field="blocker", most=500)
    if report.claim == Claim.STUCK and not blocker:
        raise InvalidInputError(_("Please say what stands in the way."), field="blocker")
    if report.next_check_in and report.next_check_in < today():
        raise InvalidInputError(
            _("Please choose a day that is still to come."), field="next_check_in"
        )
    return Report(
        claim=report.claim,
        text=clean_text(report.text, field="text", most=1000),
        channel=report.channel,
        confidence=report.confidence,
        blocker=blocker,
        next_step=clean_optional_text(report.next_step, field="next_step", most=300),
        next_check_in=report.next_check_in,
        barrier=report.barrier,
        who_must_know=clean_optional_text(report.who_must_know, field="who_must_know", most=200),
    )


def _known(
    check_in_id: UUID, action: ActionItem, member: Membership, report: Report
) -> CheckIn | None:
    known = CheckIn.objects.filter(pk=check_in_id).first()
    if known:
        said = {name: getattr(known, name) for name in vars(report)}
        if (known.action_id, known.by_id, said) != (action.pk, member.pk, vars(report)):
            raise IdConflictError(_("This report was saved before with another content."))
    return known


def _done_by_somebody_else(member: Membership, action_id: UUID) -> ActionItem:
    action = locked_action_of(member, action_id)
    if not may_verify_action(member, action):
        raise NotAllowedError(
            _("Somebody else than the owner confirms: a manager, an advisor or a citizen.")
        )
    return action
