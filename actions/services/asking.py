"""Asking an owner how it goes: once a day, into her inbox and by mail with a link to answer by."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actions.events.advising import OwnerAsked
from actions.models.owner_ask import OwnerAsk
from actions.policies import may_ask_owner
from actions.queries.log import locked_action_of
from actions.services.telling import tell
from actions.states import UNDER_WAY
from kernel.clock import now, today
from kernel.errors import ConflictError, NotAllowedError
from partnerships.models.membership import Membership


@transaction.atomic
def ask_owner(member: Membership, action_id: UUID) -> OwnerAsk:
    """Ask the owner how it goes; who asks once more on the same day finds that she was asked."""
    action = locked_action_of(member, action_id)
    if not may_ask_owner(member, action):
        raise NotAllowedError(_("A programme manager or a trusted advisor asks the owner."))
    with timezone.override(member.partnership.time_zone):
        day = today()
    known = OwnerAsk.objects.filter(action=action, owner=action.owner_id, day=day).first()
    if known:
        return known
    if action.state not in UNDER_WAY or action.owner.until is not None:
        raise ConflictError(_("Nobody is at it now, so there is nobody to ask. Reload the page."))
    made = OwnerAsk.objects.create(
        action=action, owner_id=action.owner_id, by=member, at=now(), day=day
    )
    tell(OwnerAsked(action.pk), member, action)
    return made
