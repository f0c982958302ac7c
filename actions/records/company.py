"""The shape of what stands around an action: who helps, who was asked, what shows it, its kin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from actions.models.action import ActionItem, Visibility
from actions.models.asking import Escalation, Evidence, Handover
from partnerships.models.membership import Level


@dataclass(frozen=True)
class HandoverRecord:
    """Somebody is asked to take the action over, and why."""

    id: UUID
    to_id: UUID
    to_name: str
    reason: str


@dataclass(frozen=True)
class EscalationRecord:
    """Somebody above is asked, or a board or a meeting; `answer` is empty while it waits."""

    id: UUID
    asked_name: str
    ask: str
    answer_by: date
    answer: str
    is_waiting: bool


@dataclass(frozen=True)
class EvidenceRecord:
    """Something that shows how far it is."""

    id: UUID
    by_name: str
    at: datetime
    text: str
    link: str


@dataclass(frozen=True)
class ActionTie:
    """Another action that it belongs with."""

    id: UUID
    number: int
    title: str


@dataclass(frozen=True)
class ActionCompany:
    """What stands around an action.

    `lacks_mandate` says that the change is at a higher level than owner and sponsor can make it.
    `merged_into` is the action that it became part of, `took_in` are those that became part of it;
    `split_from` is the one that it was made a part of, `parts` are those that were made of it.
    """

    helper_ids: list[UUID]
    helper_names: list[str]
    sponsor_id: UUID | None
    sponsor_name: str
    lacks_mandate: bool
    visibility: str
    plain_words: str
    plan_goals: list[str]
    handover: HandoverRecord | None
    escalation: EscalationRecord | None
    evidence: list[EvidenceRecord]
    merged_into: ActionTie | None
    took_in: list[ActionTie]
    split_from: ActionTie | None
    parts: list[ActionTie]


# What is told to those who do not follow actions up.
ALONE = ActionCompany(
    *([], [], None, "", False, "", "", [], None, None, [], None, [], None, []),
)


def company_of(action: ActionItem) -> ActionCompany:
    """Show it; wants all loaded that `queries.log.with_everything_shown` loads."""
    helpers = sorted(action.helpers.all(), key=lambda one: (one.person.name, one.pk))
    handover = next((one for one in action.handovers.all() if one.ended_at is None), None)
    escalation = next(reversed(action.escalations.all()), None)
    return ActionCompany(
        helper_ids=[one.pk for one in helpers],
        helper_names=[one.person.name for one in helpers],
        sponsor_id=action.sponsor_id,
        sponsor_name=action.sponsor.person.name if action.sponsor else "",
        lacks_mandate=_lacks_mandate(action),
        visibility=action.visibility,
        plain_words=action.plain_words,
        plan_goals=_goals_of(action),
        handover=_handover_record(handover) if handover else None,
        escalation=escalation_record(escalation) if escalation else None,
        evidence=[evidence_record(one) for one in action.evidence.all()],
        merged_into=next(_ties(action, [action.merged_into]), None),
        took_in=list(_ties(action, action.took_in.all())),
        split_from=next(_ties(action, [action.split_from]), None),
        parts=list(_ties(action, action.parts.all())),
    )


def escalation_record(escalation: Escalation) -> EscalationRecord:
    """Show one question to somebody above; wants `to__person` loaded."""
    return EscalationRecord(
        id=escalation.pk,
        asked_name=escalation.to.person.name if escalation.to else escalation.forum,
        ask=escalation.ask,
        answer_by=escalation.answer_by,
        answer=escalation.answer,
        is_waiting=escalation.ended_at is None,
    )


def evidence_record(evidence: Evidence) -> EvidenceRecord:
    """Show one piece of evidence; wants `by__person` loaded."""
    return EvidenceRecord(
        id=evidence.pk,
        by_name=evidence.by.person.name,
        at=evidence.at,
        text=evidence.text,
        link=evidence.link,
    )


def tie_to(action: ActionItem) -> ActionTie:
    """Name another action."""
    return ActionTie(action.pk, action.number, action.title)


def _handover_record(handover: Handover) -> HandoverRecord:
    return HandoverRecord(handover.pk, handover.to_id, handover.to.person.name, handover.reason)


def _ties(action: ActionItem, others: Iterable[ActionItem | None]) -> Iterator[ActionTie]:
    # Whoever sees this one need not see what is only for those who took part.
    hidden = Visibility.PARTICIPANTS
    for other in others:
        if other and (other.visibility != hidden or action.visibility == hidden):
            yield tie_to(other)


def _goals_of(action: ActionItem) -> list[str]:
    if action.plan_goal:
        return [action.plan_goal]
    themes = action.session.themes.all() if action.session else []
    return sorted({theme.plan_goal_ref for theme in themes if theme.plan_goal_ref})


def _lacks_mandate(action: ActionItem) -> bool:
    if not action.level:
        return False
    levels = list(Level.values)
    mandates = [one.mandate_level for one in (action.owner, action.sponsor) if one]
    return all(levels.index(action.level) > levels.index(mandate) for mandate in mandates)
