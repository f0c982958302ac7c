"""After a restore: tell all browsers that the numbers they know mean other events now."""

from typing import Any

from django.core.management.base import BaseCommand

from eventlog.services import renew_streams


class Command(BaseCommand):
    """Gives every stream a new epoch."""

    help = "Give every stream a new epoch, after a backup was restored."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say how many there were."""
        self.stdout.write(f"{renew_streams()} streams start a new epoch.")
