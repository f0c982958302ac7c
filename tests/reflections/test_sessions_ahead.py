from datetime import timedelta

from actions.services.closing import close_session
from kernel.clock import now
from reflections.models.session import ReflectionSession
from reflections.queries.sessions import sessions_ahead
from tests import cast


def test_open_sessions_come_first_and_finished_ones_not_at_all(ada, bo):
    coming = cast.plan(ada, "Coming")
    going = cast.collecting(ada, bo, title="Going on")
    close_session(ada, cast.collecting(ada, title="Finished").pk)
    forgotten = cast.plan(ada, "Never started")
    ReflectionSession.objects.filter(pk=forgotten.pk).update(starts_at=now() - timedelta(days=2))

    ahead = sessions_ahead([bo])

    assert [(one.session.id, one.has_joined) for one in ahead] == [
        (going.pk, True),
        (coming.pk, False),
    ]


def test_sessions_of_other_partnerships_are_not_ahead(bo, mira):
    cast.plan(mira)

    assert sessions_ahead([bo]) == []
