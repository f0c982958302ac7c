"""Removing a partnership as a whole."""

from uuid import UUID

from django.db import transaction

from eventlog.events import partnership_stream
from eventlog.services import remove_streams
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership


@transaction.atomic
def remove_partnership(partnership_id: UUID) -> None:
    """Remove a partnership and its memberships; its actions and sessions go first."""
    remove_streams([partnership_stream(partnership_id)])
    Membership.objects.filter(partnership=partnership_id).delete()
    Partnership.objects.filter(pk=partnership_id).delete()
