"""Where sign-ins are kept: in the database, asked only for keys that can be in it."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import VALID_KEY_CHARS


class SessionStore(db.SessionStore):
    """Django's own, which hands over whatever a cookie holds; PostgreSQL fails at a NUL."""

    def __init__(self, session_key: str | None = None) -> None:
        """Begin anew when the key is none that was ever given out."""
        is_possible = set(session_key or "") <= set(VALID_KEY_CHARS)
        super().__init__(session_key if is_possible else None)
