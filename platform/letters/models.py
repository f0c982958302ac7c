"""Letters: mail that somebody is to get, kept until the mail server took it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterState(models.TextChoices):
    """What became of a letter."""

    WAITING = "waiting", _("waiting to be sent")
    SENT = "sent", _("sent")
    REFUSED = "refused", _("could not be delivered")
    NEEDLESS = "needless", _("not needed any more")


class Letter(models.Model):
    """One mail to one person. It says what it is about; its words are found when it is sent."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Whoever writes the same letter again names it by the same key, and nobody gets it twice.
    key = models.CharField(max_length=120, unique=True)
    kind = models.SlugField(max_length=40)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="letters"
    )
    about_id = models.UUIDField(db_index=True)
    state = models.CharField(max_length=8, choices=LetterState.choices, default=LetterState.WAITING)
    # While somebody sends it, and after a failure, this lies ahead.
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(state="waiting"), name="letters_waiting"
            ),
        ]
