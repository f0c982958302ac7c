"""A log of ten thousand actions over fifty partnerships: how long pages and API take, and how many queries.

`python3 manage.py benchmark --log` runs it in an environment of its own.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from itertools import islice
from uuid import uuid4

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.services import account_for
from actions.models.action import ActionItem, Offer
from actions.models.check_in import CheckIn
from actions.queries.narrowing import LogFilter
from actions.queries.pages import log_page
from actions.states import ACHIEVED, UNDER_WAY, ActionState, Claim
from benchmarks.asking import get
from benchmarks.world import signed_in
from kernel.clock import now, today
from partnerships.models.membership import Level, Membership
from partnerships.services.membership import add_member
from partnerships.services.setup import start_partnership
from reflections.models.session import ReflectionSession
from reflections.services.planning import SessionPlan, plan_session
from tests.servers import app_server

PARTNERSHIPS = 50
PEOPLE = 8
SESSIONS = 4
BATCH = 500
# Of every ten actions so many are each of these.
STATES = [
    *[ActionState.PROPOSED] * 2,
    *[ActionState.ACCEPTED, ActionState.BLOCKED],
    *[ActionState.IN_PROGRESS] * 3,
    *[ActionState.VERIFIED, ActionState.CLOSED, ActionState.DROPPED],
]


@dataclass(frozen=True)
class Log:
    """One partnership's log: who reads it, where, and with which cookie."""

    member: Membership
    cookie: str

    @property
    def page(self) -> str:
        """Return the address of its page."""
        return f"/p/{self.member.partnership.slug}/actions/"

    @property
    def api(self) -> str:
        """Return its address in the API."""
        return f"/api/v1/partnerships/{self.member.partnership_id}/actions/"


def make_logs(actions: int, partnerships: int) -> list[Log]:
    """Fill so many partnerships with so many actions together."""
    chance = random.Random(4)
    logs = []
    for number in range(partnerships):
        manager = start_partnership(
            account_for(email=f"lead{number}@example.org", name=f"Lead {number}"),
            name=f"Partnership {number}",
            language="en",
        )
        _fill(manager, actions // partnerships, chance)
        logs.append(Log(manager, signed_in(manager.person)))
    return logs


def _fill(manager: Membership, count: int, chance: random.Random) -> None:
    slug = manager.partnership.slug
    people = [
        add_member(manager, email=f"{slug}{n}@example.org", name=f"Member {n}", roles=["member"])
        for n in range(PEOPLE)
    ]
    sessions = [_session(manager, number) for number in range(SESSIONS)]
    made = _actions(manager, sessions, people, chance)
    for start in range(0, count, BATCH):
        actions = list(islice(made, min(BATCH, count - start)))
        ActionItem.objects.bulk_create(actions)
        Offer.objects.bulk_create(
            Offer(action=action, owner=action.owner, at=action.offered_at) for action in actions
        )
        CheckIn.objects.bulk_create(
            check_in for action in actions for check_in in _check_ins(action, chance)
        )


def _session(manager: Membership, number: int) -> ReflectionSession:
    plan = SessionPlan(title=f"Meeting {number}", template="open-question", starts_at=now())
    return plan_session(manager, session_id=uuid4(), plan=plan)


def _actions(
    manager: Membership,
    sessions: list[ReflectionSession],
    people: list[Membership],
    chance: random.Random,
) -> Iterator[ActionItem]:
    number = 0
    while True:
        number += 1
        state = chance.choice(STATES)
        asked = now() - timedelta(days=chance.randrange(300))
        due = today() + timedelta(days=chance.randrange(-60, 120))
        yield ActionItem(
            id=uuid4(),
            partnership=manager.partnership,
            session=chance.choice(sessions),
            number=number,
            title=f"Call everybody in street {number} who lives alone, before winter comes",
            done_test="A list of all who were called",
            owner=chance.choice(people),
            proposed_by=manager,
            original_due=due - timedelta(days=chance.choice([0, 0, 0, 30])),
            due=due,
            level=chance.choice(Level.values),
            state=state,
            offered_at=asked,
            accepted_at=None if state == ActionState.PROPOSED else asked + timedelta(days=3),
            outcome="Everybody was called" if state in ACHIEVED else "",
            review_on=due + timedelta(days=90),
        )


def _check_ins(action: ActionItem, chance: random.Random) -> Iterator[CheckIn]:
    if action.state not in UNDER_WAY:
        return
    for _ in range(chance.randrange(5)):
        at = now() - timedelta(days=chance.randrange(150))
        yield CheckIn(
            id=uuid4(), action=action, by=action.owner, at=at, claim=Claim.MOVING, text="It moves"
        )


def main(actions: int, rounds: int) -> None:
    """Make the logs, and print a line for each kind of request."""
    call_command("migrate", verbosity=0)
    logs = make_logs(actions, PARTNERSHIPS)
    (whole,) = make_logs(actions, 1)
    print(
        f"{'milliseconds':<42}p50    p95    queries   ({connection.vendor}, {rounds} requests each)"
    )
    with app_server({}) as app:
        print(f"{actions} actions over {PARTNERSHIPS} partnerships")
        _measure(app.url, logs, rounds)
        print(f"{actions} actions in one partnership")
        _measure(app.url, [whole], rounds)


def _measure(url: str, logs: list[Log], rounds: int) -> None:
    for name, address in _requests().items():
        taken = []
        for number in range(rounds):
            log = logs[number % len(logs)]
            taken.append(_timed(url + address(log), log))
        p50, p95 = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
        print(f"  {name:<40}{p50:5.0f}  {p95:5.0f}  {_queries(address(logs[0]), logs[0]):5}")


def _requests() -> dict[str, Callable[[Log], str]]:
    return {
        "page, first": lambda log: log.page,
        "page, after half of it": lambda log: f"{log.page}?after={_middle(log)}",
        "page, too late and without news": lambda log: f"{log.page}?flag=stale&state=open",
        "page, search": lambda log: f"{log.page}?q=street+7",
        "board": lambda log: f"{log.page}?layout=board",
        "API, first 50": lambda log: log.api,
        "API, after half of it": lambda log: f"{log.api}?after={_middle(log)}",
    }


_MIDDLES: dict[str, str] = {}


def _middle(log: Log) -> str:
    if log.page not in _MIDDLES:
        half = log_page(log.member, LogFilter(), most=1).count // 2
        _MIDDLES[log.page] = log_page(log.member, LogFilter(), most=half).next
    return _MIDDLES[log.page]


def _timed(url: str, log: Log) -> float:
    began = time.perf_counter()
    get(url, log.cookie)
    return (time.perf_counter() - began) * 1000


def _queries(address: str, log: Log) -> int:
    client = Client(headers={"cookie": log.cookie, "host": "127.0.0.1"})
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    if answer.status_code != HTTPStatus.OK:
        raise RuntimeError(f"{address} answers {answer.status_code}")
    return len(queries)
