"""A scripted session over HTTP: twelve people write four notes each, and a proxy writes down what it sees."""

import json
import random
from dataclasses import dataclass, field
from time import time
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from partnerships.models.membership import Membership
from reflections.course import Attribution
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.services.joining import Introduction, join_as_guest
from reflections.services.notes import reveal_notes
from tests import api, cast

PEOPLE, NOTES_EACH = 12, 4
# As long as the browser makes every body.
LENGTH = 16 * 1024
WORDS = [
    "bus",
    "stairs",
    "home",
    "doctor",
    "evening",
    "alone",
    "rails",
    "phone",
    "letter",
    "care",
    "night",
    "door",
    "street",
    "shop",
]

Act = dict[str, Any]


@dataclass(frozen=True)
class LogLine:
    """What a proxy outside our control may write down of one request."""

    at: float
    who: int
    method: str
    path: str
    length: int
    status: int
    answer_length: int


@dataclass
class Told:
    """How a session went: what anybody can find out, and the truth that nobody should."""

    session: ReflectionSession
    people: list[Participant]
    log: list[LogLine] = field(default_factory=list)
    # Which person (by number) wrote which note without a name.
    truth: dict[UUID, int] = field(default_factory=dict)


class Storyteller:
    """Lets one session happen; the same seed tells the same story.

    A *clean* one is as easy as can be for whoever listens: nothing is sent twice, changed or taken
    back, and all notes are nameless. Otherwise people do what people do.
    """

    def __init__(self, leader: Membership, *, seed: int, is_clean: bool) -> None:
        self._random = random.Random(seed)  # noqa: S311 -- a story, told again by its seed
        self._is_clean = is_clean
        session = cast.collecting(leader, title=f"Session {seed}")
        session.capacity = 60
        session.save()
        self._browsers: list[Client] = []
        people = [self._guest(session, n) for n in range(PEOPLE)]
        self.told = Told(session, people)
        self._column = str(session.columns.all()[0].pk)
        self._path = api.place("api_notes", leader, session_id=session.pk)

    def tell(self) -> Told:
        """Let people write, show all notes, and let some take one back."""
        lines = [who for who in range(PEOPLE) for _ in range(NOTES_EACH)]
        self._random.shuffle(lines)
        kinds = {who: self._kinds() for who in range(PEOPLE)}
        receipts: list[tuple[int, Act]] = []
        for who in lines:
            receipts += [(who, act) for act in [self._write(who, kinds[who].pop())] if act]
        reveal_notes(self.told.session.facilitator, self.told.session.pk)
        if not self._is_clean:
            for who, act in self._random.sample(receipts, 2):
                self._take_back(who, act)
        return self.told

    def _guest(self, session: ReflectionSession, number: int) -> Participant:
        said = Introduction(name=f"Guest {number}")
        guest = join_as_guest(session.pk, participant_id=uuid4(), introduction=said)
        self._browsers.append(api.browser_of_guest(guest))
        return guest

    def _kinds(self) -> list[str]:
        if self._is_clean:
            return [Attribution.ANONYMOUS] * NOTES_EACH
        kinds = [Attribution.NAMED, Attribution.ROLE, Attribution.ANONYMOUS, Attribution.ANONYMOUS]
        self._random.shuffle(kinds)
        return [str(kind) for kind in kinds]

    def _write(self, who: int, attribution: str) -> Act | None:
        act: Act = {"id": str(uuid4()), "column_id": self._column, "text": self._text()}
        if attribution == Attribution.NAMED:
            self._send(who, {"kind": "add", **act})
            return None
        act = {"kind": "seal", **act, "attribution": attribution, "receipt": self._receipt()}
        self._send(who, act)
        self.told.truth[UUID(act["id"])] = who
        if not self._is_clean:
            self._do_what_people_do(who, act)
        return act

    def _do_what_people_do(self, who: int, act: Act) -> None:
        key = {"id": act["id"], "receipt": act["receipt"]}
        if self._random.random() < 0.2:
            self._send(who, act)  # the answer was lost
        if self._random.random() < 0.2:
            self._send(who, {"kind": "revise_sealed", **key, "text": self._text()})
        if self._random.random() < 0.05:
            self._take_back(who, act)

    def _take_back(self, who: int, act: Act) -> None:
        key = {"id": act["id"], "receipt": act["receipt"]}
        if self.told.truth.pop(UUID(act["id"]), None) is not None:
            self._send(who, {"kind": "withdraw_sealed", **key})

    def _send(self, who: int, act: Act) -> None:
        body = json.dumps(act).encode().ljust(LENGTH)
        answer: HttpResponse = api.send(self._browsers[who], "POST", self._path, body)
        assert answer.status_code == 204, answer.content
        sent = len(answer.content) + sum(len(f"{k}: {v}") for k, v in answer.headers.items())
        self.told.log.append(LogLine(time(), who, "POST", self._path, len(body), 204, sent))

    def _text(self) -> str:
        # Each text is its own, and some are long.
        words = self._random.choices(WORDS, k=self._random.choice((4, 12, 40, 160)))
        return f"{self._random.randrange(10**9)} {' '.join(words)}"

    def _receipt(self) -> str:
        return f"{self._random.getrandbits(256):064x}"
