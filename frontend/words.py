"""Codes of the domain as words on a page."""

from collections.abc import Iterable

from partnerships.permissions import Role


def role_words(roles: Iterable[str]) -> str:
    """Return the roles in the reader's language, as one line that starts with a capital."""
    line = ", ".join(str(Role(role).label) for role in roles)
    return line[:1].upper() + line[1:]
