"""The states of an action and which step leads where: data, asked by the services."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kernel.errors import ConflictError


class ActionState(TextChoices):
    """Where an action is between being proposed and being confirmed."""

    PROPOSED = "proposed", gettext_lazy("waiting for a yes")
    ACCEPTED = "accepted", gettext_lazy("accepted")
    DECLINED = "declined", gettext_lazy("declined")
    IN_PROGRESS = "in_progress", gettext_lazy("in progress")
    BLOCKED = "blocked", gettext_lazy("stuck")
    DONE = "done", gettext_lazy("done")
    VERIFIED = "verified", gettext_lazy("confirmed")
    CLOSED = "closed", gettext_lazy("finished")
    DROPPED = "dropped", gettext_lazy("dropped")
    MERGED = "merged", gettext_lazy("part of another")


class Effect(TextChoices):
    """What an action turned out to do, once one could know."""

    HELPED = "helped", gettext_lazy("it helped")
    PARTLY = "partly", gettext_lazy("it helped in part")
    NONE = "none", gettext_lazy("it changed nothing")
    HARMFUL = "harmful", gettext_lazy("it did harm")
    TOO_EARLY = "too_early", gettext_lazy("it is too early to say")
    CANNOT_TELL = "cannot_tell", gettext_lazy("nobody can tell")


class NextStep(TextChoices):
    """What follows from what an action turned out to do."""

    KEEP = "keep", gettext_lazy("keep it as it is")
    ADAPT = "adapt", gettext_lazy("do it in another way")
    NEW_ACTION = "new_action", gettext_lazy("do something else")
    REOPEN = "reopen", gettext_lazy("go on with this action")
    STOP = "stop", gettext_lazy("stop it")


class DecisionState(TextChoices):
    """Whether something is still to be decided, was decided, or was replaced by a later decision."""

    PROPOSED = "proposed", gettext_lazy("to be decided")
    DECIDED = "decided", gettext_lazy("decided")
    SUPERSEDED = "superseded", gettext_lazy("replaced")


class Claim(TextChoices):
    """What a check-in says about the action."""

    NOT_STARTED = "not_started", gettext_lazy("not started")
    MOVING = "moving", gettext_lazy("moving")
    STUCK = "stuck", gettext_lazy("stuck")


class Confidence(TextChoices):
    """How sure whoever reports is that it will be done in time."""

    GREEN = "green", gettext_lazy("sure")
    AMBER = "amber", gettext_lazy("in doubt")
    RED = "red", gettext_lazy("not sure at all")
    UNKNOWN = "unknown", gettext_lazy("not known")


class Channel(TextChoices):
    """How the news came in."""

    HERE = "here", gettext_lazy("written here")
    PHONE = "phone", gettext_lazy("by phone")
    MAIL = "mail", gettext_lazy("by mail")
    MEETING = "meeting", gettext_lazy("when we met")
    SESSION = "session", gettext_lazy("in a session")
    LINK = "link", gettext_lazy("by the link in a mail")


class Barrier(TextChoices):
    """What kind of thing stands in the way: few kinds, so that the same one shows in many places."""

    TIME = "time", gettext_lazy("nobody has the time")
    PEOPLE = "people", gettext_lazy("too few people")
    MONEY = "money", gettext_lazy("no money")
    MANDATE = "mandate", gettext_lazy("nobody can decide it")
    RULES = "rules", gettext_lazy("rules or contracts")
    DATA = "data", gettext_lazy("figures or systems are missing")
    TOGETHER = "together", gettext_lazy("others do not join in")
    REACH = "reach", gettext_lazy("those it is for are not reached")
    OTHER = "other", gettext_lazy("something else")


class Flag(TextChoices):
    """What asks for attention; derived from record and day, never stored."""

    OVERDUE = "overdue", gettext_lazy("too late")
    DUE_SOON = "due_soon", gettext_lazy("due soon")
    STALE = "stale", gettext_lazy("no news for long")
    ORPHANED = "orphaned", gettext_lazy("nobody owns it")
    SLIPPED = "slipped", gettext_lazy("the date moved")
    REVIEW_DUE = "review_due", gettext_lazy("look at its effect")
    ESCALATED = "escalated", gettext_lazy("asked above")
    ANSWER_LATE = "answer_late", gettext_lazy("no answer from above")


S = ActionState
MOVES: dict[tuple[str, str], str] = {
    (S.PROPOSED, "accept"): S.ACCEPTED,
    (S.PROPOSED, "decline"): S.DECLINED,
    (S.PROPOSED, "offer"): S.PROPOSED,
    (S.DECLINED, "offer"): S.PROPOSED,
    (S.ACCEPTED, Claim.NOT_STARTED): S.ACCEPTED,
    (S.ACCEPTED, Claim.MOVING): S.IN_PROGRESS,
    (S.ACCEPTED, Claim.STUCK): S.BLOCKED,
    (S.IN_PROGRESS, Claim.MOVING): S.IN_PROGRESS,
    (S.IN_PROGRESS, Claim.STUCK): S.BLOCKED,
    (S.BLOCKED, Claim.MOVING): S.IN_PROGRESS,
    (S.BLOCKED, Claim.STUCK): S.BLOCKED,
    (S.ACCEPTED, "complete"): S.DONE,
    (S.IN_PROGRESS, "complete"): S.DONE,
    (S.BLOCKED, "complete"): S.DONE,
    (S.DONE, "confirm"): S.VERIFIED,
    (S.DONE, "not_yet"): S.IN_PROGRESS,
    # One looks what came of it, or says why nobody will; or that it is too early.
    (S.VERIFIED, "review"): S.CLOSED,
    (S.VERIFIED, "look_later"): S.VERIFIED,
    (S.VERIFIED, "waive_review"): S.CLOSED,
    (S.PROPOSED, "drop"): S.DROPPED,
    (S.DECLINED, "drop"): S.DROPPED,
    (S.ACCEPTED, "drop"): S.DROPPED,
    (S.IN_PROGRESS, "drop"): S.DROPPED,
    (S.BLOCKED, "drop"): S.DROPPED,
    (S.CLOSED, "reopen"): S.IN_PROGRESS,
    # Whoever owned it is asked once more.
    (S.DROPPED, "reopen"): S.PROPOSED,
    # Somebody left, and another member is asked to take it over.
    (S.PROPOSED, "hand_over"): S.PROPOSED,
    (S.DECLINED, "hand_over"): S.PROPOSED,
    (S.ACCEPTED, "hand_over"): S.PROPOSED,
    (S.IN_PROGRESS, "hand_over"): S.PROPOSED,
    (S.BLOCKED, "hand_over"): S.PROPOSED,
    # Two actions turn out to be one.
    (S.PROPOSED, "merge"): S.MERGED,
    (S.DECLINED, "merge"): S.MERGED,
    (S.ACCEPTED, "merge"): S.MERGED,
    (S.IN_PROGRESS, "merge"): S.MERGED,
    (S.BLOCKED, "merge"): S.MERGED,
}

# Somebody still has to do something.
OPEN = {S.PROPOSED, S.DECLINED, S.ACCEPTED, S.IN_PROGRESS, S.BLOCKED}
# The owner said yes and is at it: the states in which one reports.
UNDER_WAY = {S.ACCEPTED, S.IN_PROGRESS, S.BLOCKED}
# It was done, and what came of it was said.
ACHIEVED = {S.DONE, S.VERIFIED, S.CLOSED}
# Something changes because of what one learned.
CHANGES = {NextStep.ADAPT, NextStep.NEW_ACTION, NextStep.REOPEN, NextStep.STOP}
# One will know more later.
UNDECIDED = {Effect.TOO_EARLY, Effect.CANNOT_TELL}

# How much each asks for attention; what is stuck does so without a flag.
WEIGHTS = {
    Flag.OVERDUE: 4,
    Flag.ANSWER_LATE: 3,
    Flag.ORPHANED: 3,
    Flag.STALE: 2,
    Flag.REVIEW_DUE: 2,
    Flag.DUE_SOON: 1,
    Flag.SLIPPED: 0,
    Flag.ESCALATED: 0,
}
STUCK_WEIGHT = 3

DUE_SOON_DAYS = 7
# From this change of the date on, a programme manager has to agree.
AGREED_FROM = 2
# From this one on, asking somebody who can decide is a better idea than another date.
ESCALATE_FROM = 3
# Half a rhythm of grace: people report at meetings, and meetings slip.
STALE_AFTER = 1.5


def next_state(state: str, step: str) -> str:
    """Return where *step* leads an action from *state*; raises ConflictError when nowhere."""
    try:
        return MOVES[state, step]
    except KeyError:
        raise ConflictError(
            _("This action is now: %(state)s. Reload the page to see what you can do.")
            % {"state": ActionState(state).label}
        ) from None


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the flags of an action follow from."""

    state: str
    due: date
    original_due: date
    review_on: date | None
    owner_is_member: bool
    # When the present owner was asked.
    waiting_since: date
    last_news: date
    check_in_days: int
    accept_days: int
    # By when a question that waits above should be answered.
    answer_by: date | None = None


