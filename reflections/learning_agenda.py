"""The learning agenda: the states of a question, which step leads where, and which questions persist."""

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kernel.errors import ConflictError

# A question that comes back so often, or stays for so long, deserves a session of its own.
PERSISTS_AFTER_SESSIONS = 3
PERSISTS_AFTER_DAYS = 180


class QuestionState(TextChoices):
    """Where a learning question is between being asked and being settled."""

    OPEN = "open", gettext_lazy("open")
    ANSWERED = "answered", gettext_lazy("answered for now")
    RESOLVED = "resolved", gettext_lazy("answered")
    DISSOLVED = "dissolved", gettext_lazy("no longer a question")
    MERGED = "merged", gettext_lazy("part of another question")


class Order(TextChoices):
    """How deep a question goes (after the dynamic learning agenda)."""

    FIRST = "first", gettext_lazy("how we do it")
    SECOND = "second", gettext_lazy("our habits, our rules and our own part")


S = QuestionState
MOVES: dict[tuple[str, str], str] = {
    (S.OPEN, "answer"): S.ANSWERED,
    (S.ANSWERED, "answer"): S.ANSWERED,
    (S.ANSWERED, "doubt"): S.OPEN,
    (S.ANSWERED, "resolve"): S.RESOLVED,
    # Asking it was enough, or something else became of it.
    (S.OPEN, "dissolve"): S.DISSOLVED,
    (S.ANSWERED, "dissolve"): S.DISSOLVED,
    (S.OPEN, "merge"): S.MERGED,
    (S.ANSWERED, "merge"): S.MERGED,
    (S.RESOLVED, "reopen"): S.OPEN,
    (S.DISSOLVED, "reopen"): S.OPEN,
}

# Still on the agenda.
STANDING = {S.OPEN, S.ANSWERED}


def next_question_state(state: str, step: str) -> str:
    """Return where *step* leads a question from *state*; raises ConflictError when nowhere."""
    try:
        return MOVES[state, step]
    except KeyError:
        raise ConflictError(
            _("This question is now: %(state)s. Reload the page to see what you can do.")
            % {"state": QuestionState(state).label}
        ) from None


def targets_of(step: str) -> set[str]:
    """Return where *step* can have led."""
    return {target for (_, name), target in MOVES.items() if name == step}


def persists(state: str, opened: date, sessions: int, day: date) -> bool:
    """Say whether a question has been on the agenda for so long that it needs a closer look."""
    is_old = (day - opened).days >= PERSISTS_AFTER_DAYS
    return state in STANDING and (is_old or sessions >= PERSISTS_AFTER_SESSIONS)
