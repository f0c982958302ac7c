"""Each page that a programme manager can open has no fault that a tool can find."""

import pytest
from playwright.sync_api import Error, Page

from reflections.services.joining import join_session
from tests import cast
from tests.architecture.test_every_page_has_a_rule import (
    FOR_EVERYBODY,
    INSIDE,
    ONES_OWN,
    page_ids,
    page_path,
)
from tests.calls import board
from tests.journeys.looking import faults_now
from tests.journeys.people import Room

# They answer with a file, take only what is sent to them, or lead on; the board moves while it
# loads, and is tried in stories of its own, in each of its states.
NO_PAGES = {"texts", "set_language", "session"}


def _everything():
    westmeer = cast.start_westmeer()
    ids = page_ids(board(westmeer))
    join_session(westmeer["cem"], ids["session_id"])
    return {name: page_path(name, ids) for name in [*INSIDE, *ONES_OWN, *FOR_EVERYBODY]}


def _shows(page: Page, path: str) -> bool:
    """Go there, and say whether it is a page and not a file, a way to another one, or nowhere."""
    try:
        answer = page.goto(path)
    except Error as error:
        if "Download is starting" in error.message:
            return False
        raise
    return answer is not None and answer.ok and answer.request.redirected_from is None


@pytest.mark.timeout(600)
def test_every_page_of_a_manager_can_be_used_by_everybody(room: Room):
    pages = room.prepare(_everything)
    page = room.person("cem@example.org")
    owed, seen = [], []

    for name in sorted(pages.keys() - NO_PAGES):
        if not _shows(page, pages[name]):
            continue
        owed += faults_now(page, f"page-{name}")
        seen.append(name)

    assert owed == [], "\n".join(owed)
    assert len(seen) >= 55, seen
