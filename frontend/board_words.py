"""The log as a board: columns by state, and cards with a menu of the steps that lead on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from actions.records.log import BoardCard, BoardColumn
from actions.states import MOVES, ActionState
from frontend.action_words import STATE_TONES, ActionLine, Tag, action_line
from partnerships.models.membership import Membership

# What is done by pressing a button; everything else asks a question on the action's own page.
BY_PRESSING = {"accept", "confirm", "record_yes"}
# A report leads where it says.
REPORTS = ("moving", "stuck")


@dataclass(frozen=True)
class Move:
    """A way from one column to another: by pressing, or by a form at `url`."""

    step: str
    words: str
    target: str
    url: str
    by_pressing: bool


@dataclass(frozen=True)
class Card:
    """An action on the board."""

    line: ActionLine
    moves: list[Move]


@dataclass(frozen=True)
class Column:
    """One state, with the most urgent of its actions."""

    state: str
    title: Tag
    cards: list[Card]
    count: int

    @property
    def hidden(self) -> int:
        """Return how many are not shown."""
        return self.count - len(self.cards)


def board_columns(member: Membership, columns: list[BoardColumn]) -> list[Column]:
    """Show the board to a member."""
    return [
        Column(
            state=column.state,
            title=Tag(str(capfirst(ActionState(column.state).label)), STATE_TONES[column.state]),
            cards=[_card(member, card) for card in column.cards],
            count=column.count,
        )
        for column in columns
    ]


def _card(member: Membership, card: BoardCard) -> Card:
    line = action_line(card.action, member)
    return Card(line, list(_moves(card, line.url)))


def _moves(card: BoardCard, url: str) -> Iterator[Move]:
    state, words = card.action.state, _step_words()
    for step in card.steps:
        for claim in REPORTS if step == "check_in" else (step,):
            target = MOVES.get((state, "accept" if claim == "record_yes" else claim))
            if target and claim in words and target != state:
                yield Move(
                    step=step,
                    words=words[claim],
                    target=target,
                    url=f"{url}?step={step}&claim={claim}#step-{step}",
                    by_pressing=step in BY_PRESSING,
                )


def _step_words() -> dict[str, Any]:
    return {
        "accept": _("Yes, I will do it"),
        "record_yes": _("I heard the yes"),
        "decline": _("No, I cannot"),
        "moving": _("It moves"),
        "stuck": _("It is stuck"),
        "complete": _("It is done"),
        "confirm": _("Confirm that it is done"),
        "not_yet": _("Not yet"),
        "offer": _("Ask somebody else"),
        "drop": _("Drop this action"),
        "review": _("Say what came of it"),
        "waive_review": _("Finish without a look"),
    }
