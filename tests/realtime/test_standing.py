"""Whoever may see something else by now begins anew: at once, after a break, and without sockets."""

import asyncio
import uuid
from copy import copy
from unittest.mock import patch

import pytest
from asgiref.sync import sync_to_async
from django.core.exceptions import ObjectDoesNotExist

from eventlog.events import session_stream
from realtime import limits
from realtime.news import snapshot
from realtime.standing import standing_of
from reflections.services.breakouts import (
    NamedTable,
    bring_together,
    open_tables,
    seat_participant,
)
from reflections.services.facilitators import hand_over
from reflections.visitors import Visitor
from tests import api, cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def board(ada, bo, dag):
    return cast.collecting(ada, bo, dag)


@pytest.fixture
def stream(board):
    return session_stream(board.pk)


def _split_up(ada, board, member):
    tables = [NamedTable(uuid.uuid4(), title) for title in ("Window", "Door")]
    open_tables(ada, board.pk, tables=tables)
    part = cast.part_of(member, board)
    seat_participant(ada, board.pk, participant_id=part.pk, table_id=tables[0].id)


async def _next_but_news(socket):
    while (message := await socket.hear())["type"] == "news":
        pass
    return message


def _anew(stream):
    return {"type": "reset", "stream": stream, "reason": "rights_changed"}


async def test_whoever_hands_the_lead_over_begins_anew(open_socket, board, stream, ada, cem):
    socket = await open_socket(ada.person)
    await socket.follow(ada.person, stream)
    await asyncio.sleep(1.5 * limits.LOOK_SECONDS)

    await sync_to_async(hand_over)(ada, board.pk, member_id=cem.pk)

    async with asyncio.timeout(0.6 * limits.HEARTBEAT_SECONDS):
        assert await _next_but_news(socket) == _anew(stream)


async def test_who_is_seated_begins_anew_and_who_is_not_goes_on(
    open_socket, board, stream, ada, bo, dag
):
    seated, standing = await open_socket(bo.person), await open_socket(dag.person)
    await seated.follow(bo.person, stream)
    await standing.follow(dag.person, stream)
    await asyncio.sleep(1.5 * limits.LOOK_SECONDS)

    await sync_to_async(_split_up)(ada, board, bo)

    async with asyncio.timeout(0.6 * limits.HEARTBEAT_SECONDS):
        assert await _next_but_news(seated) == _anew(stream)
    assert (await standing.hear())["type"] == "news"


async def test_whoever_comes_back_after_it_changed_begins_anew(open_socket, board, stream, ada, bo):
    before = await sync_to_async(snapshot)(Visitor(person=bo.person), stream)
    await sync_to_async(_split_up)(ada, board, bo)
    socket = await open_socket(bo.person)
    where = {"epoch": before.epoch, "since": before.sequence}

    await socket.say("follow", stream=stream, standing=before.standing, **where)

    assert await socket.hear() == _anew(stream)
    now = await sync_to_async(snapshot)(Visitor(person=bo.person), stream)
    await socket.say("follow", stream=stream, standing=now.standing, **where)
    assert (await socket.hear())["type"] == "news"


def test_without_sockets_one_is_told_so_too(client, board, stream, ada, bo):
    browser = api.browser_of(bo)
    before = browser.get(f"/api/v1/streams/{stream}/snapshot").json()
    _split_up(ada, board, bo)
    address = f"/api/v1/streams/{stream}/changes?epoch={before['epoch']}&since={before['sequence']}"

    told = browser.get(f"{address}&standing={before['standing']}").json()
    assert told == _anew(stream)

    bring_together(ada, board.pk)
    assert browser.get(f"{address}&standing={before['standing']}").json()["type"] == "news"


def test_a_standing_is_the_same_as_long_as_one_sees_and_may_do_the_same(
    board, stream, ada, bo, dag
):
    def standing(member):
        return snapshot(Visitor(person=member.person), stream).standing

    before = {member: standing(member) for member in (ada, bo, dag)}
    cast.write(bo, board)

    assert {member: standing(member) for member in before} == before
    assert len(set(before.values())) == 3


def test_who_leaves_in_the_middle_of_a_look_is_whole_until_the_next(board, stream, cem, bo):
    visitor = Visitor(person=bo.person)
    before, as_she_was = standing_of(visitor, stream), copy(bo)

    cast.gone(cem, bo)

    with patch("realtime.standing._member_at", return_value=as_she_was):  # read just before
        assert standing_of(visitor, stream) == before
    with pytest.raises(ObjectDoesNotExist):
        standing_of(visitor, stream)
