"""Who runs a session besides its facilitator, and what they put before everybody: the time, and a topic."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.membership import Membership
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession, SessionPhase


class TopicKind(models.TextChoices):
    """What one can talk about: anything that stands on the board."""

    NOTE = "note", _("note")
    GROUP = "group", _("group of notes")
    INSIGHT = "insight", _("insight")
    ACTION = "action", _("action")


class CoFacilitator(models.Model):
    """Somebody who runs a session together with its facilitator."""

    session = models.ForeignKey(
        ReflectionSession, on_delete=models.CASCADE, related_name="co_facilitators"
    )
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "membership"], name="co_facilitates_a_session_once"
            ),
        ]


class SessionTimer(models.Model):
    """The time that a session gives itself. It advises: nothing closes when it ends."""

    id = models.UUIDField(primary_key=True, editable=False)
    session = models.OneToOneField(
        ReflectionSession, on_delete=models.CASCADE, related_name="timer"
    )
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField()


class Presentation(models.Model):
    """The topic that every screen of a session shows."""

    session = models.OneToOneField(
        ReflectionSession, on_delete=models.CASCADE, related_name="presentation"
    )
    about = models.CharField(max_length=7, choices=TopicKind.choices)
    topic_id = models.UUIDField()
    since = models.DateTimeField()


class ReadySignal(models.Model):
    """A participant is done with a phase. Only how many are is ever shown."""

    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, related_name="ready_signals"
    )
    phase = models.ForeignKey(SessionPhase, on_delete=models.CASCADE, related_name="ready_signals")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "phase"], name="ready_once_per_phase"),
        ]
