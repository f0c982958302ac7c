"""Removes the demonstration with everything that visitors did in it, and loads it anew."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from frontend.demonstration.loading import load, remove


class Command(BaseCommand):
    """Start the demonstration over."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Remove what belongs to the demonstration, and only that, and load it anew."""
        if not settings.DEMONSTRATION:
            raise CommandError("This is no demonstration (DEMONSTRATION is off); nothing was done.")
        with transaction.atomic():
            removed = remove()
            made = load()
        self.stdout.write(f"Partnerships removed: {removed}, made anew: {made}.")
