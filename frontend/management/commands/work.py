"""Does what no request waits for: jobs as they come in, and each minute whatever is due."""

from itertools import count
from threading import Event, Thread
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from frontend.periodic import glance, tick

GLANCE = 4.0  # seconds
# A whole round after so many glances: once a minute.
GLANCES = 15
FAREWELL = 4.0  # seconds that a round gets to end in


class Command(BaseCommand):
    """Work until somebody stops it."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer a single round."""
        parser.add_argument("--once", action="store_true", help="do what is due now, and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        """Run the jobs of all queues, with the rounds beside them."""
        if once:
            tick()
            return
        stopping = Event()
        rounds = Thread(target=_go_round, args=[stopping], daemon=True)
        rounds.start()
        try:
            call_command("db_worker", queue_name="*", reload=False)
        finally:
            stopping.set()
            rounds.join(FAREWELL)


def _go_round(stopping: Event) -> None:
    for number in count():
        close_old_connections()
        glance() if number % GLANCES else tick()
        close_old_connections()
        if stopping.wait(GLANCE):
            return
