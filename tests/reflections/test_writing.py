from datetime import timedelta
from uuid import uuid4

import pytest

from kernel.clock import at, now
from kernel.errors import InvalidInputError, NotAllowedError
from reflections.models.session import ReflectionSession
from reflections.models.writing import Writing
from reflections.queries.writing import writing_in
from reflections.records.writing import WritingRecord
from reflections.services.writing import MOST_NOTES, REMEMBERED, say_writing, stop_writing
from tests.unchanged import nothing_changed


def _say(member, session, *ids, doing="action"):
    say_writing(member, session.pk, doing=doing, about_ids=ids or [uuid4()])


def _names(session):
    return [one.name for one in writing_in([session.pk]).get(session.pk, [])]


def test_others_see_who_is_at_which_form_and_the_log_hears_nothing(ada, session, kinds_since):
    start = len(kinds_since(0))
    notes = sorted([uuid4(), uuid4()])

    _say(ada, session, *notes, doing="insight")

    assert writing_in([session.pk, uuid4()]) == {
        session.pk: [WritingRecord(ada.pk, "Ada Visser", "insight", notes)]
    }
    assert kinds_since(0)[start:] == []


def test_it_is_forgotten_without_a_sign_of_life(ada, session):
    _say(ada, session)

    with at(now() + REMEMBERED - timedelta(seconds=1)):
        assert _names(session) == ["Ada Visser"]
        _say(ada, session)
    with at(now() + 1.5 * REMEMBERED):
        assert _names(session) == ["Ada Visser"]
    with at(now() + 3 * REMEMBERED):
        assert _names(session) == []


def test_one_is_at_one_form_at_a_time(ada, cem, session):
    insight = uuid4()
    _say(ada, session)
    _say(cem, session)

    _say(ada, session, insight)

    found = {one.name: one.about_ids for one in writing_in([session.pk])[session.pk]}
    assert (set(found), found["Ada Visser"]) == ({"Ada Visser", "Cem Aydin"}, [insight])


def test_who_closes_the_form_is_gone_at_once(ada, cem, session):
    _say(ada, session)
    _say(cem, session)

    stop_writing(ada, session.pk)

    assert _names(session) == ["Cem Aydin"]
    with nothing_changed():
        stop_writing(ada, session.pk)


def test_what_was_forgotten_is_removed_by_the_next_who_writes(ada, cem, session):
    _say(ada, session)

    with at(now() + 2 * REMEMBERED):
        _say(cem, session)

    assert [one.member for one in Writing.objects.all()] == [cem]


def test_only_who_runs_the_session_says_so(bo, mira, session):
    with nothing_changed():
        with pytest.raises(NotAllowedError):
            _say(bo, session)
        with pytest.raises(ReflectionSession.DoesNotExist):
            _say(mira, session)
        with pytest.raises(ReflectionSession.DoesNotExist):
            stop_writing(mira, session.pk)


@pytest.mark.parametrize(
    ("doing", "ids", "field"),
    [
        ("sleeping", [uuid4()], "doing"),
        ("action", [], "about_ids"),
        ("action", [uuid4() for _ in range(MOST_NOTES + 1)], "about_ids"),
    ],
)
def test_a_form_is_about_something(ada, session, doing, ids, field):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        say_writing(ada, session.pk, doing=doing, about_ids=ids)

    assert refused.value.field == field
