"""Follow-up rounds: going through actions one after the other, each outcome a report like any other."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from actions.models.action import ActionItem
from actions.models.follow_up_round import FollowUpRound, RoundItem
from actions.queries.rounds import items_of, rounds_of
from actions.queries.sight import seen_by_any
from actions.queries.workbench import advised_action, advised_by
from actions.services.progress import Report, check_in
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_optional_text

MOST_ACTIONS = 50
# Of each field that was typed and not reported yet.
MOST_TYPED = 1000


@transaction.atomic
def start_round(person: Person, *, round_id: UUID, action_ids: Sequence[UUID]) -> FollowUpRound:
    """Begin a round through these actions, in this order, of partnerships that she advises.

    The same id with the same actions gives the first one. Raises DoesNotExist for an action of others.
    """
    members = advised_by(person)
    if not members:
        raise NotAllowedError(_("Follow-up rounds are for trusted advisors."))
    ids = list(dict.fromkeys(action_ids))
    if not 0 < len(ids) <= MOST_ACTIONS:
        raise InvalidInputError(
            _("Choose between 1 and %(most)d actions.") % {"most": MOST_ACTIONS}, field="action_ids"
        )
    known = FollowUpRound.objects.filter(pk=round_id).first()
    if known:
        before = list(known.items.values_list("action", flat=True))
        if (known.person_id, before) != (person.pk, ids):
            raise IdConflictError(_("This round was started before with other actions."))
        return known
    if ActionItem.objects.filter(seen_by_any(members), pk__in=ids).count() < len(ids):
        raise ActionItem.DoesNotExist
    made = FollowUpRound.objects.create(id=round_id, person=person, started_at=now())
    RoundItem.objects.bulk_create(
        RoundItem(round=made, action_id=pk, position=place) for place, pk in enumerate(ids)
    )
    return made


@transaction.atomic
def report_in_round(
    person: Person, round_id: UUID, action_id: UUID, *, check_in_id: UUID, report: Report
) -> RoundItem:
    """Report on the next action of the round; what was typed before is replaced by the report."""
    item = _item(person, round_id, action_id)
    if item.report_id not in {None, check_in_id}:
        raise ConflictError(_("You reported on this action in this round already."))
    member, _action = advised_action(person, action_id)
    item.report = check_in(member, action_id, check_in_id=check_in_id, report=report)
    item.is_passed_over, item.draft = False, {}
    item.save(update_fields=["report", "is_passed_over", "draft"])
    return item


@transaction.atomic
def pass_over(person: Person, round_id: UUID, action_id: UUID) -> RoundItem:
    """Go on without a report; one can come back to it until the round is finished."""
    item = _item(person, round_id, action_id)
    if item.report_id is None:
        item.is_passed_over = True
        item.save(update_fields=["is_passed_over"])
    return item


@transaction.atomic
def keep_typed(
    person: Person, round_id: UUID, action_id: UUID, *, typed: Mapping[str, str]
) -> RoundItem:
    """Keep what was typed on an action when one is interrupted; nothing where it was reported."""
    item = _item(person, round_id, action_id)
    if item.report_id is None:
        item.draft = {
            name: clean_optional_text(value, field=name, most=MOST_TYPED)
            for name, value in typed.items()
            if name in Report.__dataclass_fields__
        }
        item.save(update_fields=["draft"])
    return item


@transaction.atomic
def finish_round(person: Person, round_id: UUID) -> FollowUpRound:
    """End the round; what was not looked at counts as passed over. Ending it twice is once."""
    made = _locked(person, round_id)
    if made.finished_at is None:
        made.items.filter(report=None).update(is_passed_over=True, draft={})
        made.finished_at = now()
        made.save(update_fields=["finished_at"])
    return made


def _item(person: Person, round_id: UUID, action_id: UUID) -> RoundItem:
    if _locked(person, round_id).finished_at is not None:
        raise ConflictError(_("This round is finished. Start another one."))
    return items_of(person, round_id).get(action=action_id)


def _locked(person: Person, round_id: UUID) -> FollowUpRound:
    return rounds_of(person).select_for_update().get(pk=round_id)
