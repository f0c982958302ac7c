"""Making accounts, changing one's own, and the tokens with which programmes ask in one's name."""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import ApiToken, Person, Scope
from kernel.clock import now, today
from kernel.errors import ConflictError, IdConflictError, InvalidInputError
from kernel.text import clean_line

PREFIX = "dw_"
HINT = 8
MOST_TOKENS = 20
MOST_DAYS = 366


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


@dataclass(frozen=True)
class NewToken:
    """A token with its secret, which is known at this moment only."""

    token: ApiToken
    secret: str


@transaction.atomic
def make_token(
    person: Person, *, token_id: UUID, name: str, scopes: Collection[str], days: int
) -> NewToken:
    """Make a token that holds for so many days; its secret is never shown again.

    The same id again is an IdConflictError: the secret of the first one is known to nobody here.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    name = clean_line(name, field="name", most=80)
    if not scopes or not set(scopes) <= set(Scope.values):
        raise InvalidInputError(_("Please choose what the token may do."), field="scopes")
    if not 1 <= days <= MOST_DAYS:
        raise InvalidInputError(_("A token holds for a year at most."), field="days")
    if ApiToken.objects.filter(pk=token_id).exists():
        raise IdConflictError(
            _("This token was made before. Its secret cannot be shown again; make another one.")
        )
    if person.tokens.filter(revoked_at=None, expires_on__gte=today()).count() >= MOST_TOKENS:
        raise ConflictError(_("You have 20 tokens. End one that you do not use any more."))
    secret = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        id=token_id,
        person=person,
        name=name,
        fingerprint=_fingerprint(secret),
        hint=secret[: len(PREFIX) + HINT],
        scopes=_with_reading(scopes),
        made_at=now(),
        expires_on=today() + timedelta(days=days),
    )
    return NewToken(token, secret)


@transaction.atomic
def end_token(person: Person, token_id: UUID) -> ApiToken:
    """Let a token of one's own hold no longer; twice is once."""
    token = ApiToken.objects.select_for_update().get(pk=token_id, person=person)
    if token.revoked_at is None:
        token.revoked_at = now()
        token.save(update_fields=["revoked_at"])
    return token


def token_with(secret: str) -> ApiToken | None:
    """Return the token with that secret, if it still holds; note the day on which it was used."""
    found = ApiToken.objects.filter(
        fingerprint=_fingerprint(secret),
        revoked_at=None,
        expires_on__gte=today(),
        person__is_active=True,
    )
    token = found.select_related("person").first()
    if token and token.last_used_on != today():
        ApiToken.objects.filter(pk=token.pk).update(last_used_on=today())
    return token


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


def _with_reading(scopes: Collection[str]) -> list[str]:
    # Whoever changes something is answered with it.
    read = {scope.replace(":write", ":read") for scope in scopes}
    return sorted(read | set(scopes))


def _fingerprint(secret: str) -> str:
    # 256 random bits need no slow hash: nobody guesses them.
    return hashlib.sha256(secret.encode()).hexdigest()
