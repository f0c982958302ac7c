"""Reading what becomes of each action that somebody would leave behind."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.http import QueryDict

from actions.models.action import ActionItem
from actions.services.leaving import Farewell

DROP = "drop"


def choices_in(sent: QueryDict, left: Iterable[ActionItem]) -> list[Farewell]:
    """Return what was chosen for each action that is left; what was not chosen stays left."""
    return list(_choices(sent, left))


def _choices(sent: QueryDict, left: Iterable[ActionItem]) -> Iterator[Farewell]:
    for action in left:
        chosen = sent.get(f"to-{action.pk}", "")
        if chosen == DROP:
            yield Farewell(action.pk, reason=sent.get(f"reason-{action.pk}", ""))
        elif chosen:
            yield Farewell(action.pk, owner_id=_id(chosen))


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
