"""What the file of a built-in template says: the shape of the TOML files in `built_in`.

Every text is there in every language, because every language is a field that must be filled in.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from reflections.course import Attribution, Block, Grouping, NoteKind, Reveal
from reflections.states import PhaseKind

Title = Annotated[str, Meta(min_length=1, max_length=80)]
Sentence = Annotated[str, Meta(min_length=1, max_length=300)]
Minutes = Annotated[int, Meta(ge=1, le=480)]


class Part(msgspec.Struct, forbid_unknown_fields=True):
    """A part of a file."""


class ColumnWords(Part):
    """The heading of a column, and the question that people answer in it."""

    title: Title
    prompt: Sentence


class PhaseWords(Part):
    """What a phase is called, what is asked in it, and what it yields."""

    title: Title
    prompt: Sentence
    output: Sentence


class TemplateWords(Part):
    """What a template is called, what it is good for, what it yields, and where it comes from."""

    title: Title
    summary: Sentence
    output: Sentence
    source: Sentence
    preparation: Annotated[str, Meta(max_length=500)] = ""


class ColumnPart(Part):
    """One place to put notes."""

    en: ColumnWords
    nl: ColumnWords
    sv: ColumnWords
    kind: NoteKind | None = None


class PhasePart(Part):
    """One part of a session, and the columns that are open in it alone."""

    kind: PhaseKind
    minutes: Minutes
    en: PhaseWords
    nl: PhaseWords
    sv: PhaseWords
    grouping: Grouping = Grouping.PLENARY
    reveal: Reveal = Reveal.AT_END
    attribution: Attribution = Attribution.NAMED
    columns: list[ColumnPart] = []


class TemplatePart(Part):
    """A template: a block that opens or closes sessions, or what comes between.

    `lasts` is the least and the most that its phases take together; the blocks come on top. `scope`
    is what sessions from it are about, unless whoever plans one says otherwise.
    """

    slug: Annotated[str, Meta(pattern="^[a-z][a-z-]{2,39}$")]
    version: Annotated[int, Meta(ge=1)]
    lasts: tuple[Minutes, Minutes]
    en: TemplateWords
    nl: TemplateWords
    sv: TemplateWords
    phases: Annotated[list[PhasePart], Meta(min_length=1)]
    columns: list[ColumnPart] = []
    block: Block = Block.BODY
    scope: Literal["theme", "region_wide"] = "theme"
    opening: str = ""
    closing: str = ""
