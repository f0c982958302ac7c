"""Imports as tests need them."""

from reflections.models.note import NoteImport
from reflections.services.import_rows import Mapping
from reflections.services.imports import (
    choose_columns,
    mapping_of,
    run_import,
    start_import,
    upload_notes,
)

SMALL = "id,text\n1,Loose rugs\n2,No rails\n3,\n4,Too dark\n"


def uploaded(member, session, content=SMALL, *, attribution="", **mapping) -> NoteImport:
    made = upload_notes(member, session.pk, file_name="notes.csv", content=content.encode())
    if attribution or mapping:
        chosen = Mapping(**(vars(mapping_of(made)) | mapping))
        choose_columns(member, session.pk, made.pk, mapping=chosen, attribution=attribution)
    return made


def imported(member, session, content=SMALL, **mapping) -> NoteImport:
    made = uploaded(member, session, content, **mapping)
    start_import(member, session.pk, made.pk)
    return run_import(made.pk)


def outcome(done: NoteImport) -> tuple[str, int, int, int]:
    return (done.state, done.added, done.known, len(done.problems))


def texts_in(session) -> list[str]:
    return [note.text for note in session.notes.order_by("added_at")]


def many(count: int, start: int = 0) -> str:
    return "id,text\n" + "".join(f"{n},Note number {n}\n" for n in range(start, start + count))
