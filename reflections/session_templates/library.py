"""The templates that come with the product, read once from their files.

The wording is this project's own; each file names the method behind it.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from reflections.course import Block
from reflections.records.template import (
    BUILT_IN,
    Course,
    TemplateColumn,
    TemplatePhase,
    TemplateRecord,
)
from reflections.session_templates.shape import ColumnPart, PhasePart, TemplatePart

FILES = Path(__file__).parent / "built_in"
# As they are offered: those for every day first, those for a whole day last.
IN_ORDER = (
    "open-question",
    "what-so-what-now-what",
    "focused-conversation",
    "after-action-review",
    "stop-list",
    "learning-agenda",
    "help-when-stuck",
    "data-walk",
    "mirror-conversation",
    "appreciative-inquiry",
    "causal-tree",
    "system-analysis",
    "timeline",
    "eye-opener",
    "themes-to-region",
    "learning-capacity",
    "learning-session",
)
BLOCKS = ("follow-up-first", "translate-and-close")


@cache
def library() -> Mapping[str, TemplatePart]:
    """Return every built-in template by its slug, in order; the blocks come last."""
    return {slug: _read(slug) for slug in (*IN_ORDER, *BLOCKS)}


def built_in(slug: str, language: str) -> TemplateRecord:
    """Return a built-in template in a language; raises KeyError when there is none of that name."""
    part = library()[slug]
    words = getattr(part, language)
    return TemplateRecord(
        name=part.slug,
        version=part.version,
        state=BUILT_IN,
        language=language,
        made_from="",
        title=words.title,
        summary=words.summary,
        preparation=words.preparation,
        output=words.output,
        source=words.source,
        opening=part.opening,
        closing=part.closing,
        course=Course(
            phases=[_phase(phase, language) for phase in part.phases],
            columns=[_column(column, language) for column in part.columns],
        ),
    )


def scope_of(template: TemplateRecord) -> str:
    """Return what sessions from a template are about: as it says, or the one that it was made from."""
    slug = template.name if template.name in library() else template.made_from
    return library()[slug].scope if slug in library() else "theme"


def blocks_for(place: Block) -> list[str]:
    """Return the names of the blocks for the beginning or for the end of a session."""
    return [slug for slug in BLOCKS if library()[slug].block == place]


def _read(slug: str) -> TemplatePart:
    return msgspec.toml.decode((FILES / f"{slug}.toml").read_bytes(), type=TemplatePart)


def _phase(phase: PhasePart, language: str) -> TemplatePhase:
    words = getattr(phase, language)
    return TemplatePhase(
        kind=phase.kind.value,
        title=words.title,
        minutes=phase.minutes,
        prompt=words.prompt,
        output=words.output,
        grouping=phase.grouping.value,
        reveal=phase.reveal.value,
        attribution=phase.attribution.value,
        columns=[_column(column, language) for column in phase.columns],
    )


def _column(column: ColumnPart, language: str) -> TemplateColumn:
    words = getattr(column, language)
    kind = column.kind.value if column.kind else ""
    return TemplateColumn(title=words.title, prompt=words.prompt, kind=kind)
