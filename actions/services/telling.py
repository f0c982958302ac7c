"""Where news of an action goes: the partnership's log and the board that it came from, if any."""

from actions.models.action import ActionItem
from eventlog.events import DomainEvent, partnership_stream, session_stream
from eventlog.services import record
from partnerships.models.membership import Membership


def tell(event: DomainEvent, member: Membership, action: ActionItem) -> None:
    """Record *event* on the streams that show the action; call it last, like `record`."""
    streams = [partnership_stream(action.partnership_id)]
    if action.session_id:
        streams.append(session_stream(action.session_id))
    record(event, by=member, on=streams)
