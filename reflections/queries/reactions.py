"""Reading what contributors say of the feedback they got."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from reflections.models.feedback import Feedback
from reflections.models.note import Note
from reflections.models.reaction import Reaction, Verdict


def feedback_about(note: Note) -> QuerySet[Feedback]:
    """Return the published answers that a note got: about its insights, or its whole session."""
    return Feedback.objects.filter(
        Q(insight__in=note.insights.all()) | Q(insight=None),
        session=note.session_id,
        published_at__isnull=False,
    )


def reopened(feedback: QuerySet[Feedback]) -> QuerySet[Feedback]:
    """Return the published answers that somebody says are none, and that no later one followed."""
    asked = Reaction.objects.filter(feedback=OuterRef("pk"), verdict=Verdict.NOT_ANSWERED)
    same = Q(insight=OuterRef("insight")) | Q(insight=None, session=OuterRef("session"))
    later = Feedback.objects.filter(same, published_at__gt=OuterRef("published_at"))
    return feedback.filter(Exists(asked), ~Exists(later))
