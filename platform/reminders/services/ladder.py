"""Passing on that an action stays late: its owner, then the advisors, then the managers; and stopping it."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.models.action import ActionItem
from actions.models.life import StepReason
from actions.queries.log import locked_action_of
from actions.services.telling import tell
from actions.states import UNDER_WAY
from eventlog.events import DomainEvent, Nobody
from kernel.clock import now
from kernel.errors import ConflictError, NotAllowedError
from kernel.text import clean_line
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership
from reminders.events import AdvisorsTold, ManagersTold, OwnerReminded, RemindersStopped
from reminders.models.ladder import LadderStep, Rung
from reminders.policies import may_stop_reminders
from reminders.queries.courses import course_of, with_course
from reminders.queries.ladder import climbed_in, late_since, rungs_on


def climb_ladders(partnership: Partnership, day: date) -> None:
    """Write into the history of late actions who is told of it now: each rung once.

    Call it where the partnership's look is locked; who hears it follows from the same days.
    """
    climbed = climbed_in(partnership)
    late = ActionItem.objects.filter(partnership=partnership, state__in=UNDER_WAY, due__lt=day)
    for action in with_course(late):
        course = course_of(action, partnership)
        if (action.pk, course.late_since, Rung.STOPPED) in climbed:
            continue
        for rung in rungs_on(course, partnership, day):
            if (action.pk, course.late_since, rung) not in climbed:
                _climb(action, course.late_since, rung)


@transaction.atomic
def stop_reminders(member: Membership, action_id: UUID, *, reason: str) -> ActionItem:
    """Have nobody told any more that an action is late, and say why; it holds until there is news.

    The same again changes nothing. Raises ConflictError where the action is not late, or somebody
    else stopped it.
    """
    reason = clean_line(reason, field="reason", most=500)
    action = locked_action_of(member, action_id)
    if not may_stop_reminders(member, action):
        raise NotAllowedError(
            _("Only the owner, a trusted advisor or a programme manager can do this.")
        )
    since = late_since(action)
    if since is None:
        if _did_so(member, action, reason):
            return action
        raise ConflictError(_("Nobody is told of this action any more, or it is not late."))
    LadderStep.objects.create(action=action, since=since, rung=Rung.STOPPED, at=now(), by=member)
    StepReason.objects.create(action=action, by=member, at=now(), step="stop", text=reason)
    tell(RemindersStopped(action.pk), member, action)
    return action


def _did_so(member: Membership, action: ActionItem, reason: str) -> bool:
    last = action.reasons.filter(step="stop").last()
    return last is not None and (last.by_id, last.text) == (member.pk, reason)


def _climb(action: ActionItem, since: date, rung: Rung) -> None:
    LadderStep.objects.create(action=action, since=since, rung=rung, at=now())
    tell(_news_of(action, rung), Nobody(), action)


def _news_of(action: ActionItem, rung: Rung) -> DomainEvent:
    if rung == Rung.OWNER:
        return OwnerReminded(action.pk)
    return AdvisorsTold(action.pk) if rung == Rung.ADVISORS else ManagersTold(action.pk)
