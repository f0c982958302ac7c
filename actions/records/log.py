"""The shapes in which the log leaves the server page by page."""

from dataclasses import dataclass

from actions.records.action import ActionRecord


@dataclass(frozen=True)
class LogPage:
    """Some actions of the log in order of attention; `next` asks for those after them, if any.

    `count` is how many there are on all pages together.
    """

    actions: list[ActionRecord]
    next: str
    count: int


@dataclass(frozen=True)
class BoardCard:
    """An action, and the steps that the reader can take with it."""

    action: ActionRecord
    steps: list[str]


@dataclass(frozen=True)
class BoardColumn:
    """The actions in one state, those first that ask for attention; `count` counts all of them."""

    state: str
    cards: list[BoardCard]
    count: int
