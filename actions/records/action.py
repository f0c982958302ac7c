"""The shapes in which actions and check-ins leave the server."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from actions.models.action import ActionItem
from actions.models.check_in import CheckIn
from actions.records.company import ALONE, ActionCompany, company_of
from actions.records.life import UNTOLD, ActionLife, life_of
from actions.states import ActionState, Facts, flags_on
from actions.wording.check import Draft
from actions.wording.frame import sentence_of
from kernel.clock import today


@dataclass(frozen=True)
class CheckInRecord:
    """One report of how an action goes."""

    id: UUID
    by_name: str
    at: datetime
    channel: str
    claim: str
    text: str
    confidence: str
    blocker: str
    next_step: str
    next_check_in: date | None
    barrier: str
    who_must_know: str


@dataclass(frozen=True)
class ImportedFrom:
    """What an action was brought in from: a spreadsheet or minutes by name, and the row or line."""

    kind: str
    name: str
    row: int


@dataclass(frozen=True)
class ActionRecord:
    """One action with where it came from, its last report, and what asks for attention today."""

    id: UUID
    number: int
    title: str
    # All of it in one breath, in the language of the session, or of the partnership.
    sentence: str
    if_cue: str
    first_step: str
    done_test: str
    owner_id: UUID
    owner_name: str
    owner_organisation: str
    due: date
    original_due: date
    level: str
    strength: str
    horizon: str
    risk: str
    state: str
    flags: list[str]
    # Where it was made, or else what it was brought in from.
    session_id: UUID | None
    session_title: str
    imported: ImportedFrom | None
    insight_ids: list[UUID]
    note_ids: list[UUID]
    # The learning questions that somebody added it to.
    question_ids: list[UUID]
    # Of its wording.
    version: int
    decline_reason: str
    outcome: str
    life: ActionLife
    company: ActionCompany
    check_in_count: int
    last_check_in: CheckInRecord | None


def check_in_record(check_in: CheckIn) -> CheckInRecord:
    """Show one check-in; wants `by__person` loaded."""
    return CheckInRecord(
        id=check_in.pk,
        by_name=check_in.by.person.name,
        at=check_in.at,
        channel=check_in.channel,
        claim=check_in.claim,
        text=check_in.text,
        confidence=check_in.confidence,
        blocker=check_in.blocker,
        next_step=check_in.next_step,
        next_check_in=check_in.next_check_in,
        barrier=check_in.barrier,
        who_must_know=check_in.who_must_know,
    )


def action_record(action: ActionItem) -> ActionRecord:
    """Show one action; wants everything loaded that `queries.with_everything_shown` loads."""
    translations = list(action.translations.all())
    check_ins = list(action.check_ins.all())
    return ActionRecord(
        id=action.pk,
        number=action.number,
        title=action.title,
        sentence=sentence_of(draft_of(action)),
        if_cue=action.if_cue,
        first_step=action.first_step,
        done_test=action.done_test,
        owner_id=action.owner_id,
        owner_name=action.owner.person.name,
        owner_organisation=action.owner.organisation.name if action.owner.organisation else "",
        due=action.due,
        original_due=action.original_due,
        level=action.level,
        strength=action.strength,
        horizon=action.horizon,
        risk=action.risk,
        state=action.state,
        flags=flags_of(action, check_ins),
        session_id=action.session_id,
        session_title=action.session.title if action.session else "",
        imported=_imported_from(action),
        insight_ids=sorted(step.insight_id for step in translations if step.insight_id),
        note_ids=sorted({note.pk for step in translations for note in step.notes.all()}),
        version=action.version,
        question_ids=[one.question_id for one in action.question_actions.all()],
        decline_reason=action.decline_reason,
        outcome=action.outcome,
        life=life_of(action),
        company=company_of(action),
        check_in_count=len(check_ins),
        last_check_in=check_in_record(check_ins[-1]) if check_ins else None,
    )


def _imported_from(action: ActionItem) -> ImportedFrom | None:
    row = action.imported
    return ImportedFrom(row.source.kind, row.source.name, row.number) if row else None


def draft_of(action: ActionItem) -> Draft:
    """Return how it is worded; wants `owner__person`, `session` and `partnership` loaded."""
    return Draft(
        what=action.title,
        owner=action.owner.person.name,
        due=action.due,
        done_test=action.done_test,
        cue=action.if_cue,
        first_step=action.first_step,
        language=(action.session or action.partnership).language,
    )


def as_guests_see(action: ActionRecord) -> ActionRecord:
    """Show who does what by when or why nobody does, and not how the partnership follows it up."""
    is_dropped = action.state == ActionState.DROPPED
    return replace(
        action,
        flags=[],
        question_ids=[],
        decline_reason="",
        life=replace(UNTOLD, end_reason=action.life.end_reason if is_dropped else ""),
        company=ALONE,
        check_in_count=0,
        last_check_in=None,
    )


def flags_of(action: ActionItem, check_ins: list[CheckIn]) -> list[str]:
    """Return what asks for attention today; the last news is a check-in or the present owner's yes."""
    waiting = next((one for one in action.escalations.all() if one.ended_at is None), None)
    yes = action.accepted_at or action.offered_at
    last_news = max([yes, *(check_in.at for check_in in check_ins[-1:])])
    known = Facts(
        state=action.state,
        due=action.due,
        original_due=action.original_due,
        review_on=action.review_on,
        owner_is_member=action.owner.until is None,
        waiting_since=action.offered_at.date(),
        last_news=last_news.date(),
        check_in_days=action.partnership.check_in_days,
        accept_days=action.partnership.accept_days,
        answer_by=waiting.answer_by if waiting else None,
    )
    return flags_on(today(), known)
