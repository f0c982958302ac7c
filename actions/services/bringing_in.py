"""Making actions out of rows that stood elsewhere: what spreadsheets and minutes have in common."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from django.utils import translation
from django.utils.translation import gettext as _

from actions.events.actions import ActionImported
from actions.models.action import ActionItem, Offer
from actions.models.imports import ActionImport, ImportedRow
from actions.models.life import StepReason
from actions.services.dates import review_day_for
from actions.states import ACHIEVED, UNDER_WAY, ActionState
from eventlog.events import partnership_stream
from eventlog.services import record_all
from kernel.clock import now
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership
from partnerships.queries import locked_partnership_of

# What an action can be when it comes in. That somebody else confirmed it is said here, not in a file.
IMPORTABLE = (
    ActionState.PROPOSED,
    ActionState.ACCEPTED,
    ActionState.IN_PROGRESS,
    ActionState.BLOCKED,
    ActionState.DONE,
    ActionState.CLOSED,
    ActionState.DROPPED,
)
ENDED = {ActionState.CLOSED: "waive_review", ActionState.DROPPED: "drop"}


@dataclass(frozen=True)
class ReadRow:
    """What one row says, read and found good; `said` keeps its own words by field."""

    number: int
    key: str
    title: str
    owner_id: UUID
    due: date
    done_test: str = ""
    first_step: str = ""
    state: str = ActionState.PROPOSED
    outcome: str = ""
    said: dict[str, str] = field(default_factory=dict)


def bring_in(member: Membership, source: ActionImport, rows: Sequence[ReadRow]) -> list[ActionItem]:
    """Make one action of each row; call it last, like `record`, in the transaction of a batch.

    Who already is at it said so elsewhere: the yes was heard by whoever brings it in.
    """
    if not rows:
        return []
    partnership = locked_partnership_of(member)
    first = partnership.last_action_number + 1
    partnership.last_action_number += len(rows)
    partnership.save(update_fields=["last_action_number"])
    stood = [_row(source, row) for row in rows]
    made = [
        _action(member, partnership, number, row, at)
        for number, (row, at) in enumerate(zip(rows, stood, strict=True), start=first)
    ]
    ImportedRow.objects.bulk_create(stood)
    ActionItem.objects.bulk_create(made)
    Offer.objects.bulk_create(
        Offer(action=one, owner_id=one.owner_id, at=one.offered_at) for one in made
    )
    StepReason.objects.bulk_create(
        _reason(member, source, partnership, one) for one in made if one.ended_at
    )
    events = [ActionImported(one.pk) for one in made]
    record_all(events, by=member, on=[partnership_stream(partnership.pk)])
    return made


def _row(source: ActionImport, row: ReadRow) -> ImportedRow:
    return ImportedRow(
        partnership_id=source.partnership_id,
        source=source,
        number=row.number,
        key=row.key,
        said=row.said,
    )


def _action(
    member: Membership, partnership: Partnership, number: int, row: ReadRow, stood: ImportedRow
) -> ActionItem:
    is_promised = row.state in {*UNDER_WAY, *ACHIEVED}
    action = ActionItem(
        id=uuid4(),
        partnership=partnership,
        imported=stood,
        number=number,
        title=row.title,
        owner_id=row.owner_id,
        original_due=row.due,
        due=row.due,
        done_test=row.done_test,
        first_step=row.first_step,
        state=row.state,
        outcome=row.outcome if row.state in ACHIEVED else "",
        proposed_by=member,
        offered_at=now(),
        accepted_at=now() if is_promised else None,
        yes_heard_by=member if is_promised and row.owner_id != member.pk else None,
        done_at=now() if row.state in ACHIEVED else None,
        ended_at=now() if row.state in ENDED else None,
    )
    action.review_on = review_day_for(action) if is_promised else None
    return action


def _reason(
    member: Membership, source: ActionImport, partnership: Partnership, action: ActionItem
) -> StepReason:
    with translation.override(partnership.language):
        text = _("It had ended before it was brought in here from “%(name)s”.")
    step = ENDED[ActionState(action.state)]
    values = {"name": source.name}
    return StepReason(action=action, by=member, at=now(), step=step, text=text % values)
