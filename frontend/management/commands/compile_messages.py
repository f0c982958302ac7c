"""Compiles the catalogs of translations, without GNU gettext."""

from typing import Any

from django.core.management.base import BaseCommand

from frontend.catalogs.extraction import DOMAINS
from frontend.catalogs.upkeep import compile_catalog, places


class Command(BaseCommand):
    """Compile every catalog."""

    help = __doc__
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through every domain and language."""
        for domain in DOMAINS:
            for place in places(domain):
                compile_catalog(place)
                self.stdout.write(f"{place}: compiled")
