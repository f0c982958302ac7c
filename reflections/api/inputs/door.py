"""What the API of a session's door reads."""

from web.json import Input


class DoorInput(Input):
    """Who may come in besides those who are in."""

    admits_guests: bool
    has_waiting_room: bool
    is_locked: bool
    capacity: int
