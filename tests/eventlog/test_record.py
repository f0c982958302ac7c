import logging
import re
from uuid import uuid4

import pytest
from django.db import transaction

from eventlog.events import KINDS, partnership_stream, session_stream
from eventlog.models import Event, Stream
from eventlog.queries import (
    MOST_CHANGES,
    Entry,
    Happening,
    Position,
    happenings_since,
    heads_of,
    history_of,
    position_of,
)
from eventlog.services import record, record_for_each, remove_streams
from kernel.clock import at, now
from partnerships.events import ThemeAdded
from partnerships.models.partnership import Theme
from partnerships.services.setup import add_theme
from tests import cast
from tests.servers import free_port
from tests.unchanged import nothing_changed


def test_each_stream_counts_for_itself(cem):
    here, there = partnership_stream(uuid4()), session_stream(uuid4())
    first, second = ThemeAdded(uuid4()), ThemeAdded(None)

    record(first, by=cem, on=[here])
    record(second, by=cem, on=[here, there])

    assert happenings_since(here, 0) == [
        Happening(sequence=1, kind="theme.added", about="theme", record_id=first.id),
        Happening(sequence=2, kind="theme.added", about="theme", record_id=None),
    ]
    assert [one.sequence for one in happenings_since(there, 0)] == [1]
    assert happenings_since(here, 1) == happenings_since(here, 0)[1:]
    assert happenings_since(here, 2) == []


def test_a_stream_named_twice_is_told_once(cem):
    stream = session_stream(uuid4())

    record(ThemeAdded(uuid4()), by=cem, on=[stream, stream])

    assert position_of(stream).sequence == 1


def test_the_position_of_a_stream_is_its_epoch_and_head(cem):
    stream, silent = session_stream(uuid4()), session_stream(uuid4())
    start = position_of(stream)
    record(ThemeAdded(uuid4()), by=cem, on=[stream])

    assert position_of(stream) == Position(epoch=start.epoch, sequence=start.sequence + 1)
    assert heads_of([stream, silent]) == {stream: position_of(stream)}
    assert position_of(silent).sequence == 0


def test_who_is_far_behind_gets_one_more_than_would_be_sent(cem):
    stream = session_stream(uuid4())
    position_of(stream)
    Event.objects.bulk_create(
        Event(stream_id=stream, sequence=n, kind="theme.added", about="theme", at=now())
        for n in range(1, MOST_CHANGES + 10)
    )

    assert [one.sequence for one in happenings_since(stream, 0)] == list(range(1, MOST_CHANGES + 2))


def test_a_record_has_its_history(ada, bo):
    moment = now()
    with at(moment):
        action = cast.proposed(ada, bo)
        cast.accept_action(bo, action.pk)

    assert history_of(action.pk, stream=partnership_stream(ada.partnership_id)) == [
        Entry(kind="action.proposed", at=moment, actor_id=ada.pk),
        Entry(kind="action.accepted", at=moment, actor_id=bo.pk),
    ]


def test_streams_are_removed_with_all_that_happened_on_them(cem):
    gone, stays = session_stream(uuid4()), session_stream(uuid4())
    for stream in (gone, stays):
        record(ThemeAdded(uuid4()), by=cem, on=[stream])

    remove_streams([gone])

    assert [stream.name for stream in Stream.objects.filter(name__in=[gone, stays])] == [stays]
    assert happenings_since(gone, 0) == []


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded(cem):
    with nothing_changed(), pytest.raises(RuntimeError, match="belongs inside the transaction"):
        record(ThemeAdded(uuid4()), by=cem, on=[partnership_stream(cem.partnership_id)])


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_did_not_happen(cem):
    with nothing_changed(), transaction.atomic():
        record(ThemeAdded(uuid4()), by=cem, on=[partnership_stream(cem.partnership_id)])
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_a_doorbell_that_cannot_be_rung_does_not_break_the_write(cem, settings, caplog):
    nobody_there = {"address": f"redis://127.0.0.1:{free_port()}/0", "socket_connect_timeout": 1}
    settings.CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.core.RedisChannelLayer",
            "CONFIG": {"hosts": [nobody_there]},
        }
    }

    with caplog.at_level(logging.WARNING, "eventlog.doorbell"):
        theme = add_theme(cem, title="Falls")

    assert Theme.objects.get() == theme
    assert [one.kind for one in happenings_since(partnership_stream(cem.partnership_id), 4)] == [
        "theme.added"
    ]
    assert "was not heard" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_without_a_channel_layer_writes_go_on(cem, settings):
    settings.CHANNEL_LAYERS = {}

    assert add_theme(cem, title="Falls") == Theme.objects.get()


def test_every_kind_of_event_has_a_name_that_fits_its_column():
    room_for_kind, room_for_about = Event.kind.field.max_length, Event.about.field.max_length

    assert {kind: event.kind for kind, event in KINDS.items()} == dict(
        zip(KINDS, KINDS, strict=True)
    )
    assert [kind for kind in KINDS if not re.fullmatch(r"[a-z_]+\.[a-z_]+", kind)] == []
    assert all(len(kind) <= room_for_kind for kind in KINDS)
    assert all(0 < len(event.about) <= room_for_about for event in KINDS.values())


def test_one_event_on_many_streams_is_the_next_on_each_in_as_many_queries_as_on_few(
    cem, django_assert_num_queries
):
    known, new = partnership_stream(uuid4()), partnership_stream(uuid4())
    record(ThemeAdded(None), by=cem, on=[known])

    for streams in ([known], [known, new, *(partnership_stream(uuid4()) for _n in range(20))]):
        with django_assert_num_queries(4):
            record_for_each(ThemeAdded(None), by=cem, on=[*streams, known])

    assert [position_of(stream).sequence for stream in (known, new)] == [3, 1]
    assert [one.sequence for one in happenings_since(known, 0)] == [1, 2, 3]
