"""Saying whether an insight says again what an earlier one said; wording only proposes it."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from eventlog.events import DomainEvent, partnership_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from partnerships.models.membership import Membership
from reflections.events.recurrences import (
    RecurrenceConfirmed,
    RecurrenceRefused,
    RecurrenceTakenBack,
)
from reflections.models.insight import Insight
from reflections.models.recurrence import Recurrence
from reflections.policies import may_compare_insights
from reflections.queries.insights import agreed_insights_of
from reflections.queries.sessions import locked_session_of


@transaction.atomic
def compare_insights(
    member: Membership, insight_id: UUID, *, earlier_id: UUID, is_same: bool
) -> Recurrence:
    """Say that an insight says an earlier one of another session again, or that it does not.

    Twice is once. To say otherwise, one takes back first what was said.
    """
    insight = _insight_to_compare(member, insight_id)
    # Locked, so that it is not taken back meanwhile.
    earlier = agreed_insights_of(member).select_for_update(of=("self",)).get(pk=earlier_id)
    known = Recurrence.objects.filter(insight=insight, earlier=earlier).first()
    if known and known.is_confirmed == is_same:
        return known
    if known:
        raise ConflictError(_("Somebody said otherwise already. Take that back first."))
    _must_be_earlier(earlier, insight)
    if is_same and Recurrence.objects.filter(insight=insight, is_confirmed=True).exists():
        raise ConflictError(
            _(
                "It is known already which earlier insight this one says again. Take that back first."
            )
        )
    made = Recurrence.objects.create(
        insight=insight, earlier=earlier, is_confirmed=is_same, by=member, at=now()
    )
    event = RecurrenceConfirmed(made.pk) if is_same else RecurrenceRefused(made.pk)
    _tell(event, member)
    return made


@transaction.atomic
def take_comparison_back(member: Membership, insight_id: UUID, *, earlier_id: UUID) -> None:
    """Take back what was said of the two, so that it is open again; twice is once."""
    insight = _insight_to_compare(member, insight_id)
    known = Recurrence.objects.filter(insight=insight, earlier=earlier_id).first()
    if known:
        _forget(member, known)


def forget_comparisons(member: Membership, insight: Insight) -> None:
    """Forget what was said of an insight that was withdrawn; call it after its own event."""
    for one in Recurrence.objects.filter(Q(insight=insight) | Q(earlier=insight)):
        _forget(member, one)


def _insight_to_compare(member: Membership, insight_id: UUID) -> Insight:
    """Return an agreed insight of a session that she runs; the session is locked."""
    session_id = agreed_insights_of(member).get(pk=insight_id).session_id
    session = locked_session_of(member, session_id)
    if not may_compare_insights(member, session):
        raise NotAllowedError(
            _("Only the facilitator of its session or a programme manager can say this.")
        )
    return agreed_insights_of(member).get(pk=insight_id)


def _must_be_earlier(earlier: Insight, insight: Insight) -> None:
    moments = earlier.agreed_at, insight.agreed_at
    is_before = moments[0] and moments[1] and moments[0] < moments[1]
    if earlier.session_id == insight.session_id or not is_before:
        raise InvalidInputError(
            _("Choose an insight that was agreed before, in another session."), field="earlier_id"
        )


def _forget(member: Membership, recurrence: Recurrence) -> None:
    pk = recurrence.pk
    recurrence.delete()
    _tell(RecurrenceTakenBack(pk), member)


def _tell(event: DomainEvent, member: Membership) -> None:
    record(event, by=member, on=[partnership_stream(member.partnership_id)])
