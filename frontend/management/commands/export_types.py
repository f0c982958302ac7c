"""Writes the TypeScript types of everything that browser and server exchange."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

import frontend
from frontend.browser_types import typescript

SOURCE = Path(frontend.__file__).parent / "src"


class Command(BaseCommand):
    """`manage.py export_types`, or with --check: say whether the committed files are still right."""

    help = "Write frontend/src/protocol.ts and what lies below it from the API's document and the socket's messages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --check."""
        parser.add_argument("--check", action="store_true", help="change nothing, fail when stale")

    def handle(self, *args: object, **options: object) -> None:
        """Write or compare."""
        for path, wanted in typescript().items():
            target = SOURCE / path
            if not options["check"]:
                target.parent.mkdir(exist_ok=True)
                target.write_text(wanted)
            elif not target.exists() or target.read_text() != wanted:
                raise CommandError(
                    f"frontend/src/{path} is older than the API. Run: manage.py export_types"
                )
