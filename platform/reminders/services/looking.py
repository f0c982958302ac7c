"""Looking through partnerships for what asks something of somebody, and noticing it once."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from eventlog.events import Nobody, partnership_stream, person_stream
from eventlog.queries import Position, happenings_since, heads_of
from eventlog.services import record_for_each
from kernel.clock import now, today
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership
from reminders.events import InboxChanged
from reminders.kinds import ABOUT_SESSIONS, Kind, Way
from reminders.models.look import Look
from reminders.models.notice import Notice
from reminders.queries.asks import asks_in
from reminders.queries.audience import Ask
from reminders.queries.wishes import ways_in
from reminders.services.ladder import climb_ladders


def look_everywhere() -> int:
    """Look where something happened or a day began since the last look; return at how many places."""
    partnerships = list(Partnership.objects.select_related("look"))
    heads = heads_of([partnership_stream(one.pk) for one in partnerships])
    return sum(look_at(one.pk) for one in partnerships if _has_news(one, heads))


@transaction.atomic
def look_at(partnership_id: UUID) -> bool:
    """Notice what is new there and settle what asks nothing any more; say whether it was due.

    Done twice or by two at once it is done once: the second finds that somebody looked.
    """
    Look.objects.get_or_create(partnership_id=partnership_id)
    look = Look.objects.select_for_update().get(pk=partnership_id)
    partnership = Partnership.objects.get(pk=partnership_id)
    # Before anything is read: what happens meanwhile is looked at in the next round.
    until = _until(partnership, heads_of([partnership_stream(partnership_id)]))
    if until == (look.day, look.sequence):
        return False
    with timezone.override(partnership.time_zone):
        changed = _bring_up_to_date(partnership, until[0])
        shown = _shown_about(partnership, look)
        climb_ladders(partnership, until[0])
    look.day, look.sequence = until
    look.save(update_fields=["day", "sequence"])
    _tell(changed | shown)
    return True


def _has_news(partnership: Partnership, heads: Mapping[str, Position]) -> bool:
    look: Look | None = getattr(partnership, "look", None)
    return look is None or (look.day, look.sequence) != _until(partnership, heads)


def _until(partnership: Partnership, heads: Mapping[str, Position]) -> tuple[date, int]:
    """Return the day that it is there, and the last event."""
    head = heads.get(partnership_stream(partnership.pk))
    with timezone.override(partnership.time_zone):
        return today(), head.sequence if head else 0


def _bring_up_to_date(partnership: Partnership, day: date) -> set[UUID]:
    """Make, settle and reopen notices; return the members to whom that happened."""
    way_of = ways_in(partnership)
    asks = {ask for ask in asks_in(partnership, day) if way_of(ask.member_id, ask.kind) != Way.NOT}
    known = {_ask_of(notice): notice for notice in _known(partnership, asks)}
    new = sorted(asks - set(known), key=str)
    Notice.objects.bulk_create(
        Notice(**vars(ask), way=way_of(ask.member_id, ask.kind), made_at=now()) for ask in new
    )
    again = [one.pk for ask, one in known.items() if one.settled_at and ask in asks]
    over = [one.pk for ask, one in known.items() if not one.settled_at and ask not in asks]
    Notice.objects.filter(pk__in=again).update(settled_at=None)
    Notice.objects.filter(pk__in=over).update(settled_at=now())
    touched = {*again, *over}
    return {ask.member_id for ask in new} | {
        one.member_id for one in known.values() if one.pk in touched
    }


def _shown_about(partnership: Partnership, look: Look) -> set[UUID]:
    """Return the members whose notices show something that happened to something since that look."""
    news = happenings_since(partnership_stream(partnership.pk), look.sequence)
    open_notices = Notice.objects.filter(member__partnership=partnership, settled_at=None)
    about = Q(about_id__in={one.record_id for one in news if one.record_id})
    if {one.about for one in news} & {"session", "preparation"}:
        about |= Q(kind__in=ABOUT_SESSIONS)
    return set(open_notices.filter(about).values_list("member_id", flat=True)) if news else set()


def _tell(members: Collection[UUID]) -> None:
    """Let the inboxes of these members show it; call it last, like `record`."""
    people = Membership.objects.filter(pk__in=members).values_list("person_id", flat=True)
    streams = [person_stream(pk) for pk in set(people)]
    if streams:
        record_for_each(InboxChanged(None), by=Nobody(), on=streams)


def _known(partnership: Partnership, asks: set[Ask]) -> list[Notice]:
    """Return the notices that ask something, and settled ones about the same things."""
    about = {ask.about_id for ask in asks}
    here = Notice.objects.filter(member__partnership=partnership)
    return list(here.filter(Q(settled_at=None) | Q(about_id__in=about)))


def _ask_of(notice: Notice) -> Ask:
    return Ask(notice.member_id, Kind(notice.kind), notice.about_id, notice.occasion)
