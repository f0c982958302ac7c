"""The learning agenda of a story: who asked what, what one thinks for now, and what became of it."""

from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID, uuid4

from actions.services.question_actions import add_action_to_question
from frontend.demonstration.agenda_parts import ComparisonPart, QuestionPart
from frontend.demonstration.memory import Memory, Move
from partnerships.models.membership import Membership
from reflections.models.question import LearningQuestion
from reflections.services.questions import (
    QuestionWording,
    ask_question,
    plan_deep_dive,
    reword_question,
    talk_about_question,
)
from reflections.services.recurrences import compare_insights
from reflections.services.settling import answer_question, dissolve_question, resolve_question

Found = Callable[[], UUID]


def agenda_of(part: QuestionPart, memory: Memory) -> Iterator[Move]:
    """Return what happens to one question, in order."""
    calendar, keeper = memory.calendar, memory.members[part.by]
    made = uuid4()
    asked = calendar.moment(part.day, "16:30")
    ask = _say_more if part.insight else _ask
    yield Move(asked, partial(ask, keeper, part, memory, made))
    found: Found = partial(_id_of, part, memory, made)
    for talk in part.talks:
        at = calendar.moment(talk.day, "17:00")
        yield Move(at, partial(_talk, keeper, found, memory, talk.session))
    for answer in part.answers:
        at = calendar.moment(answer.day, "11:20")
        yield Move(at, partial(_answer, memory.members[answer.by], found, answer.text))
    if part.deep_dive:
        at = calendar.moment(part.deep_dive.day, "09:30")
        yield Move(at, partial(_plan, keeper, found, memory, part.deep_dive.session))
    if part.action:
        at = calendar.moment(part.action.day, "09:40")
        yield Move(at, partial(_add_action, keeper, found, memory, part.action.title))
    if part.end_day is not None:
        yield Move(calendar.moment(part.end_day, "15:30"), partial(_end, keeper, found, part))


def comparison_of(part: ComparisonPart, memory: Memory) -> Move:
    """Return what somebody says of two insights."""
    return Move(memory.calendar.moment(part.day, "16:45"), partial(_compare, part, memory))


def _compare(part: ComparisonPart, memory: Memory) -> None:
    compare_insights(
        memory.members[part.by],
        memory.insights[part.insight],
        earlier_id=memory.insights[part.earlier],
        is_same=part.is_same,
    )


def _wording(part: QuestionPart, memory: Memory) -> QuestionWording:
    return QuestionWording(
        text=part.text,
        order=part.order,
        barrier=part.barrier,
        ambition_link=part.ambition,
        risk_for=part.risk,
        theme_ids=[memory.themes[part.theme]] if part.theme else [],
    )


def _ask(keeper: Membership, part: QuestionPart, memory: Memory, made: UUID) -> None:
    ask_question(keeper, question_id=made, wording=_wording(part, memory))


def _say_more(keeper: Membership, part: QuestionPart, memory: Memory, _made: UUID) -> None:
    found = LearningQuestion.objects.get(insight=memory.insights[part.insight])
    reword_question(keeper, found.pk, wording=_wording(part, memory), version=found.version)


def _id_of(part: QuestionPart, memory: Memory, made: UUID) -> UUID:
    if not part.insight:
        return made
    return LearningQuestion.objects.get(insight=memory.insights[part.insight]).pk


def _talk(keeper: Membership, found: Found, memory: Memory, title: str) -> None:
    talk_about_question(keeper, found(), session_id=memory.sessions[title])


def _answer(who: Membership, found: Found, text: str) -> None:
    answer_question(who, found(), answer_id=uuid4(), text=text)


def _plan(keeper: Membership, found: Found, memory: Memory, title: str) -> None:
    plan_deep_dive(keeper, found(), session_id=memory.sessions[title])


def _add_action(keeper: Membership, found: Found, memory: Memory, title: str) -> None:
    add_action_to_question(keeper, found(), action_id=memory.actions[title])


def _end(keeper: Membership, found: Found, part: QuestionPart) -> None:
    if part.reason:
        dissolve_question(keeper, found(), reason=part.reason)
    else:
        resolve_question(keeper, found())
