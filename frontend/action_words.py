"""Actions as lists and pages show them: dates in words, states and flags as tags, history as sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actions.models.imports import SourceKind
from actions.queries.history import HistoryLine
from actions.queries.log import FollowedAction
from actions.records.action import ActionRecord, CheckInRecord
from actions.states import OPEN, ActionState, Channel, Claim, Confidence, Effect, Flag
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
    ActionState.CLOSED: "",
    ActionState.DROPPED: "",
}
FLAG_TONES: dict[str, str] = {
    Flag.OVERDUE: "bad",
    Flag.DUE_SOON: "warn",
    Flag.STALE: "warn",
    Flag.ORPHANED: "bad",
    Flag.SLIPPED: "",
    Flag.REVIEW_DUE: "warn",
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
    origin: str
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
        origin=origin_words(action),
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


def origin_words(action: ActionRecord) -> str:
    """Say where an action comes from: the session, or what it was brought in from."""
    imported = action.imported
    if imported is None:
        return _("from “%(title)s”") % {"title": action.session_title}
    if imported.kind == SourceKind.MINUTES:
        return _("from the minutes “%(name)s”, line %(row)d") % vars(imported)
    return _("imported from “%(name)s”, row %(row)d") % vars(imported)


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
            text=_said(line) or holding.pop(line.kind, ""),
            report=line.report,
            facts=tuple(_facts(line.report)) if line.report else (),
        )
        for line in lines
    ]


def _said(line: HistoryLine) -> str:
    if line.due_change:
        refused = line.kind == "action.due_refused"
        return line.due_change.refusal if refused else line.due_change.reason
    if line.review:
        return "\n".join(filter(None, [line.review.evidence, line.review.lesson]))
    return line.reason


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
        if line.kind == "action.imported":
            return _("%(name)s brought this action in, for %(asked)s.") % values
        return _("%(name)s asked %(asked)s.") % values
    if line.due_change:
        values["day"] = date_format(line.due_change.after, "j F Y")
        values["before"] = date_format(line.due_change.before, "j F Y")
    if line.review:
        values["effect"] = str(Effect(line.review.effect).label)
        return _("%(name)s looked what came of it: %(effect)s.") % values
    return _plain_sentence(line.kind) % values


def _plain_sentence(kind: str) -> str:
    sentences = {
        "action.proposed": _("%(name)s made this action."),
        "action.imported": _("%(name)s brought this action in."),
        "action.accepted": _("%(name)s said yes."),
        "action.declined": _("%(name)s said no."),
        "action.offered": _("%(name)s asked somebody else."),
        "action.completed": _("%(name)s said that it is done."),
        "action.verified": _("%(name)s looked and confirmed that it is done."),
        "action.yes_recorded": _("%(name)s heard the owner say yes, and wrote it down."),
        "action.due_asked": _("%(name)s asked to move the date from %(before)s to %(day)s."),
        "action.due_changed": _("%(name)s moved the date from %(before)s to %(day)s."),
        "action.due_refused": _("%(name)s said no to %(day)s: the date stays."),
        "action.dropped": _("%(name)s dropped this action."),
        "action.reopened": _("%(name)s opened this action again."),
        "action.link_used": _("%(name)s answered by the link in a mail."),
        "action.review_waived": _("%(name)s finished it without a look at what came of it."),
    }
    return sentences.get(kind, _("%(name)s changed something."))
