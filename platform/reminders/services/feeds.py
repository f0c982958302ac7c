"""Giving a calendar a secret address to read, or a new one that makes the old one worthless."""

from django.db import transaction

from accounts.models import Person
from partnerships.queries import memberships_of
from reminders.models.feed import CalendarFeed


@transaction.atomic
def renew_feed(person: Person, *, slug: str = "") -> CalendarFeed:
    """Make the address of her own days or, with the *slug* of a partnership of hers, of all there.

    Raises DoesNotExist for a partnership that she is not in. Each time it is a new address.
    """
    partnership = memberships_of(person).get(partnership__slug=slug).partnership if slug else None
    feeds = CalendarFeed.objects.select_for_update()
    feed, is_new = feeds.get_or_create(person=person, partnership=partnership)
    if not is_new:
        feed.version += 1
        feed.save(update_fields=["version"])
    return feed