def flags_on(day: date, known: Facts) -> list[str]:
    """Return what asks for attention on *day*.

    Said to the database once more in `queries.attention`, for whole logs. Overdue and due soon speak
    of open actions and their due date; stale of actions under way without news for one and a half
    times the partnership's rhythm; orphaned of open actions whose owner is gone or has not answered
    within the agreed days; slipped of open actions that are due later than was first agreed;
    escalated of open actions with a question that waits above, and answer late when the day for its
    answer is over; review due of confirmed actions whose effect one can know by now.
    """
    state, due = known.state, known.due
    if state == S.VERIFIED and known.review_on and known.review_on <= day:
        return [str(Flag.REVIEW_DUE)]
    if state not in OPEN:
        return []
    silent_days, waiting_days = (day - known.last_news).days, (day - known.waiting_since).days
    unanswered = state == S.PROPOSED and waiting_days > known.accept_days
    flags = {
        Flag.OVERDUE: due < day,
        Flag.DUE_SOON: day <= due <= day + timedelta(days=DUE_SOON_DAYS),
        Flag.STALE: state in UNDER_WAY and silent_days > days_of_silence(known.check_in_days),
        Flag.ORPHANED: not known.owner_is_member or unanswered or state == S.DECLINED,
        Flag.SLIPPED: due > known.original_due,
        Flag.ESCALATED: known.answer_by is not None,
        Flag.ANSWER_LATE: known.answer_by is not None and known.answer_by < day,
    }
    return [str(flag) for flag, holds in flags.items() if holds]


def days_of_silence(check_in_days: int) -> int:
    """Return for how many days it is fine to hear nothing of an action under way."""
    return int(check_in_days * STALE_AFTER)


def weight_of(state: str, flags: Iterable[str]) -> int:
    """Say how much an action in *state* with these flags asks for attention."""
    stuck = STUCK_WEIGHT if state == S.BLOCKED else 0
    return stuck + sum(WEIGHTS[Flag(flag)] for flag in flags)


def possible_claims(state: str) -> list[Claim]:
    """Return what a report can say about an action in *state*."""
    return [claim for claim in Claim if (state, claim) in MOVES]
