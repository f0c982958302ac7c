"""The shapes in which a session, its columns and its participants leave the server."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from reflections.models.session import ReflectionSession, SessionPhase


@dataclass(frozen=True)
class PhaseRecord:
    """One part of a session."""

    id: UUID
    kind: str
    title: str
    prompt: str
    minutes: int
    output: str
    block: str
    grouping: str
    reveal: str
    attribution: str
    version: int


@dataclass(frozen=True)
class CoFacilitatorRecord:
    """Somebody who runs a session beside its facilitator."""

    member_id: UUID
    name: str


@dataclass(frozen=True)
class SessionRecord:
    """A session as every member of its partnership may see it.

    Late notes of the phase `collected_phase_id`, which was left, are taken until `collecting_until`.
    A note with a role only says where its writer comes from if `min_group` people come from there.
    """

    id: UUID
    title: str
    goal: str
    scope: str
    mode: str
    language: str
    state: str
    starts_at: datetime
    ends_at: datetime
    place: str
    meeting_link: str
    input_opens_on: date | None
    theme_ids: list[UUID]
    series_id: UUID | None
    cancel_reason: str
    version: int
    facilitator_id: UUID
    facilitator_name: str
    co_facilitators: list[CoFacilitatorRecord]
    current_phase_id: UUID | None
    collected_phase_id: UUID | None
    collecting_until: datetime | None
    phases: list[PhaseRecord]
    attribution: str
    allowed_attributions: list[str]
    min_group: int
    dots_each: int
    dots_per_topic: int
    template: str
    template_version: int
    template_title: str
    reopen_reason: str


@dataclass(frozen=True)
class ColumnRecord:
    """One place to put notes; `hidden_notes` counts those that are not revealed yet.

    It is open in the phase `phase_id`; without one in every phase that collects.
    """

    id: UUID
    title: str
    prompt: str
    position: int
    phase_id: UUID | None
    kind: str
    hidden_notes: int


def session_record(session: ReflectionSession) -> SessionRecord:
    """Show one session; wants `phases`, `themes`, `partnership` and everybody who runs it loaded."""
    return SessionRecord(
        id=session.pk,
        title=session.title,
        goal=session.goal,
        scope=session.scope,
        mode=session.mode,
        language=session.language,
        state=session.state,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        place=session.place,
        meeting_link=session.meeting_link,
        input_opens_on=session.input_opens_on,
        theme_ids=[theme.pk for theme in session.themes.all()],
        series_id=session.series_id,
        cancel_reason=session.cancel_reason,
        version=session.version,
        facilitator_id=session.facilitator_id,
        facilitator_name=session.facilitator.person.name,
        co_facilitators=[
            CoFacilitatorRecord(member_id=one.membership_id, name=one.membership.person.name)
            for one in session.co_facilitators.all()
        ],
        current_phase_id=session.current_phase_id,
        collected_phase_id=session.collected_phase_id,
        collecting_until=session.collecting_until,
        phases=[phase_record(phase) for phase in session.phases.all()],
        attribution=session.attribution,
        allowed_attributions=session.allowed_attributions,
        min_group=session.partnership.min_group,
        dots_each=session.dots_each,
        dots_per_topic=session.dots_per_topic,
        template=session.template,
        template_version=session.template_version,
        template_title=session.template_title,
        reopen_reason=session.reopen_reason,
    )


def phase_record(phase: SessionPhase) -> PhaseRecord:
    """Show one part of a session."""
    return PhaseRecord(
        id=phase.pk,
        kind=phase.kind,
        title=phase.title,
        prompt=phase.prompt,
        minutes=phase.minutes,
        output=phase.output,
        block=phase.block,
        grouping=phase.grouping,
        reveal=phase.reveal,
        attribution=phase.attribution,
        version=phase.version,
    )
