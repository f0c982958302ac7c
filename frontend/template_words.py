"""Templates as the pages show them: how long, in which parts, with a picture."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from frontend.course_picture import SIGNS, CoursePicture, course_picture, what_people_do
from partnerships.models.membership import Membership
from reflections.course import Attribution, Grouping, NoteKind, Reveal
from reflections.queries.templates import blocks_of
from reflections.records.template import (
    TemplateColumn,
    TemplatePhase,
    TemplateRecord,
)
from reflections.states import PhaseKind

SHORT, LONG = 60, 120  # minutes


@dataclass(frozen=True)
class ShownTemplate:
    """A template in the gallery."""

    template: TemplateRecord
    picture: CoursePicture

    @property
    def minutes(self) -> int:
        """Return how long it takes without its blocks."""
        return self.template.course.minutes

    @property
    def all_minutes(self) -> int:
        """Return how long it takes with what it opens and closes with."""
        return sum(one.course.minutes for _, one in blocks_of(self.template))


@dataclass(frozen=True)
class ShownPhase:
    """One part in words."""

    phase: TemplatePhase
    does: str
    people: tuple[tuple[int, int], ...]
    kind: str
    grouping: str
    reveal: str
    attribution: str
    columns: list[tuple[str, str, str]]


@dataclass(frozen=True)
class ShownBlock:
    """The parts that belong together: the opening, the session itself, the closing."""

    place: str
    template: TemplateRecord
    phases: list[ShownPhase]
    columns: list[tuple[str, str, str]]


def language_of(member: Membership) -> str:
    """Return the language in which the member sees built-in templates: that of the page."""
    return get_language() or member.partnership.language


def shown(template: TemplateRecord) -> ShownTemplate:
    """Show one template with its picture."""
    return ShownTemplate(template=template, picture=course_picture(template.course.phases))


def by_length(templates: Iterable[TemplateRecord]) -> list[tuple[str, list[ShownTemplate]]]:
    """Put templates together by how much time they ask for, keeping their order."""
    all_shown = [shown(template) for template in templates]
    return [
        (_("Up to an hour"), [one for one in all_shown if one.minutes <= SHORT]),
        (_("One to two hours"), [one for one in all_shown if SHORT < one.minutes <= LONG]),
        (_("Half a day or more"), [one for one in all_shown if one.minutes > LONG]),
    ]


def shown_blocks(template: TemplateRecord) -> list[ShownBlock]:
    """Show all that a session from this template is made of, part by part."""
    return [
        ShownBlock(
            place=place,
            template=one,
            phases=[_phase(phase) for phase in one.course.phases],
            columns=_columns(one.course.columns),
        )
        for place, one in blocks_of(template)
    ]


def _phase(phase: TemplatePhase) -> ShownPhase:
    writes = phase.kind == PhaseKind.COLLECT
    return ShownPhase(
        phase=phase,
        does=what_people_do(phase.kind),
        people=SIGNS[phase.grouping],
        kind=str(PhaseKind(phase.kind).label),
        grouping=str(Grouping(phase.grouping).label),
        reveal=str(Reveal(phase.reveal).label) if writes else "",
        attribution=str(Attribution(phase.attribution).label) if writes else "",
        columns=_columns(phase.columns),
    )


def _columns(columns: Iterable[TemplateColumn]) -> list[tuple[str, str, str]]:
    return [
        (one.title, one.prompt, str(NoteKind(one.kind).label) if one.kind else "")
        for one in columns
    ]
