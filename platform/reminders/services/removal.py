"""Removing what the people of a partnership were told, when it is removed as a whole."""

from uuid import UUID

from django.db import transaction

from eventlog.events import person_stream
from eventlog.services import remove_streams
from letters.services import remove_letters
from partnerships.models.membership import Membership
from reminders.models.notice import Mailing


@transaction.atomic
def remove_reminders(partnership_id: UUID) -> None:
    """Remove the mails and inboxes of people who are in this partnership alone; before its members."""
    here = Membership.objects.filter(partnership=partnership_id)
    others = Membership.objects.exclude(partnership=partnership_id)
    alone = here.exclude(person__in=others.values("person"))
    people = set(alone.values_list("person_id", flat=True))
    mailings = Mailing.objects.filter(person__in=people)
    remove_letters(mailings.values_list("pk", flat=True))
    mailings.delete()
    remove_streams([person_stream(pk) for pk in people])
