"""Lost lines, blocked sockets, several servers, a dead Redis: everything arrives, once."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from tests import cast
from tests.journeys.conftest import server_environment
from tests.journeys.people import Room
from tests.servers import RunningApp, app_server, redis

QUESTION = "What happened? Which facts stand out?"


@pytest.fixture
def session(room: Room) -> ReflectionSession:
    """A session that collects notes, led by Ada, joined by Bo."""
    return room.prepare(_session)


def _session() -> ReflectionSession:
    people = cast.start_westmeer()
    return cast.collecting(people["ada"], people["bo"])


@pytest.fixture
def second_site(django_db_setup, mailbox) -> Iterator[RunningApp]:
    """Another process on the same database."""
    with app_server(server_environment(mailbox)) as app:
        yield app


def test_notes_written_without_a_line_are_sent_once_when_it_is_back(room: Room, session):
    facilitator = board(room.person("ada@example.org"), session)
    phone = board(room.person("bo@example.org", phone=True), session)

    phone.context.set_offline(True)
    for number in range(1, 4):
        write(phone, f"Written in the tunnel, {number}")
    expect(phone.get_by_text("waiting to be sent")).to_have_count(3)
    phone.context.set_offline(False)

    expect(phone.get_by_text("sent", exact=True)).to_have_count(3)
    expect(facilitator.get_by_text("3 notes by others, not shown yet")).to_be_visible()
    assert texts_of(room, session) == [f"Written in the tunnel, {number}" for number in range(1, 4)]


def test_notes_that_wait_survive_a_reload_and_half_a_sentence_does_too(room: Room, session):
    phone = board(room.person("bo@example.org", phone=True), session)
    phone.route("**/notes/**", lambda route: route.abort())
    write(phone, "Nobody told us about the rail")
    phone.get_by_label(QUESTION).fill("And then my neighb")
    expect(phone.get_by_text("waiting to be sent")).to_be_visible()

    phone.unroute("**/notes/**")
    phone.reload()

    expect(phone.get_by_text("sent", exact=True)).to_be_visible()
    expect(phone.get_by_label(QUESTION)).to_have_value("And then my neighb")
    assert texts_of(room, session) == ["Nobody told us about the rail"]


def test_an_answer_that_was_lost_on_the_way_makes_no_second_note(room: Room, session):
    phone = board(room.person("bo@example.org", phone=True), session)
    lost = []

    def lose_the_first_answer(route):
        route.fetch()
        lost.append(route.request.url)
        route.abort()
        phone.unroute("**/notes/**")

    phone.route("**/notes/**", lose_the_first_answer)
    write(phone, "Twice sent, once there")

    expect(phone.get_by_text("sent", exact=True)).to_be_visible()
    assert len(lost) == 1
    assert texts_of(room, session) == ["Twice sent, once there"]


def test_everything_works_where_sockets_are_blocked(room: Room, session):
    facilitator = room.person("ada@example.org")
    facilitator.route_web_socket("**/live/", lambda line: line.close())
    board(facilitator, session)
    expect(facilitator.get_by_text("Checking every few seconds")).to_be_visible()

    write(board(room.person("bo@example.org", phone=True), session), "No bus on Sundays")

    expect(facilitator.get_by_text("1 note by somebody else, not shown yet")).to_be_visible()


def test_people_at_two_servers_see_each_other(room: Room, session, second_site: RunningApp):
    facilitator = board(room.person("ada@example.org"), session)
    elsewhere = room.person("bo@example.org", phone=True, at=second_site.url)

    write(board(elsewhere, session), "No bus on Sundays")

    expect(facilitator.get_by_text("1 note by somebody else, not shown yet")).to_be_visible()


def test_a_dead_redis_costs_a_second_and_nothing_else(room: Room, session, mailbox, monkeypatch):
    monkeypatch.delenv("REDIS_URL", raising=False)
    with ExitStack() as servers:
        with redis() as address:
            environment = server_environment(mailbox) | {"REDIS_URL": address}
            url = servers.enter_context(app_server(environment)).url
            facilitator = board(room.person("ada@example.org", at=url), session)
            phone = board(room.person("bo@example.org", phone=True, at=url), session)

        write(phone, "No bus on Sundays")

        expect(facilitator.get_by_text("1 note by somebody else, not shown yet")).to_be_visible()
        assert texts_of(room, session) == ["No bus on Sundays"]


def board(page: Page, session: ReflectionSession) -> Page:
    page.goto(f"/p/healthy-westmeer/sessions/{session.pk}/")
    expect(page.get_by_label(QUESTION)).to_be_visible()
    return page


def write(page: Page, text: str) -> None:
    page.get_by_label(QUESTION).fill(text)
    page.get_by_role("button", name="Add note").first.click()


def texts_of(room: Room, session: ReflectionSession) -> list[str]:
    def read() -> list[str]:
        return sorted(Note.objects.filter(session=session).values_list("text", flat=True))

    return room.prepare(read)
