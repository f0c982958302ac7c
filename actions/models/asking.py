"""Asking others on behalf of an action: somebody to take it over, or somebody above to decide."""

from django.db import models

from actions.models.action import ActionItem
from partnerships.models.membership import Membership


class Handover(models.Model):
    """Somebody is asked to take an action over; until she says yes it stays whose it is."""

    id = models.UUIDField(primary_key=True, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="handovers")
    before = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    # When she said yes or no, or somebody else was asked.
    ended_at = models.DateTimeField(null=True)
    is_accepted = models.BooleanField(default=False)
    # Why not, where she said no.
    refusal = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=models.Q(ended_at__isnull=True),
                name="one_is_asked_to_take_over_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=False) | models.Q(is_accepted=False),
                name="taking_over_is_an_answer",
            ),
        ]


class Escalation(models.Model):
    """An action needs what only somebody above can give: raised, answered, or not needed any more."""

    id = models.UUIDField(primary_key=True, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="escalations")
    # A member, or a board or meeting by its name.
    to = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")
    forum = models.CharField(max_length=200, blank=True)
    ask = models.CharField(max_length=500)
    answer_by = models.DateField()
    raised_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=1000, blank=True)
    answered_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["raised_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=models.Q(ended_at__isnull=True),
                name="one_question_goes_up_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(to__isnull=True) ^ models.Q(forum=""),
                name="it_goes_to_a_person_or_a_forum",
            ),
            models.CheckConstraint(
                condition=models.Q(answer="")
                | models.Q(ended_at__isnull=False, answered_by__isnull=False),
                name="an_answer_is_somebodys_and_ends_it",
            ),
        ]


class Evidence(models.Model):
    """Something that shows how far an action is: in words, or at an address."""

    id = models.UUIDField(primary_key=True, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="evidence")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.CharField(max_length=500)
    link = models.URLField(max_length=500, blank=True)

    class Meta:
        ordering = ["at"]
