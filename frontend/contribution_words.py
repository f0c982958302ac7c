"""What became of somebody's notes, in words and tags."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from actions.records.contribution import (
    ContributionAction,
    ContributionAnswer,
    ContributionRecord,
)
from actions.states import ActionState
from frontend.action_words import STATE_TONES, Tag
from frontend.outcome_words import disposition_label, feedback_label
from reflections.models.reaction import Verdict

TONES = {"hidden": "", "waiting": "warn", "asked_again": "warn", "answered": "good"}
UNANSWERED = {"waiting", "asked_again"}


@dataclass(frozen=True)
class InsightLine:
    """An insight that a note led to, with what became of it as a sentence."""

    statement: str
    answer: str
    reason: str
    ask: str
    reply: str


@dataclass(frozen=True)
class AnswerLine:
    """Something that those who gave input were told."""

    answer: ContributionAnswer
    heading: str
    said: str


@dataclass(frozen=True)
class ContributionLine:
    """One note with what became of it."""

    note: ContributionRecord
    state: Tag
    insights: list[InsightLine]
    actions: list[tuple[ContributionAction, Tag]]
    answers: list[AnswerLine]

    @property
    def is_answered(self) -> bool:
        """Say whether its writer heard what became of it."""
        return self.note.state not in UNANSWERED


def contribution_line(note: ContributionRecord) -> ContributionLine:
    """Show what became of a note."""
    return ContributionLine(
        note=note,
        state=Tag(_state_words()[note.state], TONES[note.state]),
        insights=[
            InsightLine(
                one.statement, disposition_label(one.disposition), one.reason, one.ask, one.reply
            )
            for one in note.insights
        ],
        actions=[
            (one, Tag(capfirst(str(ActionState(one.state).label)), STATE_TONES[one.state]))
            for one in note.actions
        ],
        answers=[
            AnswerLine(
                one,
                feedback_label(one.answer),
                str(Verdict(one.verdict).label) if one.verdict else "",
            )
            for one in note.answers
        ],
    )


def _state_words() -> dict[str, str]:
    return {
        "hidden": _("Not shown to others yet"),
        "waiting": _("Not answered yet"),
        "asked_again": _("You asked again"),
        "answered": _("Answered"),
    }
