from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kernel.clock import now, today
from kernel.errors import (
    ConflictError,
    InvalidInputError,
    NotAllowedError,
    StaleVersionError,
    WrongPhaseError,
)
from partnerships.services.setup import add_theme
from reflections.models.session import ReflectionSession
from reflections.queries.sessions import session_behind, sessions_ahead, sessions_of
from reflections.services.changing import cancel_session, change_session
from reflections.services.details import SessionDetails, details_of
from reflections.services.joining import join_session
from reflections.services.leading import open_input, start_session
from reflections.services.planning import plan_draft
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def session(ada):
    return cast.plan(ada)


def _details(session, **others):
    return SessionDetails(**{**details_of(session), **others})


def test_everything_about_a_plan_can_change(ada, cem, session, kinds_since):
    theme = add_theme(cem, title="Falls")
    start = now() + timedelta(days=20)
    said = SessionDetails(
        title="Safe at home",
        goal="Fewer falls",
        starts_at=start,
        ends_at=start + timedelta(hours=2),
        scope="region_wide",
        mode="hybrid",
        place="Library,  Main street",
        meeting_link="https://meet.example.org/falls",
        theme_ids=(theme.pk,),
        facilitator_id=cem.pk,
        input_opens_on=today() + timedelta(days=13),
    )

    change_session(ada, session.pk, details=said, version=1)

    session.refresh_from_db()
    assert details_of(session) == {
        **vars(replace(said, place="Library, Main street")),
    }
    assert (session.version, session.state) == (2, "planned")
    assert kinds_since(0)[-2:] == ["session.changed"] * 2


def test_the_same_said_again_changes_nothing_whatever_its_version(ada, session):
    cast.change(ada, session, title="Safe at home")
    session.refresh_from_db()

    with nothing_changed():
        change_session(ada, session.pk, details=_details(session), version=1)


def test_without_a_leader_it_stays_who_leads_it_and_without_an_end_it_lasts_its_phases(
    cem, ada, session
):
    session.refresh_from_db()

    change_session(
        cem,
        session.pk,
        details=_details(session, facilitator_id=None, ends_at=None, title="Falls"),
        version=1,
    )

    session.refresh_from_db()
    assert (session.facilitator, session.ends_at - session.starts_at) == (
        ada,
        timedelta(minutes=sum(phase.minutes for phase in session.phases.all())),
    )


def test_who_changes_what_somebody_else_changed_gets_both_texts_and_loses_none(ada, cem, session):
    session.refresh_from_db()
    cast.change(cem, session, goal="Fewer falls", place="Library")

    with nothing_changed(), pytest.raises(StaleVersionError) as refused:
        cast.change(ada, session, goal="No falls at all")

    assert refused.value.details == {
        "current": {"goal": "Fewer falls", "place": "Library", "version": 2},
        "yours": {"goal": "No falls at all", "place": "", "version": 1},
    }


@pytest.mark.parametrize("who", ["bo", "dag", "otto"])
def test_nobody_changes_or_cancels_a_session_that_she_does_not_run(westmeer, session, who):
    with nothing_changed():
        with pytest.raises(NotAllowedError):
            cast.change(westmeer[who], session, title="Mine")
        with pytest.raises(NotAllowedError):
            cancel_session(westmeer[who], session.pk, reason="Snow")


def test_a_session_of_another_partnership_is_not_there(mira, session):
    with nothing_changed():
        with pytest.raises(ReflectionSession.DoesNotExist):
            cast.change(mira, session, title="Mine")
        with pytest.raises(ReflectionSession.DoesNotExist):
            cancel_session(mira, session.pk, reason="Snow")


def test_the_plan_of_a_session_that_is_live_stays(ada):
    session = cast.collecting(ada)

    with nothing_changed():
        with pytest.raises(ConflictError, match="stays as it is"):
            cast.change(ada, session, title="Too late")
        with pytest.raises(ConflictError):
            cancel_session(ada, session.pk, reason="Too late")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"ends_at": now() - timedelta(days=1)}, "ends_at"),
        ({"ends_at": now() + timedelta(days=3)}, "ends_at"),
        ({"ends_at": now() + timedelta(days=30 * 365), "mode": "spread"}, "ends_at"),
        ({"place": "x" * 201}, "place"),
        ({"meeting_link": "the usual room"}, "meeting_link"),
        ({"meeting_link": "javascript:alert(1)"}, "meeting_link"),
        ({"input_opens_on": today() + timedelta(days=2)}, "input_opens_on"),
    ],
)
def test_what_cannot_be_is_named(ada, session, said, field):
    session.refresh_from_db()

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        cast.change(ada, session, **said)

    assert refused.value.field == field


