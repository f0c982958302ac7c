"""The vocabulary of the event log: what an event is, who can cause one, which kinds there are."""

from dataclasses import dataclass
from typing import ClassVar, Protocol
from uuid import UUID

KINDS: dict[str, type["DomainEvent"]] = {}


class Actor(Protocol):
    """Whoever did it, seen from below: a membership, a participant."""

    @property
    def actor_id(self) -> UUID | None:
        """Return the membership to name in the log, or nothing."""


class Nobody:
    """Whoever must not be named, and what happens by itself because its time has come."""

    actor_id = None


@dataclass(frozen=True)
class DomainEvent:
    """A fact about one record. It names the record; it never copies its content.

    With no id it says that all records of this type on the stream may have changed. Where it
    `changes_rights`, whoever the record is about, or follows it, may see or do something else now.
    """

    kind: ClassVar[str]
    about: ClassVar[str]
    changes_rights: ClassVar[bool] = False
    id: UUID | None

    def __init_subclass__(cls) -> None:
        """Register the kind, so that tests can ask for all of them."""
        KINDS[cls.kind] = cls


def session_stream(session_id: UUID) -> str:
    """Name the stream of one reflection session: its board."""
    return f"session:{session_id}"


def person_stream(person_id: UUID) -> str:
    """Name the stream of one person: her inbox."""
    return f"person:{person_id}"


def partnership_stream(partnership_id: UUID) -> str:
    """Name the stream of one partnership: action log, members, schedule."""
    return f"partnership:{partnership_id}"
