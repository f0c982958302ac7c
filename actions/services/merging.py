"""Making one action of two, and two of one; where each came from stays known on both sides."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.asking import MadeFromPart, Merged, PartSplitOff, TookIn
from actions.models.action import ActionItem, Offer, Translation, Visibility
from actions.models.life import StepReason
from actions.policies import may_merge
from actions.queries.log import locked_action_of
from actions.services.telling import tell_all
from actions.services.translation import ActionWording, cleaned_wording, is_worded_so, propose
from actions.states import OPEN, ActionState, next_state
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_text
from partnerships.models.membership import Membership


@transaction.atomic
def merge_actions(
    member: Membership, action_id: UUID, *, taken_id: UUID, reason: str
) -> ActionItem:
    """Make the action *taken_id* part of this one, and say why; the same twice is once.

    The insights and notes behind it stand behind this one, too. It ends there, and says into which it
    went.
    """
    reason = clean_text(reason, field="reason", most=500)
    if action_id == taken_id:
        raise InvalidInputError(_("Please choose another action."), field="taken_id")
    # In one order, so that two who join the same actions never wait for each other.
    locked = {pk: locked_action_of(member, pk) for pk in sorted((action_id, taken_id))}
    action, taken = locked[action_id], locked[taken_id]
    if not (may_merge(member, action) and may_merge(member, taken)):
        raise NotAllowedError(
            _("Only the facilitator of both or a programme manager can join actions.")
        )
    if taken.merged_into_id == action.pk:
        return action
    _must_be_open(action)
    _must_be_for_the_same_readers(action, taken)
    taken.state, taken.ended_at = next_state(taken.state, "merge"), now()
    taken.merged_into = action
    taken.save(update_fields=["state", "ended_at", "merged_into"])
    StepReason.objects.create(action=taken, by=member, at=now(), step="merge", text=reason)
    _follow_along(member, taken, action)
    tell_all([Merged(taken.pk), TookIn(action.pk)], member, [taken, action])
    return action


@transaction.atomic
def split_action(
    member: Membership, action_id: UUID, *, part_id: UUID, wording: ActionWording
) -> ActionItem:
    """Make a part of an open action an action of its own, and ask its owner.

    It rests on the same insights and notes. The same id with the same content gives the first part;
    with another content it is an IdConflictError.
    """
    action = locked_action_of(member, action_id)
    if not may_merge(member, action):
        raise NotAllowedError(_("Only the facilitator or a programme manager can part an action."))
    wording = cleaned_wording(member, wording)
    known = ActionItem.objects.filter(pk=part_id).first()
    if known:
        if known.split_from_id != action.pk or not is_worded_so(known, wording):
            raise IdConflictError(_("This action was saved before with another content."))
        return known
    _must_be_open(action)
    hidden = action.visibility == Visibility.PARTICIPANTS
    part = propose(
        member,
        part_id,
        wording,
        session=action.session,
        split_from=action,
        visibility=action.visibility if hidden else Visibility.PARTNERSHIP,
    )
    Offer.objects.create(action=part, owner_id=part.owner_id, at=part.offered_at)
    _follow_along(member, action, part)
    tell_all([PartSplitOff(action.pk), MadeFromPart(part.pk)], member, [action])
    return part


def _follow_along(member: Membership, source: ActionItem, to: ActionItem) -> None:
    for step in source.translations.prefetch_related("notes"):
        copy = Translation.objects.create(
            action=to, insight_id=step.insight_id, by=member, at=now()
        )
        copy.notes.set(step.notes.all())


def _must_be_open(action: ActionItem) -> None:
    if action.state not in OPEN:
        raise ConflictError(
            _("This action is now: %(state)s. Reload the page to see what you can do.")
            % {"state": ActionState(action.state).label}
        )


def _must_be_for_the_same_readers(action: ActionItem, taken: ActionItem) -> None:
    both = {action.visibility, taken.visibility}
    if Visibility.PARTICIPANTS not in both:
        return
    if len(both) > 1 or action.session_id != taken.session_id:
        raise ConflictError(
            _("Not everybody who sees the one sees the other. Let the same people see both first.")
        )
