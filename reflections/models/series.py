"""A series of sessions: what they share, and the link that always opens the newest of them."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.partnership import Partnership
from reflections.models.session import new_join_key


class Rhythm(models.TextChoices):
    """How long it is from one session of a series to the next."""

    WEEK = "week", _("every week")
    FORTNIGHT = "fortnight", _("every two weeks")
    MONTH = "month", _("every month")
    QUARTER = "quarter", _("every three months")
    FREE = "free", _("no fixed rhythm")


class SessionSeries(models.Model):
    """Sessions that belong together, such as a monthly learning evening."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="series")
    title = models.CharField(max_length=120)
    rhythm = models.CharField(max_length=9, choices=Rhythm.choices, default=Rhythm.MONTH)
    key = models.CharField(max_length=64, unique=True, default=new_join_key)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "title"], name="series_titled_once_per_partnership"
            ),
        ]

    def __str__(self) -> str:
        return self.title
