"""Choosing what one hears by mail, how and when."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from zoneinfo import available_timezones

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import InvalidInputError
from partnerships.models.membership import Membership
from reminders.kinds import USUAL_WAYS, Kind, Way
from reminders.models.wish import MailTimes, Wish

DAYS_OF_A_WEEK = range(7)
HOURS_OF_A_DAY = range(24)


@dataclass(frozen=True, kw_only=True)
class Times:
    """When mail may come: see MailTimes."""

    gets_mail: bool
    weekdays: Collection[int]
    hour: int
    quiet_from: int
    quiet_until: int
    time_zone: str = ""


@transaction.atomic
def choose_times(person: Person, *, times: Times) -> MailTimes:
    """Choose when mail comes, for all partnerships; the same again changes nothing."""
    weekdays = sorted(set(times.weekdays))
    if not weekdays or not set(weekdays) <= set(DAYS_OF_A_WEEK):
        raise InvalidInputError(_("Please choose one day at least."), field="weekdays")
    for field in ("hour", "quiet_from", "quiet_until"):
        if getattr(times, field) not in HOURS_OF_A_DAY:
            raise InvalidInputError(_("Please choose a full hour."), field=field)
    if times.time_zone and times.time_zone not in available_timezones():
        raise InvalidInputError(_("Please choose one of the listed zones."), field="time_zone")
    chosen, _is_new = MailTimes.objects.select_for_update().get_or_create(person=person)
    chosen.weekdays, chosen.hour = weekdays, times.hour
    chosen.quiet_from, chosen.quiet_until = times.quiet_from, times.quiet_until
    chosen.time_zone = times.time_zone
    chosen.stopped_at = None if times.gets_mail else chosen.stopped_at or now()
    chosen.save()
    return chosen


@transaction.atomic
def choose_ways(member: Membership, *, ways: Mapping[str, str]) -> None:
    """Choose how one hears of each kind of thing in one partnership; what is usual leaves no row."""
    for kind, way in ways.items():
        must_be_known(kind, Kind.values, field="kind")
        must_be_known(way, Way.values, field=kind)
        if way == USUAL_WAYS[kind]:
            Wish.objects.filter(member=member, kind=kind).delete()
        else:
            Wish.objects.update_or_create(member=member, kind=kind, defaults={"way": way})
