from uuid import uuid4

import pytest

from eventlog.models import Event
from kernel.clock import today
from kernel.errors import ConflictError, StaleVersionError
from letters.models import Letter
from reflections.models.invitation import AttendanceNeeds, Invitation
from reflections.models.series import SessionSeries
from reflections.models.session import ReflectionSession
from reflections.services.answering import Reply, answer_invitation
from reflections.services.changing import cancel_session, change_session
from reflections.services.details import SessionDetails, details_of
from reflections.services.inviting import invite_members
from reflections.services.leading import open_input
from reflections.services.opening import open_due_input
from reflections.services.planning import plan_draft
from reflections.services.series import plan_next, start_series
from tests import cast, preparing
from tests.together import at_once, during

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _jobs_wait(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def _count(kind):
    return Event.objects.filter(kind=kind).count()


def _planned(member, **others):
    session = cast.plan(member)
    session.refresh_from_db()
    return cast.change(member, session, **others) if others else session


def test_two_ticks_and_a_hand_open_input_once(ada):
    session = _planned(ada, input_opens_on=today())

    opened = at_once(open_due_input, open_due_input, lambda: open_input(ada, session.pk))

    assert not [one for one in opened if isinstance(one, Exception)]
    assert _count("session.input_opened") == 2  # on both streams


def test_a_tick_that_meets_a_cancellation_leaves_it_cancelled(ada):
    session = _planned(ada, input_opens_on=today())

    opened = during(lambda: cancel_session(ada, session.pk, reason="Snow"), open_due_input)

    session.refresh_from_db()
    assert (opened, session.state) == (0, "cancelled")


def test_the_same_people_invited_twice_at_once_get_one_letter(ada, cem, bo, otto):
    session = cast.plan(ada)
    ids = [bo.pk, otto.pk]

    at_once(
        lambda: invite_members(ada, session.pk, member_ids=ids),
        lambda: invite_members(cem, session.pk, member_ids=ids),
    )

    assert (Invitation.objects.count(), Letter.objects.count()) == (2, 2)
    assert _count("preparation.invited") == 1


def test_who_is_put_on_the_list_while_it_is_planned_gets_her_letter(ada, bo):
    draft = cast.draft(ada)

    at_once(
        lambda: plan_draft(ada, draft.pk),
        lambda: invite_members(ada, draft.pk, member_ids=[bo.pk]),
    )

    assert [letter.person_id for letter in Letter.objects.all()] == [bo.person_id]


def test_two_answers_of_one_person_at_once_keep_the_needs_of_one(ada, bo):
    session = cast.plan(ada)
    preparing.invited(ada, session, bo)

    def answer(need):
        reply = Reply(answer="yes", access_needs=need)
        return answer_invitation(bo, session.pk, reply=reply)

    at_once(lambda: answer("Large print"), lambda: answer("A quiet place"))

    assert AttendanceNeeds.objects.count() == 1


def test_of_two_who_change_the_plan_at_once_one_is_told_of_the_other(ada, cem):
    session = _planned(ada)

    def change(member, title):
        details = SessionDetails(**{**details_of(session), "title": title})
        return change_session(member, session.pk, details=details, version=session.version)

    outcome = at_once(lambda: change(ada, "Hers"), lambda: change(cem, "His"))

    refused = [one for one in outcome if isinstance(one, StaleVersionError)]
    assert len(refused) == 1
    session.refresh_from_db()
    assert {session.title, refused[0].details["yours"]["title"]} == {"Hers", "His"}


def test_a_title_of_a_series_is_taken_once(ada):
    sessions = [cast.plan(ada), cast.plan(ada)]

    def start(session):
        return start_series(
            ada, session.pk, series_id=uuid4(), title="Learning evening", rhythm="month"
        )

    outcome = at_once(lambda: start(sessions[0]), lambda: start(sessions[1]))

    assert [type(one) for one in outcome if isinstance(one, Exception)] == [ConflictError]
    assert SessionSeries.objects.count() == 1


def test_the_next_session_asked_for_twice_at_once_is_one(ada):
    series, session_id = preparing.series(ada, cast.plan(ada)), uuid4()

    def again():
        return plan_next(ada, series_id=series.pk, session_id=session_id)

    first, second = at_once(again, again)

    assert first == second
    assert ReflectionSession.objects.filter(series=series).count() == 2
