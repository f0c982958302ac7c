"""Where actions came from that were not made in a session: a spreadsheet, or minutes pasted as text."""

import uuid
from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kernel.clock import today
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership
from reflections.models.note import ImportCourse

# How long what nobody finished is kept.
KEPT_FOR = timedelta(days=90)


class SourceKind(models.TextChoices):
    """What was brought in."""

    SHEET = "sheet", _("spreadsheet")
    MINUTES = "minutes", _("minutes")


class ActionImport(ImportCourse):
    """What somebody brought in, how it is to be read, and what became of each row or line."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="action_imports"
    )
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=7, choices=SourceKind.choices)
    # Of the file, or what the minutes are of.
    name = models.CharField(max_length=200)
    # The file or the text, until all of it was dealt with.
    content = models.BinaryField(default=bytes)
    # How it is read: which column is what, who is who, which word is which state.
    mapping = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.name

    @property
    def kept_until(self) -> date:
        """The last day on which it can be finished."""
        return timezone.localdate(self.made_at + KEPT_FOR)

    @property
    def is_out_of_time(self) -> bool:
        """Say whether that day is over, and what stood in it no longer ours to keep."""
        return self.kept_until < today()


class ImportedRow(models.Model):
    """The row or line that an action was made from, so that the same one is known again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="+")
    source = models.ForeignKey(ActionImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    # What the row is called: as its file says, or by its text.
    key = models.CharField(max_length=140)
    # What it said, by field, in its own words.
    said = models.JSONField(default=dict)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "key"], name="a_row_becomes_one_action_per_partnership"
            ),
        ]
