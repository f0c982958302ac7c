"""The states of a session and of an insight, and which step leads where: data, asked by the services."""

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kernel.errors import ConflictError


class SessionState(TextChoices):
    """Where a session is between being thought of and being closed."""

    DRAFT = "draft", gettext_lazy("still a draft")
    PLANNED = "planned", gettext_lazy("planned")
    INPUT_OPEN = "input_open", gettext_lazy("open for input")
    LIVE = "live", gettext_lazy("live")
    TRANSLATING = "translating", gettext_lazy("turning insights into actions")
    CLOSED = "closed", gettext_lazy("finished")
    CANCELLED = "cancelled", gettext_lazy("cancelled")


class PhaseKind(TextChoices):
    """What a phase of a session is for; it decides which rules hold."""

    FOLLOW_UP = "follow_up", gettext_lazy("look at open actions first")
    COLLECT = "collect", gettext_lazy("collect notes")
    GROUP = "group", gettext_lazy("group notes")
    VOTE = "vote", gettext_lazy("vote")
    DISCUSS = "discuss", gettext_lazy("talk it through")
    AGREE = "agree", gettext_lazy("agree insights")
    TRANSLATE = "translate", gettext_lazy("turn into actions")
    READ_BACK = "read_back", gettext_lazy("read back")


class GroupingKind(TextChoices):
    """What a step of grouping did."""

    MOVED = "moved"
    TAKEN_OUT = "taken_out"
    MERGED = "merged"
    RENAMED = "renamed"


class InsightState(TextChoices):
    """Whether an insight is still being worded or stands."""

    DRAFT = "draft", gettext_lazy("draft")
    AGREED = "agreed", gettext_lazy("agreed")
    WITHDRAWN = "withdrawn", gettext_lazy("withdrawn")


class Disposition(TextChoices):
    """What became of an insight: every agreed one gets an answer."""

    ACT = "act", gettext_lazy("we act on it")
    ASK = "ask", gettext_lazy("we ask further")
    DECIDE = "decide", gettext_lazy("it needs a decision")
    ESCALATE = "escalate", gettext_lazy("we take it to a higher level")
    PARK = "park", gettext_lazy("we park it")
    NO = "no", gettext_lazy("we do not act on it")


# In these, the session turns what it learned into what somebody does.
TRANSLATING_KINDS = {PhaseKind.TRANSLATE, PhaseKind.READ_BACK}

# People who gave input read why it went nowhere.
NEEDS_A_REASON = {Disposition.PARK, Disposition.NO}

MOVES: dict[tuple[str, str], str] = {
    (SessionState.DRAFT, "plan"): SessionState.PLANNED,
    (SessionState.DRAFT, "cancel"): SessionState.CANCELLED,
    (SessionState.PLANNED, "cancel"): SessionState.CANCELLED,
    (SessionState.INPUT_OPEN, "cancel"): SessionState.CANCELLED,
    (SessionState.PLANNED, "open_input"): SessionState.INPUT_OPEN,
    (SessionState.PLANNED, "start"): SessionState.LIVE,
    (SessionState.INPUT_OPEN, "start"): SessionState.LIVE,
    (SessionState.LIVE, "translate"): SessionState.TRANSLATING,
    (SessionState.LIVE, "discuss"): SessionState.LIVE,
    (SessionState.TRANSLATING, "translate"): SessionState.TRANSLATING,
    (SessionState.TRANSLATING, "discuss"): SessionState.LIVE,
    (SessionState.LIVE, "close"): SessionState.CLOSED,
    (SessionState.TRANSLATING, "close"): SessionState.CLOSED,
    # Once, with a reason: what was forgotten can still be answered.
    (SessionState.CLOSED, "reopen"): SessionState.TRANSLATING,
}

# Before it is live: what was planned may still change.
PREPARED_STATES = {SessionState.DRAFT, SessionState.PLANNED, SessionState.INPUT_OPEN}

# Who is invited can say whether she comes.
ANSWERABLE_STATES = {SessionState.PLANNED, SessionState.INPUT_OPEN}

OVER_STATES = {SessionState.CLOSED, SessionState.CANCELLED}

OPEN_STATES = {SessionState.INPUT_OPEN, SessionState.LIVE, SessionState.TRANSLATING}


def next_state(state: str, step: str) -> str:
    """Return where *step* leads a session from *state*; raises ConflictError when nowhere."""
    try:
        return MOVES[state, step]
    except KeyError:
        raise ConflictError(
            _("This session is now: %(state)s. Reload the page to see what you can do.")
            % {"state": SessionState(state).label}
        ) from None
