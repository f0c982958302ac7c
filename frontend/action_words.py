"""Actions as lists and pages show them: dates in words, states and flags as tags, history as sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actions.models.imports import SourceKind
from actions.queries.log import FollowedAction
from actions.records.action import ActionRecord
from actions.states import OPEN, ActionState, Flag
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
    ActionState.MERGED: "",
}
FLAG_TONES: dict[str, str] = {
    Flag.OVERDUE: "bad",
    Flag.DUE_SOON: "warn",
    Flag.STALE: "warn",
    Flag.ORPHANED: "bad",
    Flag.SLIPPED: "",
    Flag.REVIEW_DUE: "warn",
    Flag.ESCALATED: "info",
    Flag.ANSWER_LATE: "bad",
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
    def key(self) -> str:
        """Return its id as forms send it."""
        return str(self.action.id)

    @property
    def asks_for_attention(self) -> bool:
        """Say whether somebody should look at it today."""
        return bool(self.action.flags) or self.action.state == ActionState.BLOCKED


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


def _due_tag(action: ActionRecord) -> Tag:
    if action.state not in OPEN:
        return Tag("", "")
    tones = (FLAG_TONES[flag] for flag in action.flags if flag in ABOUT_THE_DATE)
    return Tag(due_words(action.due), next(tones, ""))
