"""The mail that people get about sessions."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from icalendar import Calendar, Event

# Two letters of one second may go into one file: Django names files by the second and by where in
# memory the connection was.
BETWEEN = b"\n" + b"-" * 79 + b"\n"


class Post:
    """The letters that the app sent since this was made; sign-in codes are no letters."""

    def __init__(self, mailbox: Path) -> None:
        self._mailbox = mailbox
        self._known = set(mailbox.iterdir())

    def to(self, address: str) -> list[EmailMessage]:
        """Return the letters to an address, the oldest first."""
        new = set(self._mailbox.iterdir()) - self._known
        paths = sorted(new, key=lambda path: path.stat().st_mtime_ns)
        letters = (part for path in paths for part in path.read_bytes().split(BETWEEN) if part)
        found = (message_from_bytes(letter, policy=policy.default) for letter in letters)
        return [one for one in found if one["To"] == address and one["Auto-Submitted"]]


def entry_in(letter: EmailMessage) -> Event:
    """Return the appointment that is attached to a letter."""
    [part] = letter.iter_attachments()
    [entry] = Calendar.from_ical(part.get_payload(decode=True)).walk("VEVENT")
    return entry


def text_in(letter: EmailMessage) -> str:
    """Return the words of a letter."""
    body = letter.get_body(("plain",))
    assert body
    return body.get_content()


def path_in(letter: EmailMessage, page: str) -> str:
    """Return the address of a page of the session, by the link in a letter."""
    found = re.search(r"/p/\S+/(?:answer|about)/", text_in(letter))
    assert found
    return re.sub("answer|about", page, found[0])
