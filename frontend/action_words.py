"""Actions as lists and pages show them: dates in words, states and flags as tags, history as sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actions.queries.log import FollowedAction
from actions.queries.provenance import HistoryLine
from actions.records.action import ActionRecord, CheckInRecord
from actions.states import OPEN, ActionState, Channel, Claim, Confidence, Flag
from kernel.clock import today
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership

STATE_TONES: dict[str, str] = {
    ActionState.PROPOSED: "info",
    ActionState.ACCEPTED: "info",
    ActionState.DECLINED: "warn",
    ActionState.IN_PROGRESS: "info",
    ActionState.BLOCKED: "bad",
    ActionState.DONE: "good",
    ActionState.VERIFIED: "good",
}
FLAG_TONES: dict[str, str] = {
    Flag.OVERDUE: "bad",
    Flag.DUE_SOON: "warn",
    Flag.STALE: "warn",
    Flag.ORPHANED: "bad",
}
# Said beside the date, in days.
ABOUT_THE_DATE = {Flag.OVERDUE, Flag.DUE_SOON}


@dataclass(frozen=True)
class Tag:
    """A word with a tone; the word alone says enough."""

    text: str
    tone: str


@dataclass(frozen=True)
class ActionLine:
    """One action in a list."""

    action: ActionRecord
    place: str
    language: str
    url: str
    state: Tag
    due: Tag
    flags: list[Tag]
    is_open: bool

    @property
    def asks_for_attention(self) -> bool:
        """Say whether somebody should look at it today."""
        return bool(self.action.flags) or self.action.state == ActionState.BLOCKED


@dataclass(frozen=True)
class HistorySentence:
    """One thing that happened, as a sentence, with what was said then."""

    at: datetime
    sentence: str
    text: str = ""
    report: CheckInRecord | None = None
    facts: tuple[str, ...] = ()


def action_line(action: ActionRecord, member: Membership) -> ActionLine:
    """Show one action to a member of its partnership."""
    slug = member.partnership.slug
    return _line(action, member.partnership, url=reverse("action", args=[slug, action.id]))


def action_line_for_guests(action: ActionRecord, partnership: Partnership) -> ActionLine:
    """Show one action to somebody who cannot open its page: the line leads nowhere."""
    return _line(action, partnership, url="")


def _line(action: ActionRecord, partnership: Partnership, *, url: str) -> ActionLine:
    return ActionLine(
        action=action,
        place=partnership.name,
        language=partnership.language,
        url=url,
        state=Tag(str(ActionState(action.state).label), STATE_TONES[action.state]),
        due=_due_tag(action),
        flags=[
            Tag(str(Flag(flag).label), FLAG_TONES[flag])
            for flag in action.flags
            if flag not in ABOUT_THE_DATE
        ],
        is_open=action.state in OPEN,
    )


def action_lines(followed: Iterable[FollowedAction]) -> list[ActionLine]:
    """Show actions of several partnerships."""
    return [action_line(one.action, one.member) for one in followed]


def due_words(due: date) -> str:
    """Say how far a day is, as somebody would: "3 days late", "due tomorrow"."""
    days = (due - today()).days
    if days < 0:
        return ngettext("%(days)d day late", "%(days)d days late", -days) % {"days": -days}
    if days == 0:
        return _("due today")
    if days == 1:
        return _("due tomorrow")
    return ngettext("due in %(days)d day", "due in %(days)d days", days) % {"days": days}


def history_sentences(lines: Iterable[HistoryLine], action: ActionRecord) -> list[HistorySentence]:
    """Tell what happened, newest first; the outcome that still holds stands with its line."""
    holding = {"action.completed": action.outcome}
    return [
        HistorySentence(
            at=line.at,
            sentence=_sentence(line),
            text=line.reason or holding.pop(line.kind, ""),
            report=line.report,
            facts=tuple(_facts(line.report)) if line.report else (),
        )
        for line in lines
    ]


def _due_tag(action: ActionRecord) -> Tag:
    if action.state not in OPEN:
        return Tag("", "")
    tones = (FLAG_TONES[flag] for flag in action.flags if flag in ABOUT_THE_DATE)
    return Tag(due_words(action.due), next(tones, ""))


def _facts(report: CheckInRecord) -> Iterator[str]:
    if report.blocker:
        yield _("In the way: %(what)s") % {"what": report.blocker}
    if report.next_step:
        yield _("Next step: %(what)s") % {"what": report.next_step}
    if report.next_check_in:
        day = date_format(report.next_check_in, "j F Y")
        yield _("Ask again on %(day)s") % {"day": day}
    if report.confidence != Confidence.UNKNOWN:
        label = Confidence(report.confidence).label
        yield _("In time? %(confidence)s") % {"confidence": capfirst(label)}
    if report.channel != Channel.HERE:
        yield _("The news came %(channel)s.") % {"channel": Channel(report.channel).label}


def _sentence(line: HistoryLine) -> str:
    values = {"name": line.by_name or _("Somebody")}
    if line.report:
        values["claim"] = str(Claim(line.report.claim).label)
        return _("%(name)s reported: %(claim)s.") % values
    if line.asked_name:
        values["asked"] = line.asked_name
        if line.kind == "action.proposed":
            return _("%(name)s made this action and asked %(asked)s.") % values
        return _("%(name)s asked %(asked)s.") % values
    sentences = {
        "action.proposed": _("%(name)s made this action."),
        "action.accepted": _("%(name)s said yes."),
        "action.declined": _("%(name)s said no."),
        "action.offered": _("%(name)s asked somebody else."),
        "action.completed": _("%(name)s said that it is done."),
        "action.verified": _("%(name)s looked and confirmed that it is done."),
    }
    return sentences.get(line.kind, _("%(name)s changed something.")) % values
