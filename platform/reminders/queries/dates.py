"""What asks something because of a day that somebody wrote down, so that nobody has to remember it."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.utils.timezone import localdate

from actions.models.asking import Escalation
from actions.models.decision import Decision
from actions.states import OPEN, DecisionState
from partnerships.models.partnership import Partnership
from reflections.learning_agenda import STANDING
from reflections.models.question import LearningQuestion
from reflections.states import PREPARED_STATES
from reminders.kinds import Kind
from reminders.queries.audience import GOES_ON_AFTER, Ask, People
from reminders.timing import again

# Before an answer is needed from above, and before a session for a question.
ESCALATION_AHEAD = timedelta(days=3)
DEEP_DIVE_AHEAD = timedelta(days=7)


def about_escalations(partnership: Partnership, people: People, day: date) -> Iterator[Ask]:
    """Return who has to see that what was asked above is answered."""
    waiting = Escalation.objects.filter(
        action__partnership=partnership, action__state__in=OPEN, ended_at=None
    )
    for one in waiting:
        is_near = one.answer_by <= day + ESCALATION_AHEAD
        occasion = again(one.answer_by, day) if is_near else "asked"
        for pk in _answering(one, people, day) if is_near or one.to_id else ():
            yield Ask(pk, Kind.ABOVE, one.action_id, f"{one.pk.hex[:8]}:{occasion}")


def about_decisions(partnership: Partnership, people: People, day: date) -> Iterator[Ask]:
    """Return who looks at a decision again: who wrote it down, then also the managers."""
    due = Decision.objects.filter(
        partnership=partnership, state=DecisionState.DECIDED, review_on__lte=day
    )
    for decision in due:
        is_late = (decision.review_on or day) <= day - GOES_ON_AFTER
        for pk in people.told(*people.here(decision.recorded_by_id), late=is_late):
            yield Ask(pk, Kind.REVIEW, decision.pk, str(decision.review_on))


def about_deep_dives(partnership: Partnership, people: People, day: date) -> Iterator[Ask]:
    """Return who prepares a session for a question: who asked the question, and who leads."""
    planned = LearningQuestion.objects.filter(
        partnership=partnership, state__in=STANDING, deep_dive__state__in=PREPARED_STATES
    )
    for question in planned.select_related("deep_dive"):
        session = question.deep_dive
        if session is None or day < localdate(session.starts_at) - DEEP_DIVE_AHEAD:
            continue
        for pk in {*people.here(question.opened_by_id), *people.leader_of(session)}:
            occasion = again(localdate(session.starts_at), day)
            yield Ask(pk, Kind.DIVE, question.pk, occasion)


def _answering(escalation: Escalation, people: People, day: date) -> set[UUID]:
    """Return who was asked, or for a board who asked it; after the day all who can do something."""
    told = people.here(escalation.to_id or escalation.raised_by_id)
    if day <= escalation.answer_by:
        return set(told)
    return people.told(*told, escalation.raised_by_id, late=True)
