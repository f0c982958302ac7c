"""Who is at which form right now. Not part of what happened: it is forgotten by itself."""

from django.db import models

from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession


class Doing(models.TextChoices):
    """What somebody makes of notes or of an insight."""

    INSIGHT = "insight"
    ACTION = "action"
    DECISION = "decision"
    ANSWER = "answer"


class Writing(models.Model):
    """One member at one form, until she says so no more."""

    session = models.ForeignKey(ReflectionSession, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    doing = models.CharField(max_length=8, choices=Doing.choices)
    # The insight or the notes that the form is about.
    about_ids = models.JSONField()
    until = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "member"], name="one_form_per_member_and_session"
            ),
        ]
