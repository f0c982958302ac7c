"""How long a spreadsheet of actions takes: reading it, judging its rows, bringing them in."""

import sys
from collections.abc import Callable
from io import BytesIO
from time import perf_counter
from typing import TypeVar

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from openpyxl import Workbook

from accounts.services import account_for
from actions.models.imports import ActionImport
from actions.services.sheet_imports import (
    preview_of,
    run_import,
    start_import,
    upload_actions,
)
from partnerships.services.membership import add_member
from partnerships.services.setup import start_partnership

Result = TypeVar("Result")
STATES = ("Loopt", "Niet gestart", "Loopt vast")
OWNERS = 20


class Counter:
    """Counts queries."""

    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute, sql, params, many, context):
        """Count one."""
        self.queries += 1
        return execute(sql, params, many, context)


def main(rows: int) -> None:
    """Bring so many rows in, twice."""
    call_command("migrate", verbosity=0)
    manager = start_partnership(
        account_for(email="lead@example.org", name="Lead"), name="Benchmark", language="en"
    )
    for n in range(OWNERS):
        add_member(manager, email=f"m{n}@example.org", name=f"Member M{n}", roles=["member"])
    content = _workbook(rows)
    database = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
    print(f"{rows} rows, {len(content) / 1024:.0f} kB, on {database}")
    for time in ("first", "again"):
        made = _timed(
            "upload", lambda: upload_actions(manager, file_name="a.xlsx", content=content)
        )
        _timed("preview", lambda made=made: preview_of(manager, made))
        start_import(manager, made.pk)
        done = _timed(f"import ({time})", lambda made=made: run_import(made.pk, after_batch=_draw))
        print(f"  added {done.added}, there already {done.known}, skipped {len(done.problems)}")


def _timed(what: str, do: Callable[[], Result]) -> Result:
    counter, begun = Counter(), perf_counter()
    with connection.execute_wrapper(counter):
        result = do()
    print(f"  {what}: {perf_counter() - begun:.2f} s, {counter.queries} queries")
    return result


def _draw(made: ActionImport) -> None:
    if sys.stdout.isatty():
        end = "\n" if made.rows_done == made.rows_total else ""
        print(f"\r  {made.rows_done} of {made.rows_total}", end=end, flush=True)


def _workbook(rows: int) -> bytes:
    book = Workbook(write_only=True)
    page = book.create_sheet("Acties")
    page.append(["Actielijst van de regio"])
    page.append(["Nr", "Actie", "Wie", "Deadline", "Status", "Klaar als"])
    for n in range(1, rows + 1):
        owner, day = f"Member M{n % OWNERS}", f"{n % 28 + 1} maart 2030"
        page.append([n, f"Action number {n}", owner, day, STATES[n % 3], "It can be seen"])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()
