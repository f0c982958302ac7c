"""The life of an action as a small model, to hold the real one against."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from uuid import UUID

from tests import cast

WORKING = {"accepted", "in_progress", "blocked"}
OPEN = WORKING | {"proposed", "declined"}
texts = map("Said at step {}".format, count(1))


@dataclass
class Model:
    """An action as somebody would explain it on a sheet of paper."""

    owner: str = "bo"
    state: str = "proposed"
    due: date = field(default_factory=lambda: cast.in_days(30))
    moved: int = 0
    asked: tuple[UUID, date] | None = None
    confirmed_by: str = ""
    said: list[str] = field(default_factory=list)
    # Who was asked last to take it over, and whether she did not answer yet.
    asked_over: str = ""
    waits_for_her: bool = False
    # Who asked above, while that waits.
    raised_by: str = ""
    took_in: int = 0
    parts: int = 0

    def may(self, name: str, step: str) -> bool:
        """Say who may do what: Cem manages, Ada led the session, Dag advises, Bo is a citizen."""
        owns = name == self.owner
        return {
            "accept": owns,
            "decline": owns,
            "offer": name in {"ada", "cem"},
            "hear_yes": not owns and name in {"ada", "cem"},
            "report": owns or name in {"cem", "dag"},
            "complete": owns or name == "cem",
            "confirm": not owns and name in {"cem", "dag", "bo"},
            "not_yet": not owns and name in {"cem", "dag", "bo"},
            "move": owns or name in {"cem", "dag"},
            "answer": name == "cem",
            "drop": name in {"ada", "cem"},
            "review": not owns and name in {"cem", "dag", "bo"},
            "waive": name == "cem",
            "reopen": name in {"cem", "dag"},
            "hand_over": owns or name in {"ada", "cem"},
            "take_over": name == self.asked_over,
            "ask_above": owns or name in {"ada", "cem", "dag"},
            "answer_above": name == "cem",
            "do_without": name in {self.raised_by, "cem"},
            "join": name in {"ada", "cem"},
            "part": name in {"ada", "cem"},
        }[step]
