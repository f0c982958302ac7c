"""What a template must be like before it is kept; each fault names the field it is in.

A field in a part is named by its way there, as `phases-2-columns-0-title`.
"""

from dataclasses import replace

from django.utils.translation import gettext as _

from kernel.choices import must_be_known
from kernel.errors import InvalidInputError
from kernel.text import clean_line, clean_optional_line, clean_optional_text
from reflections.course import Attribution, Block, Grouping, NoteKind, Reveal
from reflections.records.template import Course, TemplateColumn, TemplateContent, TemplatePhase
from reflections.session_templates.library import blocks_for
from reflections.states import PhaseKind

MOST_PHASES = 30
MOST_COLUMNS = 6  # side by side
LONGEST_PHASE = 480


def cleaned(content: TemplateContent) -> TemplateContent:
    """Return the template with its texts cleaned; raises InvalidInputError for what cannot be kept."""
    must_be_known(content.opening, ["", *blocks_for(Block.OPENING)], field="opening")
    must_be_known(content.closing, ["", *blocks_for(Block.CLOSING)], field="closing")
    return replace(
        content,
        title=clean_line(content.title, field="title", most=80),
        summary=clean_optional_line(content.summary, field="summary", most=300),
        preparation=clean_optional_text(content.preparation, field="preparation", most=500),
        output=clean_optional_line(content.output, field="output", most=300),
        source=clean_optional_line(content.source, field="source", most=300),
        course=_course(content.course),
    )


def _course(course: Course) -> Course:
    if not 0 < len(course.phases) <= MOST_PHASES:
        raise InvalidInputError(
            _("A session has at least one part and at most %(most)d.") % {"most": MOST_PHASES},
            field="phases",
        )
    columns = _columns(course.columns, at="columns")
    phases = [
        _phase(phase, at=f"phases-{n}", has_columns=bool(columns))
        for n, phase in enumerate(course.phases)
    ]
    if columns and not any(phase.kind == PhaseKind.COLLECT for phase in phases):
        raise InvalidInputError(
            _("Nobody can write here: no part of this session collects notes."),
            field="columns-0-title",
        )
    return Course(phases=phases, columns=columns)


def _phase(phase: TemplatePhase, *, at: str, has_columns: bool) -> TemplatePhase:
    must_be_known(phase.kind, PhaseKind.values, field=f"{at}-kind")
    must_be_known(phase.grouping, Grouping.values, field=f"{at}-grouping")
    must_be_known(phase.reveal, Reveal.values, field=f"{at}-reveal")
    must_be_known(phase.attribution, Attribution.values, field=f"{at}-attribution")
    if not 0 < phase.minutes <= LONGEST_PHASE:
        raise InvalidInputError(
            _("A part lasts at least 1 minute and at most %(most)d.") % {"most": LONGEST_PHASE},
            field=f"{at}-minutes",
        )
    found = replace(
        phase,
        title=clean_line(phase.title, field=f"{at}-title", most=80),
        prompt=clean_optional_line(phase.prompt, field=f"{at}-prompt", most=300),
        output=clean_optional_line(phase.output, field=f"{at}-output", most=300),
        columns=_columns(phase.columns, at=f"{at}-columns"),
    )
    _must_have_a_place_to_write(found, at=at, has_columns=has_columns)
    return found


def _must_have_a_place_to_write(phase: TemplatePhase, *, at: str, has_columns: bool) -> None:
    if phase.columns and phase.kind != PhaseKind.COLLECT:
        raise InvalidInputError(
            _("Only a part that collects notes has columns. Remove them, or let it collect notes."),
            field=f"{at}-kind",
        )
    if phase.kind == PhaseKind.COLLECT and not phase.columns and not has_columns:
        raise InvalidInputError(
            _("This part collects notes, so it needs a column to write them in."),
            field=f"{at}-kind",
        )


def _columns(columns: list[TemplateColumn], *, at: str) -> list[TemplateColumn]:
    if len(columns) > MOST_COLUMNS:
        raise InvalidInputError(
            _("At most %(most)d columns fit side by side.") % {"most": MOST_COLUMNS},
            field=f"{at}-{MOST_COLUMNS}-title",
        )
    return [_column(column, at=f"{at}-{n}") for n, column in enumerate(columns)]


def _column(column: TemplateColumn, *, at: str) -> TemplateColumn:
    must_be_known(column.kind, ["", *NoteKind.values], field=f"{at}-kind")
    return replace(
        column,
        title=clean_line(column.title, field=f"{at}-title", most=80),
        prompt=clean_optional_line(column.prompt, field=f"{at}-prompt", most=300),
    )
