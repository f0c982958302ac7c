"""How a session goes, as a template that others can be planned from."""

from collections.abc import Iterable

from reflections.course import Block
from reflections.models.session import ReflectionSession, SessionColumn, SessionPhase
from reflections.records.template import Course, TemplateColumn, TemplateContent, TemplatePhase
from reflections.session_templates.library import blocks_for


def outline_of(session: ReflectionSession) -> TemplateContent:
    """Return what the session would be planned from to go as it goes; its notes are not in it."""
    phases = list(session.phases.prefetch_related("columns"))
    return TemplateContent(
        title=session.template_title or session.title,
        summary="",
        preparation="",
        output="",
        source="",
        opening=_block(phases, Block.OPENING),
        closing=_block(phases, Block.CLOSING),
        course=Course(
            phases=[_phase(phase) for phase in phases if phase.block == Block.BODY],
            columns=_columns(session.columns.filter(phase=None)),
        ),
    )


def _block(phases: Iterable[SessionPhase], place: Block) -> str:
    return blocks_for(place)[0] if any(phase.block == place for phase in phases) else ""


def _phase(phase: SessionPhase) -> TemplatePhase:
    return TemplatePhase(
        kind=phase.kind,
        title=phase.title,
        minutes=phase.minutes,
        prompt=phase.prompt,
        output=phase.output,
        grouping=phase.grouping,
        reveal=phase.reveal,
        attribution=phase.attribution,
        columns=_columns(phase.columns.all()),
    )


def _columns(columns: Iterable[SessionColumn]) -> list[TemplateColumn]:
    return [
        TemplateColumn(title=column.title, prompt=column.prompt, kind=column.kind)
        for column in columns
    ]
