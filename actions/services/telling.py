"""Where news of an action goes: the partnership's log and the board that it came from, if any."""

from actions.models.action import ActionItem
from eventlog.events import Actor, DomainEvent, partnership_stream, session_stream
from eventlog.services import record


def tell(event: DomainEvent, by: Actor, action: ActionItem) -> None:
    """Record *event* on the streams that show the action; call it last, like `record`."""
    streams = [partnership_stream(action.partnership_id)]
    if action.session_id:
        streams.append(session_stream(action.session_id))
    record(event, by=by, on=streams)
