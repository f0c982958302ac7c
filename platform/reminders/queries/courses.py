"""Reading what the reminders of an action follow from."""

from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.utils.timezone import localdate

from actions.models.action import ActionItem
from actions.models.check_in import CheckIn
from partnerships.models.partnership import Partnership
from reminders.timing import Course


def with_course(actions: QuerySet[ActionItem]) -> QuerySet[ActionItem]:
    """Load what `course_of` wants."""
    newest = CheckIn.objects.filter(action=OuterRef("pk")).order_by("-at")
    return actions.annotate(last_report=Max("check_ins__at")).annotate(
        asked_again=Subquery(newest.values("next_check_in")[:1])
    )


def course_of(action: ActionItem, partnership: Partnership) -> Course:
    """Return the course of an action that was loaded by `with_course`.

    The current time zone has to be that of the partnership.
    """
    said_yes = action.accepted_at or action.offered_at
    last = getattr(action, "last_report", None)
    return Course(
        state=action.state,
        due=action.due,
        asked_at=action.offered_at,
        asked_on=localdate(action.offered_at),
        yes_on=localdate(said_yes),
        news_on=localdate(last) if last and last > said_yes else localdate(said_yes),
        ask_again_on=getattr(action, "asked_again", None),
        check_in_days=partnership.check_in_days,
        accept_days=partnership.accept_days,
    )