def test_a_session_spread_over_days_may_last_weeks(ada, session):
    session.refresh_from_db()

    cast.change(ada, session, mode="spread", ends_at=session.starts_at + timedelta(weeks=3))

    session.refresh_from_db()
    assert session.ends_at - session.starts_at == timedelta(weeks=3)


def test_input_may_open_on_the_day_of_the_session_in_the_zone_of_the_region(ada, session):
    late = now().replace(hour=23, minute=30) + timedelta(days=3)  # in Amsterdam: the day after
    session.refresh_from_db()

    cast.change(
        ada,
        session,
        starts_at=late,
        ends_at=late + timedelta(hours=1),
        input_opens_on=late.date() + timedelta(days=1),
    )

    session.refresh_from_db()
    assert session.input_opens_on == late.date() + timedelta(days=1)


def test_cancelling_says_why_and_twice_is_once(ada, session, kinds_since):
    open_input(ada, session.pk)

    cancel_session(ada, session.pk, reason=" The hall  is flooded ")
    with nothing_changed():
        cancel_session(ada, session.pk, reason="Something else")

    session.refresh_from_db()
    assert (session.state, session.cancel_reason) == ("cancelled", "The hall  is flooded")
    assert (session.cancelled_at is not None, session.version) == (True, 2)
    assert kinds_since(0)[-2:] == ["session.cancelled"] * 2


def test_cancelling_needs_a_reason(ada, session):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        cancel_session(ada, session.pk, reason=" ")

    assert refused.value.field == "reason"


def test_a_cancelled_session_stays_to_be_seen_but_is_not_ahead_and_not_open(ada, bo, session):
    cancel_session(ada, session.pk, reason="Snow")

    assert session in sessions_of(bo)
    assert sessions_ahead([bo]) == []
    with nothing_changed():
        with pytest.raises(WrongPhaseError, match="was cancelled"):
            join_session(bo, session.pk)
        for step in (open_input, start_session, plan_draft):
            with pytest.raises(ConflictError):
                step(ada, session.pk)


def test_a_draft_is_there_for_those_who_plan_and_for_nobody_else(westmeer, ada):
    draft = cast.draft(ada)
    knows = {name: draft in sessions_of(member) for name, member in westmeer.items()}

    assert knows == {"cem": True, "ada": True, "bo": False, "dag": False, "otto": False}
    assert sessions_ahead([ada]) == []
    with nothing_changed():
        assert session_behind(draft.join_key) is None
        with pytest.raises(ReflectionSession.DoesNotExist):
            join_session(westmeer["bo"], draft.pk)
        with pytest.raises(WrongPhaseError):
            join_session(ada, draft.pk)


def test_a_draft_that_is_cancelled_stays_unknown_to_others(ada, bo):
    draft = cast.draft(ada)

    cancel_session(ada, draft.pk, reason="Another time")

    assert (draft in sessions_of(ada), draft in sessions_of(bo)) == (True, False)


def test_planning_a_draft_shows_it_and_twice_is_once(ada, bo, kinds_since):
    draft = cast.draft(ada)

    plan_draft(ada, draft.pk)
    with nothing_changed():
        plan_draft(ada, draft.pk)

    assert draft in sessions_of(bo)
    assert [one.session.id for one in sessions_ahead([bo])] == [draft.pk]
    assert kinds_since(0)[-3:] == ["session.planned"] * 2 + ["preparation.invited"]


def test_a_draft_is_planned_by_those_who_run_it_alone(westmeer, ada, mira):
    draft = cast.draft(westmeer["cem"])

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            plan_draft(ada, draft.pk)
        for member in (westmeer["otto"], mira):
            with pytest.raises(ReflectionSession.DoesNotExist):
                plan_draft(member, draft.pk)


def test_an_unknown_session_is_not_there(ada):
    with pytest.raises(ReflectionSession.DoesNotExist):
        cancel_session(ada, uuid4(), reason="Snow")
