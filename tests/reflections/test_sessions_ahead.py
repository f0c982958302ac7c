from datetime import timedelta

from actions.services.closing import close_session
from kernel.clock import now
from reflections.models.session import ReflectionSession
from reflections.queries.sessions import sessions_ahead
from reflections.services.changing import cancel_session
from reflections.services.leading import start_session
from tests import cast, preparing


def test_open_sessions_come_first_and_finished_ones_not_at_all(ada, bo):
    coming = cast.plan(ada, "Coming")
    going = cast.collecting(ada, bo, title="Going on")
    close_session(ada, cast.collecting(ada, title="Finished").pk)
    forgotten = cast.plan(ada, "Never started")
    days_ago = now() - timedelta(days=2)
    ReflectionSession.objects.filter(pk=forgotten.pk).update(
        starts_at=days_ago, ends_at=days_ago + timedelta(hours=1)
    )
    cast.draft(ada, "Only a draft")
    cancel_session(ada, cast.plan(ada, "Cancelled").pk, reason="Snow")

    ahead = sessions_ahead([bo])

    assert [(one.session.id, one.has_joined) for one in ahead] == [
        (going.pk, True),
        (coming.pk, False),
    ]


def test_sessions_of_other_partnerships_are_not_ahead(bo, mira):
    cast.plan(mira)

    assert sessions_ahead([bo]) == []


def test_it_says_where_somebody_is_asked_and_gave_no_answer(ada, bo, otto):
    asked, answered, live = cast.plan(ada, "Asked"), cast.plan(ada, "Answered"), cast.plan(ada)
    for session in (asked, answered, live):
        preparing.invited(ada, session, bo)
    preparing.answered(bo, answered, "no")
    start_session(ada, live.pk)

    assert [one.session.id for one in sessions_ahead([bo]) if one.is_asked] == [asked.pk]
    assert not any(one.is_asked for one in sessions_ahead([otto]))


def test_a_round_that_is_spread_over_days_is_ahead_until_its_last_day(ada, bo):
    start = now() - timedelta(days=9)
    round_of_weeks = cast.plan(ada)
    ReflectionSession.objects.filter(pk=round_of_weeks.pk).update(
        starts_at=start, ends_at=start + timedelta(days=20)
    )

    assert [one.session.id for one in sessions_ahead([bo])] == [round_of_weeks.pk]
