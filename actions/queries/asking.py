"""Reading which owners were asked how it goes, and who answered."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from actions.models.check_in import CheckIn
from actions.models.owner_ask import OwnerAsk
from actions.records.advising import AskRecord
from actions.states import UNDER_WAY
from partnerships.models.partnership import Partnership


def last_asks(action_ids: Collection[UUID]) -> dict[UUID, AskRecord]:
    """Return by action the last time its present owner was asked, in a fixed number of queries.

    She answered when she reported or said that it is done, wherever she did so.
    """
    asks = OwnerAsk.objects.filter(action__in=action_ids, owner=F("action__owner"))
    last = {ask.action_id: ask for ask in asks.select_related("by__person", "action")}
    heard = _said_by_owners(last)
    return {
        action_id: AskRecord(
            by_name=ask.by.person.name, at=ask.at, answered_at=_answer(ask, heard[action_id])
        )
        for action_id, ask in last.items()
    }


def unanswered_asks(partnership: Partnership) -> QuerySet[OwnerAsk]:
    """Return the questions to owners who are at it and said nothing since, the oldest first."""
    answers = CheckIn.objects.filter(
        action=OuterRef("action"), by=OuterRef("owner"), at__gte=OuterRef("at")
    )
    return OwnerAsk.objects.filter(
        ~Exists(answers),
        action__partnership=partnership,
        action__state__in=UNDER_WAY,
        action__owner=F("owner"),
    )


def _said_by_owners(asks: dict[UUID, OwnerAsk]) -> dict[UUID, list[CheckIn]]:
    heard: dict[UUID, list[CheckIn]] = {action_id: [] for action_id in asks}
    for report in CheckIn.objects.filter(action__in=asks, by=F("action__owner")):
        heard[report.action_id].append(report)
    return heard


def _answer(ask: OwnerAsk, heard: list[CheckIn]) -> datetime | None:
    moments = [report.at for report in heard]
    if ask.action.done_at:
        moments.append(ask.action.done_at)
    return min((moment for moment in moments if moment >= ask.at), default=None)
