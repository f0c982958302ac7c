from dataclasses import replace
from datetime import timedelta

import pytest

from actions.queries.log import actions_of
from actions.services.minutes import (
    Answer,
    answered_proposals,
    keep_answers,
    keep_minutes,
    make_from_minutes,
)
from actions.services.sheet_imports import start_import
from actions.services.unfinished_imports import forget_unfinished
from kernel.clock import at, now
from kernel.errors import ConflictError, InvalidInputError
from tests import cast
from tests.actions.sheeting import HEADER, imported, stopped_half_way, workbook
from tests.unchanged import nothing_changed

LATE = "Nobody finished this within 90 days. What stood in it is not kept longer."


def _minutes(member, owner):
    """Keep minutes of two lines: one became an action, about the other something was typed."""
    minutes = keep_minutes(member, name="Steering group", text="Action: ask (Bo)\nAction: print\n")
    wording = replace(cast.wording_for(owner), title="Ask for a room")
    make_from_minutes(member, minutes.pk, line=1, wording=wording)
    keep_answers(member, minutes.pk, answers={2: Answer(title="Print the posters")})
    return minutes


def _after(days):
    return at(now() + timedelta(days=days))


def test_a_file_whose_import_stopped_is_forgotten_after_90_days_and_its_actions_stay(cem, bo):
    stopped = stopped_half_way(cem, bo.person.name)

    with _after(90):
        assert forget_unfinished() == 0
    with _after(91):
        assert (forget_unfinished(), forget_unfinished()) == (1, 0)

    stopped.refresh_from_db()
    assert (bytes(stopped.content), stopped.state, stopped.failure) == (b"", "failed", LATE)
    assert actions_of(cem).count() == 100
    with nothing_changed(), pytest.raises(ConflictError, match="90 days"):
        start_import(cem, stopped.pk)


def test_minutes_are_forgotten_with_what_was_typed_about_them_and_their_actions_stay(ada, bo):
    minutes = _minutes(ada, bo)

    with _after(91):
        forget_unfinished()

    minutes.refresh_from_db()
    assert (bytes(minutes.content), minutes.mapping) == (b"", {"answers": {}})
    assert answered_proposals(ada, minutes) == []
    assert [one.title for one in actions_of(ada)] == ["Ask for a room"]
    with nothing_changed(), pytest.raises(InvalidInputError):
        make_from_minutes(ada, minutes.pk, line=2, wording=cast.wording_for(bo))


def test_minutes_of_somebody_who_left_are_forgotten_too(cem, ada, bo):
    minutes = _minutes(ada, bo)
    cast.gone(cem, ada)

    with _after(91):
        assert forget_unfinished() == 1

    minutes.refresh_from_db()
    assert bytes(minutes.content) == b""


def test_what_was_finished_stays_as_it_is(cem, bo):
    imported(cem, workbook(HEADER, [1, "Folder", bo.person.name, "2030-03-01", "Loopt"]))

    with _after(400), nothing_changed():
        assert forget_unfinished() == 0
