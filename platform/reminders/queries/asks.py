"""What asks something of whom in a partnership on a day: read anew from the records, never stored."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from actions.models.action import ActionItem
from actions.queries.asking import unanswered_asks
from actions.states import OPEN, ActionState
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership
from reflections.models.feedback import Feedback
from reflections.models.invitation import Invitation
from reflections.states import ANSWERABLE_STATES
from reminders.kinds import Kind
from reminders.models.ladder import Rung
from reminders.queries.audience import GOES_ON_AFTER, Ask, People
from reminders.queries.courses import course_of, with_course
from reminders.queries.dates import about_decisions, about_deep_dives, about_escalations
from reminders.queries.ladder import Climbed, climbed_in, rungs_on
from reminders.timing import Course, again, of_owner

# Those who promised an answer hear of it so many days before.
ANSWER_AHEAD = timedelta(days=3)


def asks_in(partnership: Partnership, day: date) -> set[Ask]:
    """Return everything that asks something of somebody there, in a fixed number of queries.

    The current time zone has to be that of the partnership.
    """
    current = Membership.objects.filter(
        partnership=partnership, until__isnull=True, person__is_active=True
    )
    people = People({member.pk: member for member in current})
    return {
        ask
        for asks in (
            _about_actions(partnership, people, day),
            _about_questions(partnership),
            _about_answers(partnership, people, day),
            _about_invitations(partnership),
            about_escalations(partnership, people, day),
            about_decisions(partnership, people, day),
            about_deep_dives(partnership, people, day),
        )
        for ask in asks
        if ask.member_id in people.members
    }


def _about_actions(partnership: Partnership, people: People, day: date) -> Iterator[Ask]:
    climbed = climbed_in(partnership)
    for action in _actions(partnership, day):
        if action.state in OPEN:
            yield from _open(action, partnership, people, day, climbed)
        elif action.state == ActionState.DONE and action.done_at:
            occasion = f"{action.done_at:%Y-%m-%dT%H:%M:%S}"
            for pk in people.lookers(action):
                yield Ask(pk, Kind.CONFIRM, action.pk, occasion)
        elif action.state == ActionState.VERIFIED:
            for pk in people.lookers(action):
                yield Ask(pk, Kind.EFFECT, action.pk, str(action.review_on))


def _actions(partnership: Partnership, day: date) -> QuerySet[ActionItem]:
    asking = Q(state__in=[*OPEN, ActionState.DONE])
    to_look_at = Q(state=ActionState.VERIFIED, review_on__lte=day)
    found = ActionItem.objects.filter(asking | to_look_at, partnership=partnership)
    return with_course(found.select_related("session").prefetch_related("due_changes"))


def _open(
    action: ActionItem, partnership: Partnership, people: People, day: date, climbed: Climbed
) -> Iterator[Ask]:
    course = course_of(action, partnership)
    is_here = action.owner_id in people.members
    # Whoever stopped the word of its being late stopped all of it.
    is_stopped = (action.pk, course.late_since, Rung.STOPPED) in climbed
    asked = of_owner(course, day) if is_here else None
    if asked and not (is_stopped and asked.kind == Kind.LATE):
        yield Ask(action.owner_id, asked.kind, action.pk, asked.occasion)
    if not is_stopped:
        yield from _told_of(action, course, people, rungs_on(course, partnership, day))
    waiting = (day - course.asked_on).days if action.state == ActionState.PROPOSED else 0
    if not is_here or waiting > partnership.accept_days or action.state == ActionState.DECLINED:
        yield from _orphaned(action, course, people, day)
    yield from _about_dates(action, people)


def _about_dates(action: ActionItem, people: People) -> Iterator[Ask]:
    for change in action.due_changes.all():
        if change.answered_at is None:
            for pk in people.managers:
                if pk != change.asked_by_id:
                    yield Ask(pk, Kind.DATE, change.action_id, str(change.pk))


def _told_of(
    action: ActionItem, course: Course, people: People, rungs: Iterable[Rung]
) -> Iterator[Ask]:
    who = {
        Rung.ADVISORS: people.advisors_of(action),
        Rung.MANAGERS: people.managers,
    }
    for rung in rungs:
        for pk in who.get(rung, ()):
            if pk != action.owner_id:
                yield Ask(pk, Kind.TOLD, action.pk, f"{course.late_since}")


def _orphaned(action: ActionItem, course: Course, people: People, day: date) -> Iterator[Ask]:
    occasion = f"{course.asked_on}:{action.owner_id.hex[:8]}"
    is_late = day - course.asked_on > timedelta(days=course.accept_days) + GOES_ON_AFTER
    for pk in people.told(*people.leader_of(action.session), late=is_late):
        yield Ask(pk, Kind.ORPHAN, action.pk, occasion)


def _about_questions(partnership: Partnership) -> Iterator[Ask]:
    """Return what owners were asked last; who was asked again on another day is asked anew."""
    last = {ask.action_id: ask for ask in unanswered_asks(partnership)}
    for ask in last.values():
        yield Ask(ask.owner_id, Kind.QUESTION, ask.action_id, str(ask.day))


def _about_answers(partnership: Partnership, people: People, day: date) -> Iterator[Ask]:
    owed = Feedback.objects.filter(
        session__partnership=partnership,
        published_at=None,
        promised_by__lte=day + ANSWER_AHEAD,
    )
    for feedback in owed.select_related("session"):
        promised = feedback.promised_by
        if promised is None:
            continue
        for pk in people.told(*people.leader_of(feedback.session), late=promised < day):
            yield Ask(pk, Kind.ANSWER, feedback.pk, again(promised, day))


def _about_invitations(partnership: Partnership) -> Iterator[Ask]:
    waiting = Invitation.objects.filter(
        session__partnership=partnership, session__state__in=ANSWERABLE_STATES, answer=""
    )
    for invitation in waiting:
        yield Ask(invitation.member_id, Kind.INVITED, invitation.pk, "asked")
