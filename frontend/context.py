"""What every page may use besides its own values."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.models import Person
from accounts.queries import demonstration_people
from frontend.navigation import navigation_for
from frontend.words import role_words
from partnerships.queries import memberships_of


@dataclass(frozen=True)
class DemonstrationPerson:
    """Somebody whom a visitor of the demonstration may sign in as."""

    id: UUID
    name: str
    role_line: str


def page(request: HttpRequest) -> dict[str, Any]:
    """Give navigation and the people of the demonstration, each only worked out when shown."""
    return {
        "demonstration": settings.DEMONSTRATION,
        "demonstration_people": SimpleLazyObject(_people_to_try),
        "navigation": SimpleLazyObject(lambda: navigation_for(request)),
    }


def _people_to_try() -> list[DemonstrationPerson]:
    if not settings.DEMONSTRATION:
        return []
    return [
        DemonstrationPerson(id=person.pk, name=person.name, role_line=_role_line(person))
        for person in demonstration_people()
    ]


def _role_line(person: Person) -> str:
    return "; ".join(
        f"{role_words(member.roles)}, {member.partnership.name}"
        for member in memberships_of(person)
    )
