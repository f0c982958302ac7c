"""Brings the catalogs of translations in step with the texts in the code, or checks that they are."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from frontend.catalogs.extraction import DOMAINS, template_catalog
from frontend.catalogs.upkeep import Place, as_text, faults, places, save, updated


class Command(BaseCommand):
    """Update or check the catalogs."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer the check."""
        parser.add_argument(
            "--check",
            action="store_true",
            help="change nothing; fail when a catalog is behind, incomplete or wrong",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through every domain and language."""
        problems: list[str] = []
        for domain in DOMAINS:
            template = template_catalog(domain)
            for place in places(domain):
                catalog = updated(place, template)
                if options["check"]:
                    problems += self._behind(place, as_text(catalog))
                else:
                    save(place, catalog)
                wrong = faults(catalog)
                problems += [f"{place}: {fault}" for fault in wrong]
                self.stdout.write(f"{place}: {len(catalog)} texts, {len(wrong)} to look at")
        if problems and options["check"]:
            raise CommandError("\n".join(problems))
        for problem in problems:
            self.stdout.write(problem)

    def _behind(self, place: Place, wanted: bytes) -> list[str]:
        if place.path.exists() and place.path.read_bytes() == wanted:
            return []
        return [f"{place}: behind the texts in the code; run `manage.py messages`"]
