import json
from dataclasses import asdict
from datetime import timedelta

import msgspec
import pytest

from actions.services.closing import close_session
from eventlog.models import Event
from kernel.clock import at, now
from kernel.errors import InvalidInputError, NotAllowedError, WrongPhaseError
from reflections.models.invitation import AttendanceNeeds, Invitation
from reflections.models.session import ReflectionSession
from reflections.queries.preparation import invitations_of, needs_of, own_needs
from reflections.records.preparation import invitation_record
from reflections.services.changing import cancel_session
from reflections.services.leading import open_input, start_session
from reflections.services.needs import forget_needs
from tests import api, cast, preparing
from tests.unchanged import nothing_changed

NEED = "Room for a wheelchair"


@pytest.fixture
def session(ada, bo):
    session = cast.plan(ada)
    preparing.invited(ada, session, bo)
    return session


def _needs():
    return [(one.access, one.language) for one in AttendanceNeeds.objects.all()]


def test_who_is_invited_says_whether_she_comes_and_what_she_needs(bo, session, kinds_since):
    invitation = preparing.answered(
        bo, session, access_needs=f" {NEED} ", language_needs="Sign language"
    )

    invitation.refresh_from_db()
    assert (invitation.answer, invitation.attendance) == ("yes", "")
    assert invitation.answered_at is not None
    assert _needs() == [(NEED, "Sign language")]
    assert kinds_since(0)[-1] == "preparation.answered"


def test_the_same_answer_again_changes_nothing(bo, session):
    preparing.answered(bo, session, access_needs=NEED)

    with nothing_changed():
        preparing.answered(bo, session, access_needs=NEED)


def test_an_answer_can_change_until_the_session_starts(ada, bo, session):
    preparing.answered(bo, session, "perhaps", access_needs=NEED)
    open_input(ada, session.pk)

    preparing.answered(bo, session, "yes", access_needs="Large print")
    assert _needs() == [("Large print", "")]
    preparing.answered(bo, session, "yes")
    assert _needs() == []

    start_session(ada, session.pk)
    with nothing_changed(), pytest.raises(WrongPhaseError, match="no longer needed"):
        preparing.answered(bo, session, "no")


def test_who_does_not_come_needs_nothing(bo, session):
    preparing.answered(bo, session, access_needs=NEED)

    preparing.answered(bo, session, "no", access_needs=NEED)

    assert _needs() == []


def test_where_there_are_two_ways_one_chooses(ada, bo, session):
    session.refresh_from_db()
    cast.change(ada, session, mode="hybrid")

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        preparing.answered(bo, session, "yes")
    assert refused.value.field == "attendance"

    assert preparing.answered(bo, session, "yes", attendance="online").attendance == "online"
    assert preparing.answered(bo, session, "no", attendance="online").attendance == ""


def test_when_there_is_one_way_left_nobody_has_chosen_another(ada, bo, session):
    session.refresh_from_db()
    session = cast.change(ada, session, mode="hybrid")
    invitation = preparing.answered(bo, session, "yes", attendance="online")

    cast.change(ada, session, mode="on_site")

    invitation.refresh_from_db()
    assert (invitation.answer, invitation.attendance) == ("yes", "")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"answer": "maybe"}, "answer"),
        ({"answer": ""}, "answer"),
        ({"access_needs": "x" * 501}, "access_needs"),
        ({"language_needs": "x" * 301}, "language_needs"),
    ],
)
def test_what_cannot_be_answered_is_named(bo, session, said, field):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        preparing.answered(bo, session, **{"answer": "yes", **said})

    assert refused.value.field == field


def test_nobody_answers_who_is_not_invited_nor_for_somebody_else(ada, otto, mira, session):
    with nothing_changed():
        for member in (ada, otto):
            with pytest.raises(NotAllowedError, match="not invited"):
                preparing.answered(member, session)
        with pytest.raises(ReflectionSession.DoesNotExist):
            preparing.answered(mira, session)


def test_a_draft_and_a_cancelled_session_are_not_answered(ada, cem, session):
    draft = cast.draft(ada)
    preparing.invited(ada, draft, cem)
    preparing.invited(ada, session, cem)
    cancel_session(ada, session.pk, reason="Snow")

    with nothing_changed():
        for one in (draft, session):
            with pytest.raises(WrongPhaseError):
                preparing.answered(cem, one)


def test_needs_are_read_by_herself_and_by_those_who_run_it_alone(westmeer, ada, cem, bo, session):
    preparing.answered(bo, session, access_needs=NEED)

    for runs in (ada, cem):
        assert [one.access for one in needs_of(runs, session)] == [NEED]
    mine = own_needs(bo, session)
    assert mine is not None
    assert mine.access == NEED
    for name in ("bo", "dag", "otto"):
        with pytest.raises(NotAllowedError):
            needs_of(westmeer[name], session)
    assert own_needs(westmeer["otto"], session) is None


def test_needs_are_in_no_record_no_event_and_no_answer_of_the_api(westmeer, ada, bo, session):
    preparing.answered(bo, session, access_needs=NEED, language_needs=NEED)

    shown = [asdict(invitation_record(one)) for one in invitations_of(ada, session)]
    events = list(Event.objects.values())
    stream = f"partnership:{ada.partnership_id}"
    answers = [
        api.browser_of(member).get(f"/api/v1/streams/{stream}/snapshot").content
        for member in westmeer.values()
    ]
    answers.append(
        api.send(
            api.browser_of(bo),
            "PUT",
            api.place("api_answer", bo, session_id=session.pk),
            {"answer": "yes", "access_needs": NEED, "language_needs": NEED},
        ).content
    )

    everything = msgspec.json.encode([shown, json.loads(json.dumps(events, default=str))])
    assert NEED.encode() not in everything + b"".join(answers)
    assert b"yes" in answers[-1]


@pytest.mark.parametrize("end", ["closed", "cancelled", "never started"])
def test_needs_are_forgotten_so_many_days_after_the_session(cem, ada, bo, session, end):
    preparing.answered(bo, session, access_needs=NEED)
    if end == "closed":
        start_session(ada, session.pk)
        close_session(ada, session.pk)
    elif end == "cancelled":
        cancel_session(ada, session.pk, reason="Snow")
    session.refresh_from_db()
    over = session.closed_at or session.cancelled_at or session.ends_at

    with at(over + timedelta(days=7) - timedelta(minutes=1)):
        assert forget_needs() == 0
    assert len(_needs()) == 1
    with at(over + timedelta(days=7)):
        assert (forget_needs(), forget_needs()) == (1, 0)
    assert (_needs(), Invitation.objects.count()) == ([], 1)


def test_each_partnership_keeps_needs_as_long_as_it_decided(cem, ada, bo, session):
    preparing.answered(bo, session, access_needs=NEED)
    cem.partnership.needs_days = 30
    cem.partnership.save()

    with at(now() + timedelta(days=29)):
        assert forget_needs() == 0
    with at(now() + timedelta(days=31)):
        assert forget_needs() == 1
