"""Examples: what a partnership did and what came of it, shared with all partnerships of the site."""

from django.db import models

from actions.models.action import ActionItem, Strength
from actions.states import Effect
from partnerships.models.membership import Level, Membership
from reflections.models.insight import Loop


class SharedExample(models.Model):
    """An action and its consequence in plain words, without names of people or places."""

    id = models.UUIDField(primary_key=True, editable=False)
    action = models.OneToOneField(ActionItem, on_delete=models.CASCADE, related_name="example")
    what = models.CharField(max_length=300)
    came_of_it = models.CharField(max_length=1000)
    lesson = models.CharField(max_length=1000, blank=True)
    effect = models.CharField(max_length=11, choices=Effect.choices)
    # What one looks for it by: as the action and its insights had it when it was shared.
    level = models.CharField(max_length=5, choices=Level.choices, blank=True)
    strength = models.CharField(max_length=9, choices=Strength.choices, blank=True)
    loop = models.CharField(max_length=6, choices=Loop.choices, blank=True)
    components = models.JSONField(default=list)
    language = models.CharField(max_length=5)
    shared_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    shared_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-shared_at", "pk"]
