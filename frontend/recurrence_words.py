"""Insights that come back, as the learning agenda shows them to a member."""

from dataclasses import dataclass

from partnerships.models.membership import Membership
from reflections.policies import may_compare_insights
from reflections.queries.recurrences import proposed_recurrences, recurrences_of
from reflections.queries.sessions import sessions_of
from reflections.records.recurrence import ProposedRecurrence, RecurrenceRecord


@dataclass(frozen=True)
class ShownRecurrence:
    """What was found of two insights, and whether the reader can take it back."""

    found: RecurrenceRecord
    may_take_back: bool


@dataclass(frozen=True)
class ShownRecurrences:
    """What comes back; what the reader can decide about; what she can decide about once more."""

    confirmed: list[ShownRecurrence]
    proposed: list[ProposedRecurrence]
    refused: list[ShownRecurrence]


def shown_recurrences(member: Membership) -> ShownRecurrences:
    """Return what the reader sees of insights that come back; what was refused if it is hers to say."""
    sessions = sessions_of(member).prefetch_related("co_facilitators")
    own = {one.pk for one in sessions if may_compare_insights(member, one)}
    found = [
        ShownRecurrence(one, may_take_back=one.insight.session_id in own)
        for one in recurrences_of(member)
    ]
    return ShownRecurrences(
        confirmed=[one for one in found if one.found.is_confirmed],
        proposed=proposed_recurrences(member),
        refused=[one for one in found if one.may_take_back and not one.found.is_confirmed],
    )
