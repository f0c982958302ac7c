"""Every message that is exchanged at /live/; docs/live-updates.md says what they promise."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from eventlog.queries import Position
from realtime.readers import Put
from realtime.standing import Me
from reflections.queries.facilitating import Signals
from reflections.records.note import NoteRecord
from reflections.records.writing import WritingRecord

VERSION = 1

StreamName = Annotated[str, msgspec.Meta(max_length=64)]
StandingName = Annotated[str, msgspec.Meta(max_length=32)]
Sequence = Annotated[int, msgspec.Meta(ge=0, le=2**53)]

# From the browser


class Follow(msgspec.Struct, tag="follow", forbid_unknown_fields=True):
    """Send me what happens on *stream* after *since*; without a position: from now on.

    *standing* is that of the snapshot: who may see something else by now needs another snapshot.
    """

    stream: StreamName
    epoch: UUID | None = None
    since: Sequence | None = None
    standing: StandingName | None = None


class Unfollow(msgspec.Struct, tag="unfollow", forbid_unknown_fields=True):
    """Send me nothing more of *stream*."""

    stream: StreamName


class Here(msgspec.Struct, tag="here", forbid_unknown_fields=True):
    """I am still here, and have everything up to these sequences."""

    positions: dict[StreamName, Sequence]


Incoming = Follow | Unfollow | Here

# From the server


class Welcome(msgspec.Struct, tag="welcome"):
    """The first message: which protocol this is, how often a sign of life comes, what time it is."""

    heartbeat_seconds: float
    now: datetime
    version: int = VERSION


class News(msgspec.Struct, tag="news"):
    """What changed on *stream* after *since* and up to *sequence*: records as they are now.

    `put` replaces, `drop` removes; of the types in `all` every record that is not in `put` is gone.
    """

    stream: str
    epoch: UUID
    since: int
    sequence: int
    put: Put
    drop: dict[str, list[UUID]]
    all: list[str]


class Reset(msgspec.Struct, tag="reset"):
    """Changes cannot bring you up to date: fetch a snapshot, then follow again."""

    stream: str
    reason: Literal["epoch_changed", "too_far", "rights_changed"]


class Refused(msgspec.Struct, tag="refused"):
    """You cannot follow *stream*, or not any more; *detail* is a sentence for the person."""

    stream: str
    code: str
    detail: str


class Heads(msgspec.Struct, tag="heads"):
    """A sign of life: where the streams are that you follow, and what time it is.

    Behind for long? Follow again.
    """

    positions: dict[str, Position]
    now: datetime


class Writing(msgspec.Struct, tag="writing"):
    """Who is at which form right now, to those who run the session; it replaces what was told before.

    It has no position: it is a sign of life that passes, and no part of what happened.
    """

    stream: str
    writers: list[WritingRecord]


class Bye(msgspec.Struct, tag="bye"):
    """The server goes away; come back after that time."""

    reason: Literal["restarting"]
    retry_after_ms: int


Outgoing = Welcome | News | Reset | Refused | Heads | Writing | Bye

# By HTTP


class Snapshot(msgspec.Struct):
    """Everything that one person may see of *stream*, as it is at *sequence* or later.

    What is hers alone travels only here: `mine` are her notes that nobody else sees yet, `signals`
    what she said with a press. `now` is the server's time, the only one that counts.
    """

    stream: str
    epoch: UUID
    sequence: int
    put: Put
    mine: dict[str, NoteRecord]
    signals: Signals
    me: Me
    standing: str
    now: datetime


class NotUnderstoodError(Exception):
    """What came in is not a message of the protocol."""


def parse(text: str) -> Incoming:
    """Return the message in *text*; raises NotUnderstoodError."""
    try:
        message: Incoming = _decoder.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as problem:
        raise NotUnderstoodError from problem
    return message


def encode(message: Outgoing) -> str:
    """Return *message* as it is sent."""
    return msgspec.json.encode(message).decode()


_decoder = msgspec.json.Decoder(Incoming)
