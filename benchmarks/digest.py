"""The daily mail of many people: how long it takes to notice, to write and to compose, and in how many queries.

`python3 manage.py benchmark --digest` runs it in an environment of its own.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from accounts.services import account_for
from kernel.clock import at
from letters.services import deliver_letters
from partnerships.services.setup import start_partnership
from reflections.services.planning import SessionPlan, plan_session
from reminders.services.looking import look_everywhere
from reminders.services.mailing import write_mail
from tests.crowd import people_who_said_yes

EACH = 3  # actions that are due soon, for each person
DAYS_AHEAD = 7
MORNING = datetime(2027, 3, 3, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))


@dataclass
class Count:
    """Queries so far."""

    queries: int = 0


def main(people: int) -> None:
    """Make so many people with something to do, and send each the daily mail."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    call_command("migrate", verbosity=0)
    with at(MORNING - timedelta(days=30)):
        _make(people)
    print(f"{people} people, {EACH} actions each, {connection.vendor}")
    with at(MORNING):
        _measure("noticing what is due", look_everywhere)
        _measure("a second look: nothing happened", look_everywhere)
        _measure("writing the daily mails", write_mail)
        sent = _measure("composing and sending them", deliver_letters)
    if sent != people:
        raise SystemExit(f"{sent} mails went out instead of {people}")


def _measure(name: str, act: Callable[[], Any]) -> Any:
    with _counted() as count:
        start = time.perf_counter()
        result = act()
        seconds = time.perf_counter() - start
    print(f"{name:34} {seconds:7.2f} s {count.queries:7} queries")
    return result


@contextmanager
def _counted() -> Iterator[Count]:
    count = Count()

    def one_more(execute: Callable[..., Any], *given: Any) -> Any:
        count.queries += 1
        return execute(*given)

    with connection.execute_wrapper(one_more):
        yield count


def _make(people: int) -> None:
    lead = start_partnership(
        account_for(email="lead@example.org", name="Lead"), name="Benchmark", language="en"
    )
    plan = SessionPlan(title="Falls", template="open-question", starts_at=MORNING, opening=False)
    session = plan_session(lead, session_id=uuid4(), plan=plan)
    due = (MORNING + timedelta(days=DAYS_AHEAD)).date()
    people_who_said_yes(lead, session, people=people, each=EACH, due=due)
