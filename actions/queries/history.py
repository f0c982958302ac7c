"""Reading what happened to an action, from the event log and what was said at each step."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from actions.models.action import ActionItem
from actions.models.asking import Escalation, Handover
from actions.models.life import DueChange
from actions.queries.log import check_ins_of
from actions.queries.sight import visible_to
from actions.records.action import CheckInRecord, check_in_record
from actions.records.company import (
    ActionTie,
    EscalationRecord,
    EvidenceRecord,
    escalation_record,
    evidence_record,
    tie_to,
)
from actions.records.life import DueChangeRecord, ReviewRecord, due_change_record, review_record
from eventlog.events import partnership_stream
from eventlog.queries import Entry, history_of
from partnerships.models.membership import Membership

STEP_OF = {
    "action.declined": "decline",
    "action.dropped": "drop",
    "action.reopened": "reopen",
    "action.review_waived": "waive_review",
    "action.reminders_stopped": "stop",
    "action.merged": "merge",
}
HANDOVERS = ("action.handover_asked", "action.taken_over", "action.handover_refused")
ESCALATIONS = (
    "action.escalated",
    "action.escalation_answered",
    "action.escalation_withdrawn",
)


@dataclass(frozen=True)
class HistoryLine:
    """One thing that happened to an action, with what belongs to it.

    `report` comes with a check-in, `asked_name` with being asked, `reason` with steps that need one,
    `escalation` with a question to somebody above, `evidence` with what shows how far it is, `other`
    with another action that it became part of, took in, or was parted from; `due_change` with another date, `review` with a look at the effect, `changes` with another wording:
    what was said of each field before and after.
    """

    kind: str
    at: datetime
    by_name: str
    report: CheckInRecord | None = None
    asked_name: str = ""
    reason: str = ""
    due_change: DueChangeRecord | None = None
    review: ReviewRecord | None = None
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)
    escalation: EscalationRecord | None = None
    evidence: EvidenceRecord | None = None
    other: ActionTie | None = None


def history_of_action(member: Membership, action_id: UUID) -> list[HistoryLine]:
    """Return what happened to an action, newest first, each event with what was said then."""
    action = visible_to(member).get(pk=action_id)
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
        self._latest: DueChange | None = None
        self._revisions = iter(action.revisions.all())
        self._handovers = iter(action.handovers.select_related("to__person"))
        self._handover: Handover | None = None
        self._escalations = iter(action.escalations.select_related("to__person"))
        self._escalation: Escalation | None = None
        self._evidence = iter(action.evidence.select_related("by__person"))
        self._took_in = iter(action.took_in.order_by("ended_at"))
        self._parts = iter(action.parts.order_by("number"))
        self._action = action
        self._reviews = iter(action.reviews.select_related("by__person", "insight"))
        self._reasons: dict[str, Iterator[str]] = {
            step: iter(list(action.reasons.filter(step=step).values_list("text", flat=True)))
            for step in STEP_OF.values()
        }
        self._tell: dict[str, Callable[[str], dict[str, Any]]] = {
            "action.checked_in": self._report,
            **dict.fromkeys(("action.proposed", "action.imported", "action.offered"), self._asked),
            **dict.fromkeys(
                ("action.due_asked", "action.due_changed", "action.due_refused"), self._date
            ),
            "action.due_taken_back": self._date_taken_back,
            "action.reviewed": self._review,
            "action.revised": self._revision,
            **dict.fromkeys(STEP_OF, self._reason),
            **dict.fromkeys(HANDOVERS, self._take_over),
            **dict.fromkeys(ESCALATIONS, self._above),
            "action.evidence_added": self._shown,
            "action.took_in": lambda _kind: _tie(next(self._took_in, None)),
            "action.part_split_off": lambda _kind: _tie(next(self._parts, None)),
            "action.merged": self._merged,
            "action.made_from_part": self._made,
        }

    def line(self, entry: Entry, by_name: str) -> HistoryLine:
        """Return the line of one event."""
        tell = self._tell.get(entry.kind)
        said = tell(entry.kind) if tell else {}
        return HistoryLine(kind=entry.kind, at=entry.at, by_name=by_name, **said)

    def _report(self, _kind: str) -> dict[str, Any]:
        report = next(self._reports, None)
        return {"report": check_in_record(report) if report else None}

    def _asked(self, _kind: str) -> dict[str, Any]:
        offer = next(self._offers, None)
        return {"asked_name": offer.owner.person.name if offer else ""}

    def _date(self, kind: str) -> dict[str, Any]:
        return {"due_change": self._change(kind)}

    def _date_taken_back(self, _kind: str) -> dict[str, Any]:
        self._waiting = None
        return {"due_change": due_change_record(self._latest) if self._latest else None}

    def _review(self, _kind: str) -> dict[str, Any]:
        review = next(self._reviews, None)
        return {"review": review_record(review) if review else None}

    def _revision(self, _kind: str) -> dict[str, Any]:
        revision = next(self._revisions, None)
        changes = revision.changes if revision else {}
        return {"changes": {name: (before, after) for name, (before, after) in changes.items()}}

    def _take_over(self, kind: str) -> dict[str, Any]:
        if kind == "action.handover_asked":
            self._handover = next(self._handovers, None)
        if kind == "action.taken_over":
            next(self._offers, None)
        handover = self._handover
        if handover is None:
            return {}
        refused = kind == "action.handover_refused"
        asked = "" if kind == "action.taken_over" else handover.reason
        return {
            "asked_name": handover.to.person.name,
            "reason": handover.refusal if refused else asked,
        }

    def _above(self, kind: str) -> dict[str, Any]:
        if kind == "action.escalated":
            self._escalation = next(self._escalations, None)
        escalation = self._escalation
        return {"escalation": escalation_record(escalation) if escalation else None}

    def _shown(self, _kind: str) -> dict[str, Any]:
        evidence = next(self._evidence, None)
        return {"evidence": evidence_record(evidence) if evidence else None}

    def _merged(self, kind: str) -> dict[str, Any]:
        return {**_tie(self._action.merged_into), **self._reason(kind)}

    def _made(self, kind: str) -> dict[str, Any]:
        return {**_tie(self._action.split_from), **self._asked(kind)}

    def _reason(self, kind: str) -> dict[str, Any]:
        return {"reason": next(self._reasons[STEP_OF[kind]], "")}

    def _change(self, kind: str) -> DueChangeRecord | None:
        change = self._waiting or next(self._changes, None)
        self._waiting = change if kind == "action.due_asked" else None
        self._latest = change
        return due_change_record(change) if change else None


def _tie(other: ActionItem | None) -> dict[str, Any]:
    return {"other": tie_to(other) if other else None}


def _names_of(member: Membership, ids: set[UUID]) -> dict[UUID | None, str]:
    actors = Membership.objects.filter(partnership=member.partnership_id, pk__in=ids)
    return {actor.pk: actor.person.name for actor in actors.select_related("person")}
