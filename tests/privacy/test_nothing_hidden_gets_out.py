"""Hidden text and its writers are in no answer and no frame, whoever asks for whatever."""

import pytest
from django.db import transaction

from eventlog.events import partnership_stream, session_stream
from partnerships.models.membership import Membership
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.services.joining import join_session
from reflections.services.notes import reveal_notes
from reflections.visitors import Visitor
from tests import api, cast, nameless
from tests.architecture.test_every_page_has_a_rule import INSIDE, page_ids, page_path
from tests.calls import ADDRESSES, Board, board
from tests.made_once import made_once
from tests.realtime.open_browser import OpenBrowser

HIDDEN = ("Hidden with a name", "Hidden with a role", "Hidden without a name")
READERS = ["ada", "cem", "dag", "bo", "otto", "a guest", "an observer"]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """A board, and the ids in the addresses of all pages."""

    def make():
        ours = board(cast.start_westmeer())
        return ours, page_ids(ours)

    with made_once(django_db_blocker, make) as made:
        yield made


@pytest.fixture
def ours(db, world):
    return world[0]


@pytest.fixture
def session(ours):
    return ReflectionSession.objects.get(pk=ours.ids["session_id"])


@pytest.fixture
def reader(ours: Board, session, request):
    """Somebody of each kind, in the session."""
    session.has_waiting_room = False
    session.save()
    who = request.param
    if who == "a guest":
        return cast.guest_in(session, "Gerda")
    if who == "an observer":
        return cast.guest_in(session, "Olga", is_observer=True)
    join_session(ours.members[who], session.pk)
    return ours.members[who]


def _write_hidden(session: ReflectionSession) -> None:
    writer = cast.guest_in(session, "Wim")
    for n in range(3):
        cast.guest_in(session, f"Nobody {n}")
    cast.jot(writer, HIDDEN[0])
    nameless.seal(writer, session, HIDDEN[1], attribution="role")
    for n in range(5):
        nameless.seal(writer, session, HIDDEN[2], secret=f"{n:064x}")


def _browser(reader: Membership | Participant):
    if isinstance(reader, Participant):
        return api.browser_of_guest(reader)
    return api.browser_of(reader)


def _visitor(reader: Membership | Participant) -> Visitor:
    if isinstance(reader, Participant):
        return cast.visiting(reader)
    return Visitor(person=reader.person)


def _found_in(answers: dict[str, bytes]) -> dict[str, list[str]]:
    found = {
        name: [text for text in HIDDEN if text.encode() in content]
        for name, content in answers.items()
    }
    return {name: texts for name, texts in found.items() if texts}


@pytest.mark.parametrize("reader", READERS, indirect=True)
def test_no_address_of_the_api_answers_with_it(ours, session, reader):
    _write_hidden(session)
    browser, answers = _browser(reader), {}

    for route in sorted(ADDRESSES):
        if route[0] == "RevealView":
            continue  # shows it to everybody
        with transaction.atomic():
            answer = api.send(browser, route[1], ours.path(route), ours.calls[route].body)
            transaction.set_rollback(True)
        answers[" ".join(route)] = answer.content

    assert len(answers) == len(ADDRESSES) - 1
    assert _found_in(answers) == {}


@pytest.mark.parametrize("reader", READERS, indirect=True)
def test_no_page_and_no_file_shows_it(world, reader, session):
    ids = world[1]
    _write_hidden(session)
    browser = _browser(reader)

    answers = {name: browser.get(page_path(name, ids)) for name in INSIDE}

    assert _found_in({name: b"".join(one) for name, one in answers.items()}) == {}


@pytest.mark.parametrize("reader", READERS, indirect=True)
def test_no_frame_brings_it_before_it_is_shown(session, reader):
    browser = OpenBrowser(_visitor(reader), session_stream(session.pk))

    _write_hidden(session)
    browser.catch_up()

    assert _found_in({"socket": browser.text.encode()}) == {}
    assert browser.is_like_a_reloaded_one()
    reveal_notes(session.facilitator, session.pk)
    browser.catch_up()
    assert _found_in({"socket": browser.text.encode()}) == {"socket": list(HIDDEN)}


@pytest.mark.parametrize("reader", ["ada", "cem", "otto"], indirect=True)
def test_nor_does_the_log_of_the_partnership(session, reader):
    browser = OpenBrowser(_visitor(reader), partnership_stream(reader.partnership_id))

    _write_hidden(session)
    reveal_notes(session.facilitator, session.pk)
    browser.catch_up()

    assert _found_in({"socket": browser.text.encode()}) == {}


@pytest.mark.parametrize("reader", READERS, indirect=True)
def test_what_is_shown_without_a_name_names_nobody(session, reader):
    _write_hidden(session)
    reveal_notes(session.facilitator, session.pk)

    browser = OpenBrowser(_visitor(reader), session_stream(session.pk))

    notes = [note for note in browser.records["note"].values() if note["text"] in HIDDEN[1:]]
    assert len(notes) == 6
    assert {(note["author_id"], note["author_name"]) for note in notes} == {(None, "")}
    assert len({note["added_at"] for note in notes}) == 1
    assert not {"receipt", "participant_id"} & set(notes[0])
