"""A board of a thousand notes: how long until it is there, and until a hundred of them are grouped.

`python3 manage.py benchmark --board` runs it in an environment of its own.
"""

import gzip
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from uuid import uuid4

from django.core.management import call_command
from playwright.sync_api import Page

from accounts.services import account_for
from benchmarks.asking import get
from benchmarks.world import signed_in
from eventlog.events import session_stream
from kernel.clock import now
from partnerships.models.membership import Membership
from partnerships.services.setup import start_partnership
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.queries.participants import participant_of
from reflections.services.leading import start_session
from reflections.services.planning import SessionPlan, plan_session
from tests.browser import launch_browser
from tests.servers import app_server

Result = TypeVar("Result")
MADE = 100  # notes that are grouped at once
WORDS = (
    "bus",
    "doctor",
    "stairs",
    "letter",
    "phone",
    "queue",
    "neighbour",
    "nurse",
    "garden",
    "form",
)
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


@dataclass(frozen=True)
class Board:
    """What the clients have to know."""

    page: str
    api: str
    stream: str
    cookie: str
    note_ids: list[str]


def make_board(notes: int) -> Board:
    """Make a session with so many notes that everybody can read."""
    leader = start_partnership(
        account_for(email="lead@example.org", name="Lead"), name="Benchmark", language="en"
    )
    plan = SessionPlan(title="A large board", template="open-question", starts_at=now())
    session = plan_session(leader, session_id=uuid4(), plan=plan)
    start_session(leader, session.pk)
    _fill(leader, session, notes)
    return Board(
        page=f"/p/{leader.partnership.slug}/sessions/{session.pk}/",
        api=f"/api/v1/partnerships/{leader.partnership_id}/sessions/{session.pk}/",
        stream=session_stream(session.pk),
        cookie=signed_in(leader.person),
        note_ids=[str(note.pk) for note in session.notes.all()],
    )


def _fill(leader: Membership, session: ReflectionSession, count: int) -> None:
    column, part = session.columns.all()[0], participant_of(leader, session.pk)
    Note.objects.bulk_create(
        Note(
            id=uuid4(),
            session=session,
            column=column,
            author=part,
            text=f"{number}: the {WORDS[number % 10]} in street{number // 8}, again and again. "
            "Somebody should look into it before winter comes.",
            added_at=now(),
            revealed_at=now(),
        )
        for number in range(count)
    )


def main(notes: int, rounds: int) -> None:
    """Make the board, and print a line for each thing that is timed."""
    call_command("migrate", verbosity=0)
    board = make_board(notes)
    with app_server({}) as app:
        snapshot = f"/api/v1/streams/{board.stream}/snapshot"
        times = [_timed(lambda: get(app.url + snapshot, board.cookie)) for _ in range(rounds)]
        body = times[0][1]
        print(
            f"snapshot of {notes} notes   {_median(times)} ms, {len(body) / 1024:.0f} KiB,", end=""
        )
        print(f" {len(gzip.compress(body)) / 1024:.0f} KiB compressed")
        suggest = [_timed(lambda: get(app.url + board.api + "group-suggestions/", board.cookie))]
        found = len(json.loads(suggest[0][1]))
        print(f"suggesting groups          {_median(suggest)} ms, {found} groups")
        _in_the_browser(app.url, board, rounds)


def _in_the_browser(url: str, board: Board, rounds: int) -> None:
    ids = board.note_ids
    name, _, value = board.cookie.partition("=")
    with launch_browser() as browser:
        context = browser.new_context(base_url=url, viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": name, "value": value, "url": url}])
        shown = []
        for _ in range(rounds):
            page = context.new_page()
            shown.append(_open(page, board))
            page.close()
        paints, alls = zip(*shown, strict=True)
        print(f"first paint in Chromium    {statistics.median(paints):.0f} ms")
        print(f"all {len(ids)} notes there       {statistics.median(alls):.0f} ms")
        page = context.new_page()
        _open(page, board)
        grouping = [
            _group(page, board, ids[at : at + MADE]) for at in range(0, rounds * MADE, MADE)
        ]
        print(f"grouping {MADE} notes, seen   {statistics.median(grouping):.0f} ms")


def _open(page: Page, board: Board) -> tuple[float, float]:
    page.goto(board.page)
    page.locator("article.note").nth(len(board.note_ids) - 1).wait_for(state="attached")
    return page.evaluate(PAINTED), page.evaluate("performance.now()")


def _group(page: Page, board: Board, ids: list[str]) -> float:
    """Return how long it takes from the request until the group stands on the board."""
    group_id = str(uuid4())
    script = """async ([path, id, note_ids]) => {
      const began = performance.now();
      const token = document.cookie.match(/csrf(?:token)?=([^;]+)/)[1];
      const stands = new Promise((resolve) => {
        new MutationObserver((_, observer) => {
          const group = document.getElementById(`group-${id}`)?.closest('section');
          if (group?.querySelectorAll('article').length !== note_ids.length) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        }).observe(document.body, {childList: true, subtree: true});
      });
      await fetch(path, {method: 'PUT', body: JSON.stringify({note_ids}),
        headers: {'Content-Type': 'application/json', 'X-CSRFToken': token}});
      return await stands;
    }"""
    took: float = page.evaluate(script, [f"{board.api}groups/{group_id}/", group_id, ids])
    return took


def _timed(act: Callable[[], Result]) -> tuple[float, Result]:
    began = time.perf_counter()
    result = act()
    return (time.perf_counter() - began) * 1000, result


def _median(times: list[tuple[float, bytes]]) -> str:
    return f"{statistics.median(took for took, _ in times):.0f}"
