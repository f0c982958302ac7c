"""People who can sign in, with an address, a name and a language, and the tokens of their programmes."""

import uuid
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class PersonManager(BaseUserManager["Person"]):
    """Makes people; the framework's commands ask for this."""

    def create_user(self, email: str, name: str = "", **fields: Any) -> "Person":
        """Make a person who signs in by mailed code and so has no password."""
        person = self.model(email=email.strip().lower(), name=name, **fields)
        person.set_unusable_password()
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who can sign in. What she may do is said by her memberships."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, blank=True)
    is_active = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_person_per_address"),
        ]

    def __str__(self) -> str:
        return self.name or self.email


class Scope(models.TextChoices):
    """What a token may do at most: never more than its person may herself."""

    READ_PARTNERSHIPS = "partnerships:read", _("read partnerships and their people")
    READ_SESSIONS = "sessions:read", _("read sessions")
    WRITE_SESSIONS = "sessions:write", _("change sessions")
    READ_ACTIONS = "actions:read", _("read actions and decisions")
    WRITE_ACTIONS = "actions:write", _("change actions and decisions")


class ApiToken(models.Model):
    """A key with which a programme asks in a person's name; only its fingerprint is kept."""

    id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    fingerprint = models.CharField(max_length=64, unique=True)
    # How it begins, so that its person recognises it.
    hint = models.CharField(max_length=12)
    scopes = models.JSONField(default=list)
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    # The day and no more: nobody is followed by her tokens.
    last_used_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.name

    def holds(self, day: date) -> bool:
        """Say whether one can still ask with it on that day."""
        return self.revoked_at is None and day <= self.expires_on
