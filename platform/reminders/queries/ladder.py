"""Reading how far the word went that actions are late."""

from datetime import date
from uuid import UUID

from django.utils import timezone

from actions.models.action import ActionItem
from actions.states import UNDER_WAY
from kernel.clock import today
from partnerships.models.partnership import Partnership
from reminders.models.ladder import LadderStep, Rung
from reminders.queries.courses import course_of, with_course
from reminders.timing import Course

# Action, since when, and rung of all that was climbed or stopped.
Climbed = set[tuple[UUID, date, str]]


def rungs_on(course: Course, partnership: Partnership, day: date) -> list[Rung]:
    """Return who has to know by *day*, the first one first; nobody while the action is in time."""
    if course.state not in UNDER_WAY or course.due >= day:
        return []
    late = (day - course.late_since).days
    after = {
        Rung.OWNER: 1,
        Rung.ADVISORS: partnership.advisors_after_days,
        Rung.MANAGERS: partnership.managers_after_days,
    }
    return [rung for rung, days in after.items() if late >= days]


def climbed_in(partnership: Partnership) -> Climbed:
    """Return how far the word of each action there went."""
    steps = LadderStep.objects.filter(action__partnership=partnership)
    return set(steps.values_list("action_id", "since", "rung"))


def late_since(action: ActionItem) -> date | None:
    """Return since when the word goes on that an action is late; nothing once it was stopped."""
    partnership = action.partnership
    loaded = with_course(ActionItem.objects.filter(pk=action.pk)).get()
    with timezone.override(partnership.time_zone):
        course = course_of(loaded, partnership)
        is_late = bool(rungs_on(course, partnership, today()))
    steps = LadderStep.objects.filter(action=action, since=course.late_since)
    return course.late_since if is_late and not steps.filter(rung=Rung.STOPPED).exists() else None
