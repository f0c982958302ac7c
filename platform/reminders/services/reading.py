"""Marking notices as read."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from accounts.models import Person
from eventlog.events import Nobody, person_stream
from eventlog.services import record
from kernel.clock import now
from reminders.events import InboxChanged
from reminders.models.notice import Notice
from reminders.queries.inbox import asking


@transaction.atomic
def mark_read(person: Person, *, notice_ids: Collection[UUID] | None = None) -> int:
    """Mark these notices of hers as read, or all of them; return how many were not. Twice is once."""
    unread = asking(person.pk).filter(read_at=None)
    if notice_ids is not None:
        unread = unread.filter(pk__in=notice_ids)
    ids = list(unread.values_list("pk", flat=True))
    if not ids:
        return 0
    Notice.objects.filter(pk__in=ids).update(read_at=now())
    record(InboxChanged(None), by=Nobody(), on=[person_stream(person.pk)])
    return len(ids)
