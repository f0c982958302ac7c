"""The shapes in which a template of sessions, built in or a partnership's own, leaves the server."""

from dataclasses import dataclass, field, fields

import msgspec

from reflections.course import Attribution, Grouping, Reveal
from reflections.models.template import SessionTemplate

BUILT_IN = "built_in"


@dataclass(frozen=True)
class TemplateColumn:
    """One place to put notes: a heading and the question that people answer."""

    title: str
    prompt: str = ""
    kind: str = ""


@dataclass(frozen=True)
class TemplatePhase:
    """One part of a session, and the columns that are open in it alone."""

    kind: str
    title: str
    minutes: int
    prompt: str = ""
    # What the phase yields, in words.
    output: str = ""
    grouping: str = Grouping.PLENARY.value
    reveal: str = Reveal.AT_END.value
    attribution: str = Attribution.NAMED.value
    columns: list[TemplateColumn] = field(default_factory=list)


@dataclass(frozen=True)
class Course:
    """How a session goes: its phases, and the columns that are open in each that collects."""

    phases: list[TemplatePhase]
    columns: list[TemplateColumn] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        """Return how long it takes."""
        return sum(phase.minutes for phase in self.phases)


@dataclass(frozen=True)
class TemplateContent:
    """What a template says. `opening` and `closing` name the blocks before and after it, or none."""

    title: str
    summary: str
    preparation: str
    output: str
    source: str
    opening: str
    closing: str
    course: Course


@dataclass(frozen=True)
class TemplateRecord(TemplateContent):
    """A template in one language.

    `name` is the slug of a built-in one or the id of one of the partnership's own; a session
    remembers it with the `version`.
    """

    name: str
    version: int
    state: str
    language: str
    made_from: str


# What is kept as it is in the columns of the table.
TEXTS = [one.name for one in fields(TemplateContent) if one.name != "course"]


def template_record(template: SessionTemplate) -> TemplateRecord:
    """Show one of the partnership's own templates."""
    return TemplateRecord(
        **{name: getattr(template, name) for name in TEXTS},
        course=msgspec.convert(template.course, type=Course),
        name=str(template.pk),
        version=template.version,
        state=template.state,
        language=template.language,
        made_from=template.made_from,
    )
