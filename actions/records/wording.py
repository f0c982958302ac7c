"""The shape in which the wording check leaves the server."""

from dataclasses import dataclass

from actions.wording.check import Element, Hint


@dataclass(frozen=True)
class WordingRecord:
    """How an action reads so far: its six elements, hints, and itself as one sentence."""

    elements: list[Element]
    hints: list[Hint]
    sentence: str
