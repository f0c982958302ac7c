"""Stopping the mails about notices, by the link in any of them, and having them again."""

from uuid import UUID

from django.db import transaction

from accounts.models import Person
from kernel.clock import now
from reminders.links import link_gone
from reminders.models.wish import MailTimes


def person_behind(person_id: UUID) -> Person:
    """Return whose mails a link stops, or raise LinkGoneError."""
    person = Person.objects.filter(pk=person_id, is_active=True).first()
    if person is None:
        raise link_gone()
    return person


@transaction.atomic
def stop_mail(person: Person) -> None:
    """Send her none of these mails any more; all of it stays in her inbox. Twice is once."""
    MailTimes.objects.get_or_create(person=person)
    MailTimes.objects.filter(person=person, stopped_at=None).update(stopped_at=now())


@transaction.atomic
def start_mail(person: Person) -> None:
    """Send her these mails again; twice is once."""
    MailTimes.objects.filter(person=person).update(stopped_at=None)
