from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from eventlog.models import Event
from kernel.clock import at, now, today
from reflections.services.changing import cancel_session
from reflections.services.leading import open_input, start_session
from reflections.services.opening import open_due_input
from reflections.services.planning import plan_draft
from tests import cast
from tests.unchanged import nothing_changed


def _due_in(member, days, make=cast.plan):
    session = make(member)
    session.refresh_from_db()
    start = now() + timedelta(days=30)
    return cast.change(
        member,
        session,
        starts_at=start,
        ends_at=start + timedelta(hours=2),
        input_opens_on=today() + timedelta(days=days),
    )


def _state(session):
    session.refresh_from_db()
    return session.state


def test_input_opens_by_itself_on_its_day_and_once(ada, kinds_since):
    session = _due_in(ada, 3)

    with nothing_changed():
        assert open_due_input() == 0
    with at(now() + timedelta(days=3)):
        assert open_due_input() == 1
        with nothing_changed():
            assert open_due_input() == 0

    assert _state(session) == "input_open"
    assert session.current_phase is not None
    assert session.current_phase.kind == "collect"
    assert session.join_code
    assert kinds_since(0)[-2:] == ["session.input_opened"] * 2
    assert set(Event.objects.order_by("-pk")[:2].values_list("actor_id", flat=True)) == {None}


@pytest.mark.parametrize(("hour", "is_due"), [(22, False), (23, True)])
def test_the_day_begins_in_the_zone_of_the_region(cem, ada, hour, is_due):
    cem.partnership.time_zone = "Europe/Amsterdam"  # an hour before UTC in winter
    cem.partnership.save()
    session = cast.plan(ada)
    session.refresh_from_db()
    start = datetime(2027, 1, 20, 19, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    cast.change(
        ada,
        session,
        starts_at=start,
        ends_at=start + timedelta(hours=1),
        input_opens_on=datetime(2027, 1, 13, tzinfo=ZoneInfo("UTC")).date(),
    )

    with at(datetime(2027, 1, 12, hour, 30, tzinfo=ZoneInfo("UTC"))):
        assert open_due_input() == is_due


def test_drafts_and_what_is_cancelled_or_under_way_or_over_stay_as_they_are(ada):
    draft = _due_in(ada, 0, cast.draft)
    cancelled, live, opened = (_due_in(ada, 0) for _n in range(3))
    cancel_session(ada, cancelled.pk, reason="Snow")
    start_session(ada, live.pk)
    open_input(ada, opened.pk)
    never_started = _due_in(ada, 0)

    with nothing_changed(), at(now() + timedelta(days=60)):
        assert open_due_input() == 0
    assert [_state(one) for one in (draft, cancelled, live, opened, never_started)] == [
        "draft",
        "cancelled",
        "live",
        "input_open",
        "planned",
    ]


def test_a_draft_opens_once_it_is_planned(ada):
    draft = _due_in(ada, 0, cast.draft)
    plan_draft(ada, draft.pk)

    assert open_due_input() == 1
    assert _state(draft) == "input_open"
