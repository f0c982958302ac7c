"""Learning questions as lists and pages show them: states as tags, history as sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from actions.queries.questions import QuestionLine
from frontend.action_words import Tag
from frontend.history_words import HistorySentence
from partnerships.models.membership import Membership
from reflections.learning_agenda import STANDING, Order, QuestionState
from reflections.records.question import QuestionRecord

STATE_TONES: dict[str, str] = {
    QuestionState.OPEN: "info",
    QuestionState.ANSWERED: "info",
    QuestionState.RESOLVED: "good",
    QuestionState.DISSOLVED: "",
    QuestionState.MERGED: "",
}


@dataclass(frozen=True)
class ShownQuestion:
    """One question in a list or on its page."""

    question: QuestionRecord
    url: str
    state: Tag
    persists: Tag
    order: str
    is_standing: bool


def shown_question(question: QuestionRecord, member: Membership) -> ShownQuestion:
    """Show one question to a member of its partnership."""
    return ShownQuestion(
        question=question,
        url=reverse("question", args=[member.partnership.slug, question.id]),
        state=Tag(capfirst(str(QuestionState(question.state).label)), STATE_TONES[question.state]),
        persists=Tag(_("Stays for long") if question.is_persistent else "", "warn"),
        order=capfirst(str(Order(question.order).label)) if question.order else "",
        is_standing=question.state in STANDING,
    )


def history_of_questions(lines: Iterable[QuestionLine]) -> list[HistorySentence]:
    """Say what happened to a question."""
    return [
        HistorySentence(
            at=line.at,
            sentence=_sentence(line.kind) % {"name": line.by_name or _("Somebody")},
            text=line.text,
        )
        for line in lines
    ]


def _sentence(kind: str) -> str:
    sentences = {
        "question.asked": _("%(name)s put this question on the learning agenda."),
        "question.reworded": _("%(name)s changed the words of this question."),
        "question.talked_about": _("%(name)s wrote down that a session talked about it."),
        "question.answered": _("%(name)s wrote down an answer for now."),
        "question.doubted": _("%(name)s asks on: the answer does not hold."),
        "question.resolved": _("%(name)s wrote down that the answer holds."),
        "question.dissolved": _("%(name)s wrote down that it is no longer a question."),
        "question.merged": _("%(name)s made it part of another question."),
        "question.reopened": _("%(name)s asked this question again."),
        "question.deep_dive": _("%(name)s changed which session is for it."),
        "question.action_joined": _("%(name)s added an action."),
    }
    return sentences.get(kind, _("%(name)s changed something."))
