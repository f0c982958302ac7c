"""Writes the TypeScript types of everything that browser and server exchange."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

import frontend
from frontend.browser_types import typescript

TARGET = Path(frontend.__file__).parent / "src" / "protocol.ts"


class Command(BaseCommand):
    """`manage.py export_types`, or with --check: say whether the committed file is still right."""

    help = "Write frontend/src/protocol.ts from the API's document and the socket's messages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --check."""
        parser.add_argument("--check", action="store_true", help="change nothing, fail when stale")

    def handle(self, *args: object, **options: object) -> None:
        """Write or compare."""
        wanted = typescript()
        if not options["check"]:
            TARGET.write_text(wanted)
        elif not TARGET.exists() or TARGET.read_text() != wanted:
            raise CommandError(
                "frontend/src/protocol.ts is older than the API. Run: manage.py export_types"
            )
