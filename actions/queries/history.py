"""Reading what happened to an action, from the event log and what was said at each step."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from actions.models.action import ActionItem
from actions.models.life import DueChange
from actions.queries.log import check_ins_of
from actions.records.action import CheckInRecord, check_in_record
from actions.records.life import DueChangeRecord, ReviewRecord, due_change_record, review_record
from eventlog.events import partnership_stream
from eventlog.queries import Entry, history_of
from partnerships.models.membership import Membership

STEP_OF = {
    "action.declined": "decline",
    "action.dropped": "drop",
    "action.reopened": "reopen",
    "action.review_waived": "waive_review",
}


@dataclass(frozen=True)
class HistoryLine:
    """One thing that happened to an action, with what belongs to it.

    `report` comes with a check-in, `asked_name` with being asked, `reason` with steps that need one,
    `due_change` with another date, `review` with a look at the effect.
    """

    kind: str
    at: datetime
    by_name: str
    report: CheckInRecord | None = None
    asked_name: str = ""
    reason: str = ""
    due_change: DueChangeRecord | None = None
    review: ReviewRecord | None = None


def history_of_action(member: Membership, action_id: UUID) -> list[HistoryLine]:
    """Return what happened to an action, newest first, each event with what was said then."""
    action = ActionItem.objects.get(pk=action_id, partnership=member.partnership_id)
    entries = history_of(action_id, stream=partnership_stream(member.partnership_id))
    names = _names_of(member, {entry.actor_id for entry in entries if entry.actor_id})
    said = _Said(member, action)
    lines = [said.line(entry, names.get(entry.actor_id, "")) for entry in entries]
    return lines[::-1]


class _Said:
    """What was said at the steps of one action, each kind in its order."""

    def __init__(self, member: Membership, action: ActionItem) -> None:
        self._reports = iter(check_ins_of(member, action.pk).order_by("at"))
        self._offers = iter(action.offers.select_related("owner__person"))
        self._changes = iter(action.due_changes.select_related("asked_by__person"))
        self._waiting: DueChange | None = None
        self._reviews = iter(action.reviews.select_related("by__person"))
        self._reasons: dict[str, Iterator[str]] = {
            step: iter(list(action.reasons.filter(step=step).values_list("text", flat=True)))
            for step in STEP_OF.values()
        }

    def line(self, entry: Entry, by_name: str) -> HistoryLine:
        """Return the line of one event."""
        line = HistoryLine(kind=entry.kind, at=entry.at, by_name=by_name)
        match entry.kind:
            case "action.checked_in":
                report = next(self._reports, None)
                return replace(line, report=check_in_record(report) if report else None)
            case "action.proposed" | "action.imported" | "action.offered":
                offer = next(self._offers, None)
                return replace(line, asked_name=offer.owner.person.name if offer else "")
            case "action.due_asked" | "action.due_changed" | "action.due_refused":
                return replace(line, due_change=self._change(entry.kind))
            case "action.reviewed":
                review = next(self._reviews, None)
                return replace(line, review=review_record(review) if review else None)
            case kind if kind in STEP_OF:
                return replace(line, reason=next(self._reasons[STEP_OF[kind]], ""))
        return line

    def _change(self, kind: str) -> DueChangeRecord | None:
        change = self._waiting or next(self._changes, None)
        self._waiting = change if kind == "action.due_asked" else None
        return due_change_record(change) if change else None


def _names_of(member: Membership, ids: set[UUID]) -> dict[UUID | None, str]:
    actors = Membership.objects.filter(partnership=member.partnership_id, pk__in=ids)
    return {actor.pk: actor.person.name for actor in actors.select_related("person")}
