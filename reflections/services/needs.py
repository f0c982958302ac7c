"""Forgetting what people needed to take part, once the session is over."""

from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Coalesce

from kernel.clock import now
from partnerships.models.partnership import Partnership
from reflections.models.invitation import AttendanceNeeds

# A session that never started or was never finished is over at its planned end.
OVER_SINCE = Coalesce(
    "invitation__session__closed_at",
    "invitation__session__cancelled_at",
    "invitation__session__ends_at",
)


@transaction.atomic
def forget_needs() -> int:
    """Remove the needs of sessions that have been over for as long as their partnership keeps them.

    Nobody is named as having done it, and doing it twice or by two at once is once.
    """
    forgotten = 0
    for partnership in Partnership.objects.all():
        needs = AttendanceNeeds.objects.filter(invitation__session__partnership=partnership)
        end = now() - timedelta(days=partnership.needs_days)
        gone, _of_which = needs.alias(over_since=OVER_SINCE).filter(over_since__lte=end).delete()
        forgotten += gone
    return forgotten
