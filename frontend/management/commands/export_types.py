"""Writes the TypeScript types of everything that browser and server exchange."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

import frontend
from frontend.browser_types import FOLDER, typescript

SOURCE = Path(frontend.__file__).parent / "src"


class Command(BaseCommand):
    """`manage.py export_types`, or with --check: say whether the committed files are still right."""

    help = "Write frontend/src/protocol.ts and what lies below it from the API's document and the socket's messages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --check."""
        parser.add_argument("--check", action="store_true", help="change nothing, fail when stale")

    def handle(self, *args: object, **options: object) -> None:
        """Write or compare."""
        files = {SOURCE / path: wanted for path, wanted in typescript().items()}
        left = set((SOURCE / FOLDER).rglob("*.ts")) - set(files)
        stale = left | {path for path, wanted in files.items() if _content(path) != wanted}
        if options["check"] and stale:
            names = ", ".join(sorted(str(path.relative_to(SOURCE)) for path in stale))
            raise CommandError(f"Older than the API: {names}. Run: manage.py export_types")
        for path in stale - left:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[path])
        for path in left:
            path.unlink()


def _content(path: Path) -> str | None:
    return path.read_text() if path.exists() else None
