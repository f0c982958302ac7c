"""The list of actions that a partnership kept before it came here, brought in as its file says."""

import csv
from io import StringIO

from django.utils.formats import date_format

from actions.services.sheet_imports import run_import, start_import, upload_actions
from frontend.demonstration.memory import Memory
from frontend.demonstration.story import ListPart


def bring_in_list(part: ListPart, memory: Memory) -> None:
    """Import the file as the one who kept it."""
    member = memory.members[part.by]
    content = _content(part, memory).encode()
    made = upload_actions(member, file_name=part.name, content=content)
    start_import(member, made.pk)
    run_import(made.pk)


def _content(part: ListPart, memory: Memory) -> str:
    kept = StringIO()
    writer = csv.writer(kept, delimiter=";")
    writer.writerow(part.head)
    for number, row in enumerate(part.rows, start=1):
        day = date_format(memory.calendar.day(row.due), "j F Y")
        writer.writerow([number, row.what, row.who, day, row.state, row.result])
    return kept.getvalue()
