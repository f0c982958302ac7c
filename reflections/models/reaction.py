"""What contributors say of the feedback that they got: whether it answers them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from reflections.models.feedback import Feedback
from reflections.models.note import Note


class Verdict(models.TextChoices):
    """Whether feedback answers who gave the input."""

    HELPFUL = "helpful", _("this helps me")
    NOT_ANSWERED = "not_answered", _("this does not answer me")


class Reaction(models.Model):
    """What the writer of a note says of feedback on it.

    It hangs on the note and names nobody: so it works for notes that nobody is named for, too.
    """

    feedback = models.ForeignKey(Feedback, on_delete=models.CASCADE, related_name="reactions")
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="reactions")
    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    sentence = models.CharField(max_length=500, blank=True)
    # A day and no more: a moment could tell who it was.
    on = models.DateField()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["feedback", "note"], name="one_reaction_per_note"),
        ]
