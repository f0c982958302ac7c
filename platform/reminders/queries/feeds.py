"""Reading what a calendar feed holds: days of actions and sessions, nothing else of them."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from accounts.models import Person
from actions.models.action import ActionItem
from actions.queries.sight import seen_by_any
from actions.states import OPEN
from kernel.clock import now
from partnerships.queries import memberships_of
from reflections.models.session import ReflectionSession
from reflections.states import SessionState
from reminders.links import link_gone, read_feed_token
from reminders.models.feed import CalendarFeed

# Sessions that were longer ago are in nobody's way any more.
BACK = timedelta(days=90)


@dataclass(frozen=True)
class CalendarDays:
    """What one feed shows, and of which partnership: none where it is one person's own."""

    feed: CalendarFeed
    actions: list[ActionItem]
    sessions: list[ReflectionSession]


def feeds_of(person: Person) -> list[CalendarFeed]:
    """Return the feeds whose addresses hold now."""
    return list(CalendarFeed.objects.filter(person=person).select_related("partnership"))


def days_behind(token: str) -> CalendarDays:
    """Return what the feed with this address shows, or raise LinkGoneError."""
    feed_id, version = read_feed_token(token)
    feeds = CalendarFeed.objects.select_related("person", "partnership")
    feed = feeds.filter(pk=feed_id, version=version, person__is_active=True).first()
    if feed is None:
        raise link_gone()
    members = list(memberships_of(feed.person))
    if feed.partnership_id:
        members = [one for one in members if one.partnership_id == feed.partnership_id]
        if not members:
            raise link_gone()
    places = [one.partnership_id for one in members]
    actions = ActionItem.objects.filter(seen_by_any(members), state__in=OPEN)
    sessions = ReflectionSession.objects.filter(
        partnership__in=places, planned_at__isnull=False, ends_at__gte=now() - BACK
    ).exclude(state=SessionState.CANCELLED)
    if not feed.partnership_id:
        actions = actions.filter(owner__in=members)
        invited = Q(invitations__member__in=members) & ~Q(invitations__answer="no")
        hers = Q(facilitator__in=members) | Q(participants__membership__in=members) | invited
        sessions = sessions.filter(hers).distinct()
    return CalendarDays(
        feed=feed,
        actions=list(actions.select_related("partnership").order_by("due", "number")),
        sessions=list(
            sessions.select_related("partnership", "facilitator__person")
            .prefetch_related("phases")
            .order_by("starts_at", "pk")
        ),
    )
