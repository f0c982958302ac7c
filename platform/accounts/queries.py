"""Reading accounts."""

from django.db.models import QuerySet

from accounts.models import Person


def demonstration_people() -> QuerySet[Person]:
    """Return the people of the demonstration data, whom anybody may sign in as."""
    return Person.objects.filter(is_demonstration=True, is_active=True).order_by("joined_at")
