"""What lies in an envelope: notes without a name, and how they are put in and taken out."""

import hashlib
import secrets
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

import msgspec

from kernel.sealing import seal, unseal

_random = secrets.SystemRandom()
Thing = TypeVar("Thing")


@dataclass(frozen=True, kw_only=True)
class SealedNote:
    """One note: no author, no moment, no place in an order. `group` is that of a writer with a role."""

    id: UUID
    column_id: UUID
    phase_id: UUID
    text: str
    attribution: str
    group: str
    for_people: int
    # The digest of the secret with which the writer changes it or takes it back.
    receipt: str


def sealed(notes: list[SealedNote], session_id: UUID) -> bytes:
    """Return the notes as they are stored, in an order that tells nothing."""
    return seal(msgspec.json.encode(shuffled(notes)), purpose=_purpose(session_id))


def opened(contents: bytes, session_id: UUID) -> list[SealedNote]:
    """Return the notes that were put in; raises UnreadableSealError."""
    plain = unseal(contents, purpose=_purpose(session_id))
    return msgspec.json.decode(plain, type=list[SealedNote])


def digest(receipt: str) -> str:
    """Return what is stored of a receipt."""
    return hashlib.sha256(receipt.encode()).hexdigest()


def opens(receipt: str, stored: str) -> bool:
    """Say whether this receipt belongs to what is *stored*; takes as long whichever it is."""
    return secrets.compare_digest(digest(receipt), stored)


def shuffled(things: list[Thing]) -> list[Thing]:
    """Return the same in an order that nobody can guess."""
    return _random.sample(things, len(things))


def _purpose(session_id: UUID) -> str:
    return f"envelope:{session_id}"
