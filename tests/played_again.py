"""Scenes that services make once, and that are written again for every later test.

The same scene, asked for with the same people in a database with the same history, leaves the same
rows. So what services write the first time is kept, statement by statement, and the next test that
comes to this scene in this way has it written again: in five milliseconds rather than in fifty.
Once anything else was written, the history is not known, and services make every scene anew. Where
tests commit, others may write unseen, so there it is known for the first scene alone.

The moments in a scene are those of the first time, minutes ago perhaps. A scene is asked for outside
of `unittest.mock.patch`: what services do differently there is not noticed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property, wraps
from itertools import count
from types import NoneType
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

import pytest
from django.conf import UserSettingsHolder, settings
from django.db import connection, transaction
from django.db.models import Model
from django.utils import translation

from kernel import clock

Given = ParamSpec("Given")
Made = TypeVar("Made")
EMPTY = 0
WRITES_NOTHING = ("SELECT", "RELEASE SAVEPOINT", "BEGIN")
PLAIN = (str, int, UUID, date, Enum, NoneType)


@dataclass(frozen=True)
class _Statement:
    sql: str
    params: Any
    rows: int  # that it touched


@dataclass(frozen=True)
class _Take:
    """A scene as it was made: what was written, what waits for the commit, and what was returned."""

    history: int  # what the history of the database is called after it
    statements: Sequence[_Statement]
    waiting: Sequence[tuple[Any, Callable[[], object], bool]]
    made: Any

    def play(self) -> None:
        with transaction.atomic():
            at_once = connection.vendor == "postgresql" and len(self.statements) > 1
            rows = self._rows_at_once() if at_once else self._rows_one_by_one()
            for now, statement in zip(rows, self.statements, strict=True):
                assert now == statement.rows, f"now touches {now}: {statement}"
            for _, function, robust in self.waiting:
                transaction.on_commit(function, robust=robust)

    def _rows_one_by_one(self) -> Iterator[int]:
        with connection.cursor() as cursor:
            for statement in self.statements:
                cursor.execute(statement.sql, statement.params)
                yield cursor.rowcount

    def _rows_at_once(self) -> Iterator[int]:
        """Send all of them in one go, which the other end answers one by one."""
        with connection.cursor() as cursor:
            cursor.execute(self._together)
            yield cursor.rowcount
            while cursor.nextset():
                yield cursor.rowcount

    @cached_property
    def _together(self) -> str:
        with connection.cursor() as cursor:
            return ";".join(cursor.mogrify(one.sql, one.params) for one in self.statements)


class _Stage:
    """What was played in the database of this process since it was empty."""

    def __init__(self) -> None:
        self._histories = count(EMPTY + 1)
        self._takes: dict[tuple[object, ...], _Take] = {}
        self._history: int | None = None
        self._written: list[_Statement] = []
        self._savepoints: dict[str, tuple[int | None, int]] = {}
        self._changes: pytest.MonkeyPatch | None = None
        self._commits = False
        self.is_shared = False  # by the tests of a module

    def clear(self, changes: pytest.MonkeyPatch | None = None, *, commits: bool = False) -> None:
        """Begin anew with a test: nothing is in the database, unless a module put it there.

        Once attributes were set in *changes*, services make whatever the test asks for.
        """
        self._changes, self._commits = changes, commits
        if self.is_shared:
            return
        self._history = EMPTY
        self._written.clear()
        self._savepoints.clear()

    def __call__(self, execute: Callable[..., Any], *statement: Any) -> Any:
        """Note what a statement writes; Django hands over each of them (execute_wrapper)."""
        result = execute(*statement)
        sql, params, is_many, context = statement
        if sql.startswith(WRITES_NOTHING):
            return result
        if sql.startswith("SAVEPOINT"):
            self._savepoints[sql.rsplit(maxsplit=1)[-1]] = self._history, len(self._written)
        elif sql.startswith("ROLLBACK TO"):
            self._history, before = self._savepoints[sql.rsplit(maxsplit=1)[-1]]
            del self._written[before:]
        else:
            assert not is_many, "the ORM writes one statement at a time"
            self._history = None
            self._written.append(_Statement(sql, params, context["cursor"].rowcount))
        return result

    def play(self, make: Callable[..., Made], given: Any, named: Any) -> Made:
        """Write again what was made in the same way before, or else make it."""
        if self._is_out_of_the_ordinary():
            return make(*given, **named)
        said = _said((given, named))
        asked = self._history, make, clock.today(), translation.get_language(), said
        if asked in self._takes:
            take, written = self._takes[asked], len(self._written)
            take.play()
            self._written[written:] = take.statements
        else:
            take = self._takes[asked] = self._record(make, given, named)
        self._history = None if self._commits else take.history
        return deepcopy(take.made)

    def _record(self, make: Callable[..., Any], given: Any, named: Any) -> _Take:
        # Nobody's objects are other ones after the first time than after the second.
        given, named = deepcopy((given, named))
        said = _said((given, named))
        written, waiting = len(self._written), len(connection.run_on_commit)
        try:
            with transaction.atomic():
                made = deepcopy(make(*given, **named))
                statements = self._written[written:]
                afterwards = connection.run_on_commit[waiting:]
        except BaseException:
            self._history = None
            raise
        assert _said((given, named)) == said, f"{make.__name__} changes what it is given"
        return _Take(next(self._histories), statements, afterwards, made)

    def _is_out_of_the_ordinary(self) -> bool:
        return (
            self._history is None
            or self not in connection.execute_wrappers  # another thread
            or clock.is_moved()
            # Neither Django nor pytest says in public that something was replaced for a while.
            or isinstance(settings._wrapped, UserSettingsHolder)  # noqa: SLF001 -- see above
            or bool(self._changes and self._changes._setattr)  # noqa: SLF001 -- see above
        )


STAGE = _Stage()


def played_again(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """Let a scene be written again when it is asked for again, see above."""

    @wraps(make)
    def scene(*given: Given.args, **named: Given.kwargs) -> Made:
        return STAGE.play(make, given, named)

    return scene


def _said(given: object) -> str:
    match given:
        case Model():
            fields = given._meta.concrete_fields
            return f"{type(given)} {[vars(given).get(field.attname) for field in fields]}"
        case Mapping():
            return repr({key: _said(one) for key, one in given.items()})
        case list() | tuple():
            return repr([_said(one) for one in given])
    assert isinstance(given, PLAIN), f"cannot tell {given!r} from others of its kind"
    return repr(given)
