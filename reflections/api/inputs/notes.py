"""What the API of notes and groups reads.

Everything that participants do with their notes goes to one address, and the id of a note stands in the
body: what is written to logs on the way tells nobody which note it was, or of which kind.
"""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from web.json import Input

Receipt = Annotated[str, msgspec.Meta(max_length=64)]


class AddNote(Input, tag="add", tag_field="kind"):
    """A note with a name. With `on_behalf` somebody else said it, and `agreed` that it is written down."""

    id: UUID
    column_id: UUID
    text: str
    for_people: int = 1
    on_behalf: str = ""
    agreed: bool = False


class ReviseNote(Input, tag="revise", tag_field="kind"):
    """Another text for one's own note; `version` is the one that was read before."""

    id: UUID
    text: str
    version: int


class WithdrawNote(Input, tag="withdraw", tag_field="kind"):
    """One's own note, to take it back."""

    id: UUID


class SealNote(Input, tag="seal", tag_field="kind"):
    """A note without a name; the receipt, 256 random bits in hexadecimal, is kept by nobody but the writer."""

    id: UUID
    column_id: UUID
    text: str
    attribution: Literal["role", "anonymous"]
    receipt: Receipt
    for_people: int = 1


class ReviseSealedNote(Input, tag="revise_sealed", tag_field="kind"):
    """Another text for the note with that receipt."""

    id: UUID
    text: str
    receipt: Receipt


class WithdrawSealedNote(Input, tag="withdraw_sealed", tag_field="kind"):
    """The note with that receipt, to take it back."""

    id: UUID
    receipt: Receipt


class AttributionsInput(Input):
    """What notes may say of their writers."""

    allowed: list[str]


class GroupInput(Input):
    """Notes to put into a group, which is made with this title if it is not there."""

    note_ids: list[UUID]
    title: str = ""


class NotesInput(Input):
    """Some notes."""

    note_ids: list[UUID]


class SearchInput(Input):
    """What somebody looks for; in a body, because addresses are written to logs."""

    text: Annotated[str, msgspec.Meta(max_length=300)]


class MergeInput(Input):
    """The group that the notes go to."""

    into_id: UUID


class GroupTitleInput(Input):
    """Another title for a group."""

    title: str
