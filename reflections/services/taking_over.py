"""Giving a session the phases and columns of what it is planned from."""

from collections.abc import Iterable, Iterator
from itertools import count

from reflections.course import Block
from reflections.models.session import ReflectionSession, SessionColumn, SessionPhase
from reflections.records.template import TemplateColumn, TemplatePhase, TemplateRecord


def take_over(blocks: Iterable[tuple[Block, TemplateRecord]], session: ReflectionSession) -> None:
    """Copy phases and columns in order: a session keeps its own when its template changes."""
    parts = list(blocks)
    phases = list(_phases(parts, session))
    SessionPhase.objects.bulk_create(phase for phase, _ in phases)
    positions = count(1)
    SessionColumn.objects.bulk_create(
        SessionColumn(
            session=session,
            position=next(positions),
            title=column.title,
            prompt=column.prompt,
            kind=column.kind,
            phase=phase,
        )
        for phase, column in _columns(parts, phases)
    )


def _phases(
    parts: list[tuple[Block, TemplateRecord]], session: ReflectionSession
) -> Iterator[tuple[SessionPhase, TemplatePhase]]:
    positions = count(1)
    for block, template in parts:
        for phase in template.course.phases:
            made = SessionPhase(
                session=session,
                position=next(positions),
                block=block,
                kind=phase.kind,
                title=phase.title,
                prompt=phase.prompt,
                minutes=phase.minutes,
                output=phase.output,
                grouping=phase.grouping,
                reveal=phase.reveal,
                attribution=phase.attribution,
            )
            yield made, phase


def _columns(
    parts: list[tuple[Block, TemplateRecord]], phases: list[tuple[SessionPhase, TemplatePhase]]
) -> Iterator[tuple[SessionPhase | None, TemplateColumn]]:
    for _, template in parts:
        for column in template.course.columns:
            yield None, column
    for made, phase in phases:
        for column in phase.columns:
            yield made, column
