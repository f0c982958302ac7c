"""Reading accounts."""

from uuid import UUID

from django.db.models import QuerySet

from accounts.models import ApiToken, Person


def tokens_of(person: Person) -> QuerySet[ApiToken]:
    """Return all tokens that somebody made, newest first."""
    return ApiToken.objects.filter(person=person)


def demonstration_people() -> QuerySet[Person]:
    """Return the people of the demonstration data, whom anybody may sign in as."""
    return Person.objects.filter(is_demonstration=True, is_active=True).order_by("joined_at")


def demonstration_person(person_id: str) -> Person:
    """Return one of them; raises DoesNotExist for everybody else, real people above all."""
    try:
        return demonstration_people().get(pk=UUID(person_id))
    except ValueError:
        raise Person.DoesNotExist from None
