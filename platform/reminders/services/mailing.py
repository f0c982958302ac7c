"""Writing mail about notices: at once, or one a day for each person."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import Person
from kernel.clock import now
from letters.services import Addressed, write_letters
from reminders.kinds import Way
from reminders.models.notice import Mailing, Notice
from reminders.models.wish import MailTimes
from reminders.queries.wishes import clock_of, is_awake, is_time_for_digest

# The kinds of letters, and what the occasion of a mailing begins with.
DIGEST, AT_ONCE = "digest", "at_once"


@dataclass(frozen=True)
class Planned:
    """One mail: of which kind, to whom, on which occasion, and what it tells."""

    kind: str
    person_id: UUID
    occasion: str
    notices: list[Notice]


@transaction.atomic
def write_mail() -> int:
    """Write the mails whose hour has come, and return how many.

    What somebody was told of stays with its mail, so that she hears it once; the database holds one
    daily mail for each person and day, whoever writes it.
    """
    waiting = list(_waiting().select_for_update(of=("self",)))
    planned = list(_plan(waiting))
    mailings = Mailing.objects.bulk_create(
        Mailing(person_id=one.person_id, occasion=one.occasion, written_at=now()) for one in planned
    )
    told = []
    for mailing, one in zip(mailings, planned, strict=True):
        for notice in one.notices:
            notice.mailing = mailing
        told += one.notices
    Notice.objects.bulk_update(told, ["mailing"], batch_size=500)
    for kind in (DIGEST, AT_ONCE):
        pairs = zip(mailings, planned, strict=True)
        write_letters(kind, [Addressed(m.person_id, m.pk) for m, one in pairs if one.kind == kind])
    return len(planned)


@transaction.atomic
def count_as_told(person_ids: Iterable[UUID]) -> None:
    """Take what asks something of these people for told: they only exist in a story."""
    waiting = Notice.objects.filter(member__person__in=list(person_ids), mailing=None)
    waiting.update(way=Way.HERE)


def _waiting() -> QuerySet[Notice]:
    """Return what people were not told of yet who want mail about it, person by person."""
    waiting = Notice.objects.filter(
        mailing=None,
        settled_at=None,
        way__in=[Way.NOW, Way.DIGEST],
        member__until=None,
        member__person__is_active=True,
        member__person__mail_times__stopped_at=None,
    )
    loaded = waiting.select_related("member__partnership", "member__person__mail_times")
    return loaded.order_by("member__person", "made_at", "pk")


def _plan(waiting: Iterable[Notice]) -> Iterator[Planned]:
    people = [
        (person, list(notices))
        for person, notices in groupby(waiting, key=lambda notice: notice.member.person)
    ]
    written = _written_today(person for person, _notices in people)
    for person, notices in people:
        times = getattr(person, "mail_times", None) or MailTimes(person=person)
        here = now().astimezone(clock_of(times, (notice.member for notice in notices)))
        occasion = f"{DIGEST}:{here.date()}"
        at_once = [notice for notice in notices if notice.way == Way.NOW]
        if is_time_for_digest(times, here) and (person.pk, occasion) not in written:
            yield Planned(DIGEST, person.pk, occasion, notices)
        elif at_once and is_awake(times, here):
            yield Planned(AT_ONCE, person.pk, f"{AT_ONCE}:{at_once[0].pk}", at_once)


def _written_today(people: Iterable[Person]) -> set[tuple[UUID, str]]:
    """Return which of them got the daily mail of which day."""
    digests = Mailing.objects.filter(person__in=list(people), occasion__startswith=f"{DIGEST}:")
    return set(digests.values_list("person_id", "occasion"))
