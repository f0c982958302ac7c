"""Forgetting what nobody needs any more of what people were told."""

from datetime import timedelta

from django.db import transaction

from kernel.clock import now
from letters.services import remove_letters
from reminders.models.link import LinkAnswer
from reminders.models.notice import Mailing, Notice

# Longer than any link holds, and than anybody asks whether a mail came.
KEPT_FOR = timedelta(days=90)


@transaction.atomic
def forget_old_notices() -> int:
    """Remove what asks nothing any more, old mails and known repeats; return how much that was."""
    before = now() - KEPT_FOR
    mailings = Mailing.objects.filter(written_at__lt=before)
    remove_letters(mailings.values_list("pk", flat=True))
    old = (
        mailings,
        Notice.objects.filter(settled_at__lt=before),
        LinkAnswer.objects.filter(at__lt=before),
    )
    return sum(found.delete()[0] for found in old)
