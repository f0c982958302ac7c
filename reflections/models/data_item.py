"""A data item: a figure or a source that a session looks at, explained in plain words."""

import uuid

from django.db import models

from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession


class DataItem(models.Model):
    """What somebody brought, where it comes from, and what it cannot tell."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(
        ReflectionSession, on_delete=models.CASCADE, related_name="data_items"
    )
    title = models.CharField(max_length=120)
    explanation = models.CharField(max_length=1000)
    source = models.CharField(max_length=200, blank=True)
    as_of = models.DateField(null=True)
    link = models.URLField(max_length=500, blank=True)
    limits = models.CharField(max_length=500, blank=True)
    added_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="data_items")
    added_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.title
