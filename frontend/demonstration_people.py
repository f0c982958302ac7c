"""The people of the demonstration, as the sign-in page offers them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import get_language

from accounts.models import Person
from accounts.queries import demonstration_people
from frontend.words import role_words
from partnerships.models.membership import Membership
from partnerships.queries import memberships_of


@dataclass(frozen=True)
class DemonstrationPerson:
    """Somebody whom a visitor may sign in as; `elsewhere` names further partnerships."""

    id: UUID
    name: str
    role_line: str
    elsewhere: str


@dataclass(frozen=True)
class DemonstrationPlace:
    """One partnership of the demonstration with its people."""

    name: str
    language: str
    people: list[DemonstrationPerson] = field(default_factory=list)


def demonstration_places() -> list[DemonstrationPlace]:
    """Return the partnerships with their people, those in the reader's language first.

    Somebody who is in several stands with the first of them.
    """
    places: dict[UUID, DemonstrationPlace] = {}
    for person in demonstration_people():
        memberships = list(memberships_of(person))
        if memberships:
            first = memberships[0].partnership
            place = places.setdefault(first.pk, DemonstrationPlace(first.name, first.language))
            place.people.append(_person(person, memberships))
    return sorted(places.values(), key=lambda place: place.language != get_language())


def _person(person: Person, memberships: list[Membership]) -> DemonstrationPerson:
    return DemonstrationPerson(
        id=person.pk,
        name=person.name,
        role_line=role_words(memberships[0].roles),
        elsewhere=_names(memberships[1:]),
    )


def _names(memberships: Iterable[Membership]) -> str:
    return ", ".join(member.partnership.name for member in memberships)
