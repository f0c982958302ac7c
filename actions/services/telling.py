"""Where news of an action goes: the partnership's log and the board that it came from, if any."""

from collections.abc import Sequence

from actions.models.action import ActionItem
from eventlog.events import Actor, DomainEvent, partnership_stream, session_stream
from eventlog.services import record, record_all


def tell_all(events: Sequence[DomainEvent], by: Actor, actions: Sequence[ActionItem]) -> None:
    """Record what happened to several actions at once; call it last, like `record`.

    All of it on all their streams: so these are locked in one order, whichever actions they show.
    """
    streams = {name for action in actions for name in _streams_of(action)}
    record_all(events, by=by, on=streams)


def tell(event: DomainEvent, by: Actor, action: ActionItem) -> None:
    """Record *event* on the streams that show the action; call it last, like `record`."""
    record(event, by=by, on=_streams_of(action))


def _streams_of(action: ActionItem) -> list[str]:
    streams = [partnership_stream(action.partnership_id)]
    if action.session_id:
        streams.append(session_stream(action.session_id))
    return streams
