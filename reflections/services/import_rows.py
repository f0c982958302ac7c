"""What becomes of each row of a file: a new note, one that is there already, or nothing and why."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from kernel.errors import InvalidInputError
from kernel.text import clean_optional_line, clean_optional_text
from reflections.models.note import Note
from reflections.services.collecting import LONGEST_NOTE
from reflections.services.tables import Row, Table, fault_in

LONGEST_REFERENCE = 120
# So many values every database takes in one question.
AT_ONCE = 500


@dataclass(frozen=True)
class Mapping:
    """Which column of the file is what, counted from 0, and the board column the notes go to."""

    text: int
    column_id: UUID
    reference: int | None = None


@dataclass(frozen=True)
class Verdict:
    """What becomes of one row; with a problem it is skipped."""

    row: int
    text: str = ""
    # What the row is called: as its file says, or by its text.
    reference: str = ""
    is_named: bool = False
    is_known: bool = False
    problem: str = ""


def verdicts_on(
    rows: Sequence[Row], table: Table, mapping: Mapping, session_id: UUID
) -> Iterator[Verdict]:
    """Say what becomes of each of *rows*, given what was imported into the session before.

    A row is known by its reference, or else by its text. A reference that stands for another text
    is a problem, so that nothing is lost silently.
    """
    names: dict[str, str] = {}
    texts: set[str] = set()
    for start in range(0, len(rows), AT_ONCE):
        verdicts = [_read(row, table, mapping) for row in rows[start : start + AT_ONCE]]
        names |= _names_there(session_id, verdicts)
        texts |= _texts_there(session_id, verdicts)
        for verdict in verdicts:
            judged = verdict if verdict.problem else _judged(verdict, names, texts)
            if not judged.problem and not judged.is_known:
                names[judged.reference] = judged.text
                texts.add(judged.text)
            yield judged


def digest_of(text: str) -> str:
    """Return the name of a row that has none: short, and the same whenever the text is."""
    return f"#{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _read(row: Row, table: Table, mapping: Mapping) -> Verdict:
    fault = fault_in(row, table)
    if fault:
        return Verdict(row.number, problem=fault)
    try:
        text = clean_optional_text(row.values[mapping.text], field="text", most=LONGEST_NOTE)
    except InvalidInputError as error:
        return Verdict(row.number, problem=error.message)
    if not text:
        return Verdict(row.number, problem=_("There is no text in this row."))
    raw_name = "" if mapping.reference is None else row.values[mapping.reference]
    try:
        name = clean_optional_line(raw_name, field="reference", most=LONGEST_REFERENCE)
    except InvalidInputError:
        return Verdict(
            row.number, problem=_("What the row is called is longer than 120 characters.")
        )
    return Verdict(row.number, text, name or digest_of(text), is_named=bool(name))


def _judged(verdict: Verdict, names: dict[str, str], texts: set[str]) -> Verdict:
    namesake = names.get(verdict.reference)
    if namesake is not None and namesake != verdict.text:
        sentence = _("Another text is called %(name)s here already.")
        return Verdict(verdict.row, problem=sentence % {"name": verdict.reference})
    is_known = (
        namesake is not None
        or digest_of(verdict.text) in names
        or (not verdict.is_named and verdict.text in texts)
    )
    return replace(verdict, is_known=is_known)


def _names_there(session_id: UUID, verdicts: Sequence[Verdict]) -> dict[str, str]:
    wanted = {one.reference for one in verdicts} | {digest_of(one.text) for one in verdicts}
    notes = Note.objects.filter(session=session_id, source_reference__in=wanted - {""})
    return dict(notes.values_list("source_reference", "text"))


def _texts_there(session_id: UUID, verdicts: Sequence[Verdict]) -> set[str]:
    wanted = {one.text for one in verdicts if one.text and not one.is_named}
    notes = Note.objects.filter(session=session_id, author=None, receipt="", text__in=wanted)
    return set(notes.values_list("text", flat=True)) if wanted else set()
