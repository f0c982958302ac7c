"""Views of the log that somebody keeps, for herself or for everybody."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership


class Layout(models.TextChoices):
    """How the log lies on the page."""

    TABLE = "table", _("table")
    BOARD = "board", _("board")


class SavedView(models.Model):
    """Conditions on the log under a name."""

    id = models.UUIDField(primary_key=True, editable=False)
    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="saved_views"
    )
    by = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="saved_views")
    name = models.CharField(max_length=60)
    # The fields of a `LogFilter` that narrow.
    wanted = models.JSONField(default=dict)
    layout = models.CharField(max_length=5, choices=Layout.choices, default=Layout.TABLE)
    is_shared = models.BooleanField(default=False)
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["name", "saved_at"]

    def __str__(self) -> str:
        return self.name
