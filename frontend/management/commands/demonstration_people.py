"""Prints who one can sign in as to try Doorwerk: one person for each role."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from accounts.queries import demonstration_people
from frontend.words import role_words
from partnerships.models.membership import Membership
from partnerships.queries import memberships_of


class Command(BaseCommand):
    """Print name, role and partnership."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer the whole list."""
        parser.add_argument("--all", action="store_true", help="everybody, not one for each role")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a table without a head; nothing when there is no demonstration."""
        everybody = [
            (person.name, list(memberships_of(person))) for person in demonstration_people()
        ]
        shown = everybody if options["all"] else _one_of_each(everybody)
        width = max((len(name) for name, _ in shown), default=0)
        for name, members in shown:
            places = ", ".join(member.partnership.name for member in members)
            self.stdout.write(f"  {name:<{width}}  {role_words(members[0].roles)}: {places}")
        if len(shown) < len(everybody):
            self.stdout.write(f"  and {len(everybody) - len(shown)} more")


def _one_of_each(
    everybody: list[tuple[str, list[Membership]]],
) -> list[tuple[str, list[Membership]]]:
    first: dict[tuple[str, ...], tuple[str, list[Membership]]] = {}
    for name, members in everybody:
        if members:
            first.setdefault(tuple(members[0].roles), (name, members))
    return list(first.values())
