"""Starts a partnership with its first programme manager, who signs in by mail and adds the others."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import translation

from accounts.services import account_for
from kernel.errors import DomainError
from partnerships.models.membership import Membership
from partnerships.services.setup import start_partnership


class Command(BaseCommand):
    """Start a partnership."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the partnership and for who manages it."""
        parser.add_argument("name", help="what the partnership is called")
        parser.add_argument("--manager", required=True, help="the programme manager's name")
        parser.add_argument("--email", required=True, help="the address they sign in with")
        parser.add_argument("--country", default="NL", help="two letters; default: NL")
        parser.add_argument(
            "--language", default="nl", choices=list(dict(settings.LANGUAGES)), help="default: nl"
        )
        parser.add_argument("--ambition", default="", help="the text that every session opens with")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make account and partnership, or neither."""
        try:
            member = _start(options)
        except DomainError as error:
            raise CommandError(error.message) from error
        self.stdout.write(
            f"{member.partnership.name} was started. {member.person.name} signs in with"
            f" {member.person.email} and finds it at /p/{member.partnership.slug}/."
        )


@transaction.atomic
def _start(options: dict[str, Any]) -> Membership:
    language = options["language"]
    manager = account_for(email=options["email"], name=options["manager"], language=language)
    with translation.override(language):
        return start_partnership(
            manager,
            name=options["name"],
            country=options["country"],
            language=language,
            ambition=options["ambition"],
        )
