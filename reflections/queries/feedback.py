"""Reading feedback: everybody reads what is published and what is promised, few what is in work."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from partnerships.models.membership import Membership
from partnerships.queries import LogView
from reflections.models.feedback import Feedback
from reflections.models.session import ReflectionSession
from reflections.policies import may_preview_feedback
from reflections.queries.board import BoardView
from reflections.records.feedback import FeedbackRecord, feedback_record, promise_record

# Whoever may not read what is in work learns nothing of one that promises nothing.
PUBLISHED_OR_PROMISED = Q(published_at__isnull=False) | Q(promised_by__isnull=False)


def feedback_of(member: Membership) -> QuerySet[Feedback]:
    """Return the published answers to contributors of the member's partnership, newest first."""
    return (
        Feedback.objects.filter(
            session__partnership=member.partnership_id, published_at__isnull=False
        )
        .select_related("session", "insight")
        .order_by("-published_at", "pk")
    )


def feedback_on(member: Membership, session: ReflectionSession) -> list[FeedbackRecord]:
    """Return the feedback of a session of the member's partnership, as she may see it, oldest first."""
    found = Feedback.objects.filter(session=session)
    previews = may_preview_feedback(member, session)
    return list(_records(found, None, previews=previews).values())


def feedback_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, FeedbackRecord]:
    """Return the feedback of a session as *view* may see it; all of it when *ids* is None."""
    found = Feedback.objects.filter(session=view.session_id)
    return _records(found, ids, previews=view.previews_feedback)


def feedback_records_in_log(
    view: LogView, ids: Collection[UUID] | None
) -> dict[str, FeedbackRecord]:
    """Return what a partnership published and promised; all of it when *ids* is None."""
    found = Feedback.objects.filter(session__partnership=view.partnership_id)
    return _records(found, ids, previews=False)


def _records(
    found: QuerySet[Feedback], ids: Collection[UUID] | None, *, previews: bool
) -> dict[str, FeedbackRecord]:
    if ids is not None:
        found = found.filter(pk__in=ids)
    if not previews:
        found = found.filter(PUBLISHED_OR_PROMISED)
    if previews:
        loaded = found.prefetch_related("reactions")
        return {str(one.pk): feedback_record(one, with_reactions=True) for one in loaded}
    return {
        str(one.pk): feedback_record(one) if one.published_at else promise_record(one)
        for one in found
    }
