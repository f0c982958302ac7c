"""Loads the demonstration: made-up partnerships with a history that ends today."""

from typing import Any

from django.core.management.base import BaseCommand

from frontend.demonstration.loading import load


class Command(BaseCommand):
    """Load the demonstration unless it is there."""

    help = __doc__
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Load it once; a second call changes nothing."""
        count = load()
        self.stdout.write(
            f"Partnerships of the demonstration made: {count}."
            if count
            else "The demonstration is there already; nothing was changed."
        )
