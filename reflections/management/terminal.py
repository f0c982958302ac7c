"""What commands that import a file have in common: reading it, naming its columns, drawing a bar."""

from pathlib import Path

from django.core.management.base import CommandError, OutputWrapper

from reflections.models.note import ImportCourse, ImportState
from reflections.services.tables import MOST_BYTES

BAR = 40  # characters
SHOWN = 70  # characters of a text in the preview


def draw_progress(stdout: OutputWrapper, course: ImportCourse) -> None:
    """Draw a bar where somebody looks at it; each goes over the one before."""
    done, total = course.rows_done, course.rows_total
    if stdout.isatty():
        bar = "#" * (BAR * done // max(1, total))
        end = "\n" if done == total else ""
        stdout.write(f"\r[{bar:<{BAR}}] {done} of {total}", ending=end)
        stdout.flush()


def report(stdout: OutputWrapper, course: ImportCourse) -> None:
    """Say what became of each row; raises CommandError where nothing came of the whole."""
    for row, problem in course.problems:
        stdout.write(f"  row {row:>4}  skipped: {problem}")
    skipped = len(course.problems)
    stdout.write(f"Added: {course.added}. There already: {course.known}. Skipped: {skipped}.")
    if course.state != ImportState.DONE:
        raise CommandError(course.failure)
    if not course.added + course.known:
        raise CommandError("No row could be imported.")


def content_of(path: Path) -> bytes:
    """Return what a file holds; raises CommandError for one that cannot be read."""
    try:
        with path.open("rb") as file:
            # One byte more than fits: enough to say that it is too large.
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def place_of(names: list[str], wanted: str, where: str) -> int:
    """Return the one column that is called so; raises CommandError where there is none, or more."""
    places = [n for n, name in enumerate(names) if name.casefold() == wanted.strip().casefold()]
    if len(places) != 1:
        problem = "no column" if not places else "more than one column"
        raise CommandError(f"{where} has {problem} “{wanted}”. It has: {', '.join(names)}.")
    return places[0]


def short(text: str) -> str:
    """Return a text on one line that fits the preview."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
