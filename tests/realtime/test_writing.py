"""Those who run a session see on open sockets who is at which form, and the log knows nothing of it."""

import pytest
from asgiref.sync import sync_to_async

import reflections.services.writing
from eventlog.events import session_stream
from eventlog.queries import position_of
from realtime.writing_watch import WritingWatch
from reflections.queries.writing import writing_in
from reflections.services.writing import say_writing, stop_writing
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def board(ada, bo, cem):
    return cast.collecting(ada, bo, cem)


def _told(stream, member, insight_id):
    writer = {
        "member_id": str(member.pk),
        "name": member.person.name,
        "doing": "action",
        "about_ids": [str(insight_id)],
    }
    return {"type": "writing", "stream": stream, "writers": [writer]}


@sync_to_async
def _say(member, session, insight_id):
    say_writing(member, session.pk, doing="action", about_ids=[insight_id])


async def test_who_opens_a_form_is_seen_by_the_others_who_run_the_session(
    open_socket, board, ada, bo, cem
):
    stream, insight_id = session_stream(board.pk), cast.uuid4()
    socket, citizen = await open_socket(cem.person), await open_socket(bo.person)
    for one, member in ((socket, cem), (citizen, bo)):
        await one.follow(member.person, stream)
    before = await sync_to_async(position_of)(stream)

    await _say(ada, board, insight_id)
    assert await socket.hear() == _told(stream, ada, insight_id)
    await sync_to_async(stop_writing)(ada, board.pk)
    assert await socket.hear() == {"type": "writing", "stream": stream, "writers": []}

    assert await citizen.silent()
    assert await sync_to_async(position_of)(stream) == before


async def test_who_comes_later_sees_who_is_there(open_socket, board, ada, cem):
    stream, insight_id = session_stream(board.pk), cast.uuid4()
    await _say(ada, board, insight_id)
    first, second = await open_socket(ada.person), await open_socket(cem.person)
    await first.follow(ada.person, stream)
    assert await first.hear() == _told(stream, ada, insight_id)

    await second.follow(cem.person, stream)

    assert await second.hear() == _told(stream, ada, insight_id)


async def test_without_a_sign_of_life_one_is_forgotten_on_open_screens_too(
    open_socket, monkeypatch, board, ada, cem
):
    stream = session_stream(board.pk)
    quick = reflections.services.writing.REMEMBERED / 20
    monkeypatch.setattr(reflections.services.writing, "REMEMBERED", quick)
    socket = await open_socket(cem.person)
    await socket.follow(cem.person, stream)

    await _say(ada, board, cast.uuid4())

    assert len((await socket.hear())["writers"]) == 1
    assert (await socket.hear())["writers"] == []


def test_only_what_is_not_as_it_was_is_told(ada, cem, board):
    watch, stream = WritingWatch(), session_stream(board.pk)

    def look(*sessions):
        return watch.changes(sessions, writing_in(sessions))

    assert look(board.pk) == {}
    say_writing(ada, board.pk, doing="action", about_ids=[cast.uuid4()])
    assert [len(writers) for writers in look(board.pk).values()] == [1]
    assert look(board.pk) == {}
    say_writing(cem, board.pk, doing="answer", about_ids=[cast.uuid4()])
    assert [one.name for one in look(board.pk)[stream]] == ["Ada Visser", "Cem Aydin"]
    assert watch.known(stream) == writing_in([board.pk])[board.pk]
    # Nobody looks at it any more: whoever comes is told anew.
    assert look() == {}
    assert watch.known(stream) == []
    assert len(look(board.pk)[stream]) == 2
