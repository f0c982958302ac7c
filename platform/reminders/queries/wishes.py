"""Reading what people wish to hear, how and when."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from accounts.models import Person
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership
from reminders.kinds import USUAL_WAYS, Kind, Way
from reminders.models.wish import MailTimes, Wish


def ways_in(partnership: Partnership) -> Callable[[UUID, str], str]:
    """Return how to find the way in which a member there hears of a kind of thing."""
    wishes = Wish.objects.filter(member__partnership=partnership)
    chosen = {(wish.member_id, wish.kind): wish.way for wish in wishes}
    return lambda member_id, kind: chosen.get((member_id, kind), USUAL_WAYS[kind])


def ways_of(member: Membership) -> dict[str, str]:
    """Return for each kind of thing how the member hears of it."""
    chosen = dict(Wish.objects.filter(member=member).values_list("kind", "way"))
    return {kind: chosen.get(kind, USUAL_WAYS[kind]) for kind in Kind}


def wants_by_mail(wishes: Iterable[Wish]) -> Callable[[UUID, str], bool]:
    """Return how to ask whether a member still wants mail about a kind of thing."""
    chosen = {(wish.member_id, wish.kind): wish.way for wish in wishes}
    by_mail = {Way.NOW, Way.DIGEST}
    return lambda member_id, kind: chosen.get((member_id, kind), USUAL_WAYS[kind]) in by_mail


def mail_times_of(person: Person) -> MailTimes:
    """Return when she gets mail; as is usual where she chose nothing."""
    return MailTimes.objects.filter(pk=person.pk).first() or MailTimes(person=person)


def is_time_for_digest(times: MailTimes, here: datetime) -> bool:
    """Say whether the daily mail may go out, by the clock where she is."""
    return here.weekday() in times.weekdays and here.hour >= times.hour


def is_awake(times: MailTimes, here: datetime) -> bool:
    """Say whether a mail at once may go out, by the clock where she is."""
    start, end = times.quiet_from, times.quiet_until
    night = start <= here.hour < end if start <= end else not end <= here.hour < start
    return here.weekday() in times.weekdays and not night


def clock_of(times: MailTimes, memberships: Iterable[Membership]) -> ZoneInfo:
    """Return the zone that she chose, or that of her first partnership."""
    first = min(memberships, key=lambda one: (one.since, str(one.pk)))
    return ZoneInfo(times.time_zone or first.partnership.time_zone)
