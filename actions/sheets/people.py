"""Recognising members by what a spreadsheet or minutes call them."""

from collections.abc import Sequence
from uuid import UUID

from actions.sheets.words import folded
from partnerships.models.membership import Membership


def member_called(text: str, members: Sequence[Membership]) -> UUID | None:
    """Return the one member who can be meant: by address, by name, by part of it with initials.

    Nobody where two can be meant: somebody has to choose then. Wants `person` loaded.
    """
    wanted = text.strip().casefold()
    exact = [one.pk for one in members if one.person.email.casefold() == wanted]
    exact = exact or [one.pk for one in members if folded(one.person.name) == folded(text)]
    if len(exact) == 1:
        return exact[0]
    parts = folded(text).split()
    alike = [one.pk for one in members if parts and _could_be(parts, folded(one.person.name))]
    return alike[0] if len(alike) == 1 else None


def _could_be(parts: list[str], name: str) -> bool:
    """Say whether each part is one of the name, or the first letter of one, each used once."""
    left = name.split()
    for part in sorted(parts, key=len, reverse=True):
        fits = next((one for one in left if one == part or (len(part) == 1 and one[0] == part)), "")
        if not fits:
            return False
        left.remove(fits)
    return any(len(part) > 1 for part in parts)
