"""What becomes of each row of a sheet: an action, one that is there already, or nothing and why."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from actions.models.imports import ImportedRow
from actions.services.bringing_in import IMPORTABLE, ReadRow
from actions.services.translation import LONGEST_TITLE
from actions.sheets.cells import Line, Unreadable, shown
from actions.sheets.days import readings_of
from actions.sheets.mapping import MONTH_FIRST, SheetMapping
from actions.sheets.words import folded
from actions.states import ACHIEVED, ActionState
from kernel.clock import today
from kernel.errors import InvalidInputError
from kernel.text import clean_optional_line, clean_optional_text
from partnerships.models.membership import Membership
from partnerships.queries import members_of
from reflections.services.import_rows import AT_ONCE

LONGEST_REFERENCE = 100
LONGEST_SAID = 300
# Days outside are slips of the pen: 2062 for 2026.
MOST_YEARS = 20


@dataclass(frozen=True)
class Verdict:
    """What becomes of one row; with a problem it is skipped."""

    row: int
    read: ReadRow | None = None
    is_known: bool = False
    problem: str = ""

    @property
    def is_new(self) -> bool:
        """Say whether the row becomes an action."""
        return not self.problem and not self.is_known


@dataclass(frozen=True)
class RowReader:
    """Reads a row as the mapping says; `owners` are those who can own something now."""

    mapping: SheetMapping
    owners: Collection[UUID]
    row: Line

    def read(self) -> ReadRow:
        """Return what the row says; raises InvalidInputError with what is wrong with it."""
        if self.row.fault:
            raise _bad(self.row.fault)
        said = {field: self._text(field) for field in self.mapping.columns}
        title, owner_id = self._title(), self._owner()
        due, state = self._due(), self._state()
        if said.get("due"):
            said["due"] = due.isoformat()  # however the same day is written the next time
        return ReadRow(
            number=self.row.number,
            key=self._key(title),
            title=title,
            owner_id=owner_id,
            due=due,
            done_test=self._short("done_test", 300),
            first_step=self._long("first_step", 300),
            state=state,
            outcome=self._outcome(state),
            said={field: text[:LONGEST_SAID] for field, text in said.items()},
        )

    def _text(self, field: str) -> str:
        column = self.mapping.columns.get(field)
        if column is None:
            return ""
        cell = self.row.at(column)
        if isinstance(cell, Unreadable):
            sentence = _("The cell under “%(name)s” %(fault)s")
            name = self.mapping.names.get(field, "")
            raise _bad(sentence % {"name": name, "fault": cell.fault})
        return " ".join(shown(cell).split()) if field != "outcome" else shown(cell)

    def _title(self) -> str:
        title = self._short("title", LONGEST_TITLE)
        if not title:
            raise _bad(_("This row does not say what is to be done."))
        return title

    def _key(self, title: str) -> str:
        reference = self._short("reference", LONGEST_REFERENCE)
        return reference or key_of(title)

    def _owner(self) -> UUID:
        text = self._text("owner")
        chosen = self.mapping.owners.get(text, "") if text else ""
        owner = UUID(chosen) if chosen else self.mapping.owner_for_others
        if owner in self.owners and owner:
            return owner
        if not text:
            raise _bad(_("This row names nobody who does it."))
        raise _bad(_("Nobody here is called “%(name)s”.") % {"name": text[:LONGEST_REFERENCE]})

    def _due(self) -> date:
        text = self._text("due")
        if not text:
            if self.mapping.due_for_others:
                return self.mapping.due_for_others
            raise _bad(_("This row has no day by which it is to be ready."))
        found = readings_of(text)
        if not found:
            sentence = _("“%(text)s” cannot be read as a day. Write it as 2026-03-31.")
            raise _bad(sentence % {"text": text[:40]})
        if len(found) > 1 and not self.mapping.date_order:
            raise _bad(_unclear(text, found))
        day = found[-1] if self.mapping.date_order == MONTH_FIRST else found[0]
        if abs(day.year - today().year) > MOST_YEARS:
            sentence = _("“%(text)s” is too far from today to be meant.")
            raise _bad(sentence % {"text": text[:40]})
        return day

    def _state(self) -> str:
        text = self._text("state")
        if not text:
            return ActionState.PROPOSED
        state = self.mapping.states.get(text, "")
        if state not in IMPORTABLE:
            raise _bad(
                _("Nobody said what state “%(text)s” is.") % {"text": text[:LONGEST_REFERENCE]}
            )
        return state

    def _outcome(self, state: str) -> str:
        text = self._long("outcome", 1000)
        if state not in ACHIEVED:
            return text
        if not (text or self.mapping.other_outcome):
            raise _bad(_("This row is done, but does not say what came of it."))
        return text or self.mapping.other_outcome

    def _short(self, field: str, most: int) -> str:
        return self._cleaned(
            clean_optional_line(self._text(field), field=field, most=most * 3), field, most
        )

    def _long(self, field: str, most: int) -> str:
        return self._cleaned(
            clean_optional_text(self._text(field), field=field, most=most * 3), field, most
        )

    def _cleaned(self, text: str, field: str, most: int) -> str:
        if len(text) > most:
            sentence = _("“%(name)s” is longer than %(most)d characters in this row.")
            name = self.mapping.names.get(field, "")
            raise _bad(sentence % {"name": name, "most": most})
        return text


def verdicts_on(
    member: Membership, rows: Sequence[Line], mapping: SheetMapping
) -> Iterator[Verdict]:
    """Say what becomes of each of *rows*, given what was brought in before.

    A row is known by its number in the file, or else by what is to be done. One that says something
    else than before is a problem, so that nothing here is overwritten and nothing lost silently.
    """
    owners = set(members_of(member).values_list("pk", flat=True))
    before: dict[str, _Before] = {}
    for start in range(0, len(rows), AT_ONCE):
        chunk = rows[start : start + AT_ONCE]
        read = [_read(RowReader(mapping, owners, row)) for row in chunk]
        before |= _there(member, {one.read.key for one in read if one.read})
        for verdict in read:
            judged = _judged(verdict, before)
            if judged.is_new and judged.read:
                before[judged.read.key] = _Before(judged.read.said, 0)
            yield judged


def key_of(title: str) -> str:
    """Return the name of a row that has none: the same whenever the same is to be done."""
    return f"#{hashlib.sha256(folded(title).encode()).hexdigest()[:24]}"


@dataclass(frozen=True)
class _Before:
    said: dict[str, str]
    number: int


def _read(reader: RowReader) -> Verdict:
    try:
        return Verdict(reader.row.number, reader.read())
    except InvalidInputError as error:
        return Verdict(reader.row.number, problem=error.message)


def _bad(sentence: str) -> InvalidInputError:
    return InvalidInputError(sentence, field="row")


def _there(member: Membership, keys: set[str]) -> dict[str, _Before]:
    rows = ImportedRow.objects.filter(partnership=member.partnership_id, key__in=keys)
    found = rows.values_list("key", "said", "action__number")
    return {key: _Before(said, number or 0) for key, said, number in found}


def _judged(verdict: Verdict, before: dict[str, _Before]) -> Verdict:
    known = before.get(verdict.read.key) if verdict.read else None
    if known is None or verdict.read is None:
        return verdict
    changed = _changed(known.said, verdict.read.said)
    return Verdict(
        verdict.row,
        verdict.read,
        is_known=not changed,
        problem=_changed_sentence(known, *changed) if changed else "",
    )


def _changed(before: dict[str, str], after: dict[str, str]) -> tuple[str, str] | None:
    for name in before.keys() & after.keys():
        if before[name] != after[name]:
            return (before[name], after[name])
    return None


def _changed_sentence(known: _Before, before: str, after: str) -> str:
    values = {"before": before[:60], "after": after[:60], "number": known.number}
    if not known.number:
        return (
            _("A row above is called the same and says “%(before)s” instead of “%(after)s”.")
            % values
        )
    return (
        _(
            "Action %(number)d came from this row. It said “%(before)s” then and “%(after)s” now."
            " The action stays as it is."
        )
        % values
    )


def _unclear(text: str, found: list[date]) -> str:
    first, second = (date_format(day, "j F Y") for day in found)
    sentence = _("“%(text)s” can be %(first)s or %(second)s. Say which comes first, day or month.")
    return sentence % {"text": text[:40], "first": first, "second": second}
