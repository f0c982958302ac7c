"""Making accounts and changing one's own."""

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from kernel.errors import InvalidInputError
from kernel.text import clean_line


@transaction.atomic
def account_for(
    *, email: str, name: str, language: str = "", is_demonstration: bool = False
) -> Person:
    """Return the account with this address, made now if there is none; an existing one stays as it is."""
    address = _clean_address(email)
    known = Person.objects.filter(email=address).first()
    if known:
        return known
    person, _is_new = Person.objects.get_or_create(  # somebody may invite her at this moment, too
        email=address,
        defaults={
            "name": clean_line(name, field="name", most=120),
            "language": language,
            "is_demonstration": is_demonstration,
            "password": make_password(None),  # unusable: one signs in by mailed code
        },
    )
    return person


@transaction.atomic
def change_own_account(person: Person, *, name: str, language: str) -> Person:
    """Change one's own name and language."""
    person.name = clean_line(name, field="name", most=120)
    _set_language(person, language)
    person.save(update_fields=["name", "language"])
    return person


@transaction.atomic
def choose_language(person: Person, *, language: str) -> Person:
    """Keep the language for all of the person's devices and for mail."""
    _set_language(person, language)
    person.save(update_fields=["language"])
    return person


@transaction.atomic
def remove_demonstration_people() -> None:
    """Remove the people of the demonstration who are a member of nothing any more."""
    Person.objects.filter(is_demonstration=True, memberships__isnull=True).delete()


def _set_language(person: Person, language: str) -> None:
    if language and language not in dict(settings.LANGUAGES):
        raise InvalidInputError(_("Please choose one of the listed languages."), field="language")
    person.language = language


def _clean_address(email: str) -> str:
    address = clean_line(email, field="email", most=254).lower()
    try:
        validate_email(address)
    except ValidationError:
        raise InvalidInputError(
            _("This is not a complete e-mail address. Example: name@example.org"), field="email"
        ) from None
    return address
