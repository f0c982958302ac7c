from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import translation

from eventlog.events import session_stream
from eventlog.models import Stream
from kernel.clock import at, now
from partnerships.models.membership import Level
from reflections.services.joining import join_session
from tests import cast
from tests.played_again import played_again
from tests.unchanged import everything, undone

made = []


@played_again
def met(leader, *others, title):
    made.append((leader, *others))
    return cast.collecting(leader, *others, title=title)


@pytest.fixture
def title():
    """A scene of this test alone."""
    made.clear()
    return f"About {uuid4()}"


def test_a_scene_is_made_once_and_leaves_the_same_rows(ada, bo, title):
    with undone():
        first, rows = met(ada, bo, title=title), _rows()

    second = met(ada, bo, title=title)

    assert made == [(ada, bo)]
    assert second == first
    assert _rows() == rows


def test_so_is_what_comes_after_it(ada, bo, title):
    for _ in range(2):
        with undone():
            met(ada, title=title)
            met(ada, bo, title=title)

    assert made == [(ada,), (ada, bo)]


def test_with_others_or_after_something_else_it_is_made_anew(ada, bo, title):
    with undone():
        met(ada, title=title)
    with undone():
        met(ada, bo, title=title)
    with undone():
        join_session(bo, cast.collecting(ada).pk)
        met(ada, title=title)

    assert made == [(ada,), (ada, bo), (ada,)]


def test_with_people_who_changed_it_is_made_anew(ada, title):
    with undone():
        met(ada, title=title)
    ada.mandate_level = Level.MACRO

    with undone():
        met(ada, title=title)

    assert len(made) == 2


def test_nobody_gets_the_object_that_another_had(ada, title):
    with undone():
        met(ada, title=title).title = "Changed by a test"

    assert met(ada, title=title).title == title


def test_under_other_settings_it_is_made_under_those(ada, title, settings):
    with undone():
        met(ada, title=title)
    settings.NOTES_PER_MINUTE = 1

    met(ada, title=title)

    assert len(made) == 2


def test_at_another_time_it_is_made_then(ada, title):
    with undone():
        met(ada, title=title)

    with at(now()):
        met(ada, title=title)

    assert len(made) == 2


def test_in_another_language_it_is_made_in_that(ada, title):
    with undone():
        met(ada, title=title)

    with translation.override("sv"):
        met(ada, title=title)

    assert len(made) == 2


def test_the_people_in_it_stay_as_they_were(ada, title):
    before = vars(ada).copy()

    met(ada, title=title)

    assert vars(ada) == before


def test_a_scene_that_changes_people_is_refused(ada):
    @played_again
    def spoiled(member):
        member.mandate_level = Level.MACRO

    with pytest.raises(AssertionError, match="spoiled changes what it is given"):
        spoiled(ada)


def test_what_cannot_be_told_from_others_is_refused(ada):
    with pytest.raises(AssertionError, match="cannot tell"):
        met(ada, title=object())


def test_after_one_that_failed_nothing_is_known(ada, title):
    @played_again
    def broken_off(leader):
        cast.collecting(leader)
        raise LookupError

    for _ in range(2):
        with undone():
            with pytest.raises(LookupError):
                broken_off(ada)
            met(ada, title=title)

    assert len(made) == 2


def test_what_waits_for_the_commit_waits_again(ada, title, django_capture_on_commit_callbacks):
    with undone(), django_capture_on_commit_callbacks() as first:
        met(ada, title=title)
    with undone(), django_capture_on_commit_callbacks() as second:
        met(ada, title=title)

    assert len(second) == len(first) > 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_what_rings_when_it_is_committed_rings_each_time(time, westmeer):
    with patch("eventlog.services.ring") as ring:
        session = met(westmeer["ada"], title="Committed")

    rung = dict(call.args for call in ring.call_args_list)
    assert session_stream(session.pk) in rung
    assert rung == dict(Stream.objects.values_list("name", "head"))


def test_where_a_test_changes_what_services_do_it_is_made_by_them(ada, title, monkeypatch):
    with undone():
        met(ada, title=title)
    monkeypatch.setattr("eventlog.services.ring", print)

    met(ada, title=title)

    assert len(made) == 2


def test_a_row_that_is_not_there_any_more_is_noticed(ada, title):
    with undone():
        met(ada, title=title)

    with undone():
        connection.connection.execute("DELETE FROM eventlog_stream")  # past what watches
        with pytest.raises(AssertionError, match="now touches 0"):
            met(ada, title=title)


def _rows():
    """All that is there, but for the numbers that the database gives to rows."""
    return {
        table: sorted(
            repr({**row, "id": None if isinstance(row.get("id"), int) else row.get("id")})
            for row in rows
        )
        for table, rows in everything().items()
    }
