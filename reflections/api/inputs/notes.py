"""What the API of notes and groups reads."""

from typing import Annotated
from uuid import UUID

import msgspec

from web.json import Input


class NoteInput(Input):
    """A note to add."""

    column_id: UUID
    text: str


class NoteChangeInput(Input):
    """Another text for one's own note; `version` is the one that was read before."""

    text: str
    version: int


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
