"""Answering by the link in a mail: the same use cases as on the page of the action, without signing in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from actions.models.action import ActionItem
from actions.queries.log import locked_action_of
from actions.services.commitment import accept_action, decline_action
from actions.services.dates import change_due
from actions.services.progress import Report, check_in, complete_action
from actions.services.telling import tell
from actions.states import UNDER_WAY, ActionState, Channel, Claim, Confidence
from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import IdConflictError
from kernel.text import clean_optional_text
from partnerships.models.membership import Membership
from reminders.events import LinkUsed
from reminders.links import AnswerLink, link_gone
from reminders.models.link import LinkAnswer


@dataclass(frozen=True)
class Said:
    """What the owner says: one of the answers that fit, a sentence, perhaps another date."""

    answer: str
    text: str = ""
    due: date | None = None


def action_behind(link: AnswerLink) -> ActionItem:
    """Return the action that a link is for, with its owner, or raise LinkGoneError."""
    found = ActionItem.objects.select_related("owner__person", "partnership", "session")
    action = found.filter(pk=link.action_id).first()
    if action is None or not link.is_for(action):
        raise link_gone()
    return action


def answers_to(action: ActionItem) -> list[str]:
    """Return which answers fit: yes or no before the owner said so, then how it goes, then none."""
    if action.state == ActionState.PROPOSED:
        return ["yes", "no"]
    return ["on_track", "late", "stuck", "done"] if action.state in UNDER_WAY else []


@transaction.atomic
def answer_by_link(link: AnswerLink, *, answer_id: UUID, said: Said) -> LinkAnswer:
    """Do as the owner what she says, once however often it is sent.

    With another content under the same id it is an IdConflictError; LinkGoneError when the link
    does not hold any more.
    """
    owner = action_behind(link).owner
    action = locked_action_of(owner, link.action_id)
    if not link.is_for(action):
        raise link_gone()
    text = clean_optional_text(said.text, field="text", most=1000)
    known = LinkAnswer.objects.filter(pk=answer_id).first()
    if known:
        before = (known.action_id, known.answer, known.text, known.due)
        if before != (action.pk, said.answer, text, said.due):
            raise IdConflictError(_("This answer was saved before with another content."))
        return known
    must_be_known(said.answer, answers_to(action), field="answer")
    STEPS[said.answer](owner, action, answer_id, Said(said.answer, text, said.due))
    made = LinkAnswer.objects.create(
        id=answer_id,
        action=action,
        by=owner,
        at=now(),
        answer=said.answer,
        text=text,
        due=said.due,
    )
    tell(LinkUsed(action.pk), owner, action)
    return made


def _say_yes(owner: Membership, action: ActionItem, _id: UUID, _said: Said) -> None:
    accept_action(owner, action.pk)


def _say_no(owner: Membership, action: ActionItem, _id: UUID, said: Said) -> None:
    decline_action(owner, action.pk, reason=said.text)


def _on_track(owner: Membership, action: ActionItem, answer_id: UUID, said: Said) -> None:
    report = Report(Claim.MOVING, said.text, Channel.LINK, Confidence.GREEN)
    check_in(owner, action.pk, check_in_id=answer_id, report=report)


def _late(owner: Membership, action: ActionItem, answer_id: UUID, said: Said) -> None:
    report = Report(Claim.MOVING, said.text, Channel.LINK, Confidence.RED)
    check_in(owner, action.pk, check_in_id=answer_id, report=report)
    if said.due:
        change_id = uuid5(NAMESPACE_URL, f"{answer_id}/due")
        change_due(owner, action.pk, change_id=change_id, due=said.due, reason=said.text)


def _stuck(owner: Membership, action: ActionItem, answer_id: UUID, said: Said) -> None:
    report = Report(Claim.STUCK, said.text, Channel.LINK, blocker=said.text)
    check_in(owner, action.pk, check_in_id=answer_id, report=report)


def _done(owner: Membership, action: ActionItem, _id: UUID, said: Said) -> None:
    complete_action(owner, action.pk, outcome=said.text)


STEPS: dict[str, Callable[[Membership, ActionItem, UUID, Said], None]] = {
    "yes": _say_yes,
    "no": _say_no,
    "on_track": _on_track,
    "late": _late,
    "stuck": _stuck,
    "done": _done,
}
