"""Which actions a member may see: some are only for those who took part in their session."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from actions.models.action import ActionItem, Visibility
from partnerships.models.membership import Membership
from reflections.models.participant import Participant, ParticipantState

HIDDEN = Q(visibility=Visibility.PARTICIPANTS)


def visible_to(member: Membership) -> QuerySet[ActionItem]:
    """Return the actions of her partnership that she may see."""
    return ActionItem.objects.filter(sees(member))


def sees(member: Membership) -> Q:
    """Say under which condition she sees an action.

    What is only for participants she sees as one of them, and when she works on it or answers for it.
    """
    here = Q(partnership=member.partnership_id)
    if member.may("action.read_hidden"):
        return here
    # Apart from the action itself, so that it can be locked without what hangs on it.
    hers = ActionItem.objects.filter(
        Q(owner=member)
        | Q(sponsor=member)
        | Q(helpers=member)
        | Q(proposed_by=member)
        | Q(handovers__to=member, handovers__ended_at=None)
        | Q(escalations__to=member)
    )
    joined = Participant.objects.filter(
        membership=member, session=OuterRef("session"), state=ParticipantState.JOINED
    )
    return here & (~HIDDEN | Q(Exists(joined)) | Q(pk__in=hers.values("pk")))


def seen_by_any(members: Iterable[Membership]) -> Q:
    """Say under which condition one person sees an action through any of her memberships."""
    return reduce(or_, map(sees, members), Q(pk__in=[]))


def public_actions_of(slug: str) -> QuerySet[ActionItem]:
    """Return what a partnership shows to everybody, by date."""
    return ActionItem.objects.filter(partnership__slug=slug, visibility=Visibility.PUBLIC).order_by(
        "due", "number"
    )
