"""What the wording check reads: an action as far as it is typed."""

from datetime import date
from uuid import UUID

from web.json import Input


class WordingInput(Input):
    """The fields of an action, of which each may still be empty."""

    title: str = ""
    owner_id: UUID | None = None
    due: date | None = None
    done_test: str = ""
    if_cue: str = ""
    first_step: str = ""
    level: str = ""
