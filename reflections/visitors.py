"""Whoever looks at a session: somebody signed in, or a guest who is known by her browser alone."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings

from accounts.models import Person
from reflections.models.participant import Participant

# Where a browser's own session, which the server keeps, holds what it takes part in as a guest.
_PARTS = "parts"


@dataclass(frozen=True)
class Visitor:
    """Who asks: an account, the parts that this browser has as a guest (session → participant), or both."""

    person: Person | None = None
    parts: Mapping[UUID, UUID] = field(default_factory=dict)
    language: str = ""

    @property
    def speaks(self) -> str:
        """Return the language to answer in."""
        chosen = self.person.language if self.person else ""
        return chosen or self.language or settings.LANGUAGE_CODE

    def __bool__(self) -> bool:
        """Say whether it is anybody at all."""
        return self.person is not None or bool(self.parts)


def visitor_with(person: Any, browser: Mapping[str, Any], *, language: str = "") -> Visitor:
    """Return who asks, from the user of a request and the session that its cookie names."""
    known = person if isinstance(person, Person) else None
    return Visitor(person=known, parts=parts_in(browser), language=language)


def parts_in(browser: Mapping[str, Any]) -> dict[UUID, UUID]:
    """Return what a browser takes part in as a guest, by session."""
    return {UUID(session): UUID(part) for session, part in browser.get(_PARTS, {}).items()}


def remember_part(browser: MutableMapping[str, Any], part: Participant) -> None:
    """Let a browser be this guest from now on."""
    browser[_PARTS] = {**browser.get(_PARTS, {}), str(part.session_id): str(part.pk)}


def forget_part(browser: MutableMapping[str, Any], session_id: UUID) -> None:
    """Let a browser be nobody in that session."""
    kept = {key: part for key, part in browser.get(_PARTS, {}).items() if key != str(session_id)}
    browser[_PARTS] = kept
