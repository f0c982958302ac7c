from uuid import uuid4

import pytest

from actions.services.commitment import decline_action, offer_action
from kernel.errors import InvalidInputError, NotAllowedError
from partnerships.permissions import Role
from partnerships.services.membership import add_member
from reflections.models.session import ReflectionSession
from reflections.queries.sessions import session_record_of
from reflections.records.session import CoFacilitatorRecord
from reflections.services.facilitators import add_facilitator, hand_over, remove_facilitator
from reflections.services.timing import start_timer
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def eli(cem):
    return add_member(cem, email="eli@example.org", name="Eli Winter", roles=[Role.FACILITATOR])


def _runs(member, session):
    try:
        start_timer(member, session.pk, timer_id=uuid4(), minutes=1)
    except NotAllowedError:
        return False
    return True


def _shown(session):
    return session_record_of(session.pk)[str(session.pk)]


def test_a_second_facilitator_runs_the_session_as_well(ada, eli, session, kinds_since):
    assert not _runs(eli, session)

    add_facilitator(ada, session.pk, member_id=eli.pk)

    assert kinds_since(0)[-2:] == ["session.facilitators_changed"] * 2
    assert _runs(eli, session)
    assert _runs(ada, session)
    assert _shown(session).co_facilitators == [
        CoFacilitatorRecord(member_id=eli.pk, name="Eli Winter")
    ]
    with nothing_changed():
        add_facilitator(ada, session.pk, member_id=eli.pk)


def test_what_runs_with_a_session_also_counts_as_hers(ada, bo, otto, eli, session):
    action = cast.proposed(ada, bo, session)
    decline_action(bo, action.pk, reason="No time")
    add_facilitator(ada, session.pk, member_id=eli.pk)

    assert offer_action(eli, action.pk, owner_id=otto.pk).owner == otto


def test_the_facilitator_herself_is_not_added(ada, cem, session):
    with nothing_changed():
        add_facilitator(ada, session.pk, member_id=ada.pk)
        add_facilitator(cem, session.pk, member_id=ada.pk)


def test_the_lead_is_handed_over_and_whoever_had_it_stays(ada, eli, session):
    hand_over(ada, session.pk, member_id=eli.pk)

    shown = _shown(session)
    assert (shown.facilitator_id, shown.facilitator_name) == (eli.pk, "Eli Winter")
    assert [one.member_id for one in shown.co_facilitators] == [ada.pk]
    assert _runs(ada, session)
    assert _runs(eli, session)


def test_handing_over_to_a_second_facilitator_names_her_once(ada, eli, session):
    add_facilitator(ada, session.pk, member_id=eli.pk)

    hand_over(ada, session.pk, member_id=eli.pk)

    assert [one.member_id for one in _shown(session).co_facilitators] == [ada.pk]
    with nothing_changed():
        hand_over(ada, session.pk, member_id=eli.pk)
        with pytest.raises(NotAllowedError):
            hand_over(ada, session.pk, member_id=ada.pk)


def test_handing_over_to_who_leads_already_changes_nothing(cem, ada, session):
    with nothing_changed():
        hand_over(cem, session.pk, member_id=ada.pk)


def test_nobody_takes_the_role_herself(ada, cem, eli, bo, session):
    add_facilitator(ada, session.pk, member_id=eli.pk)

    with nothing_changed():
        for member in (cem, eli, bo):
            for take in (add_facilitator, hand_over):
                with pytest.raises(NotAllowedError):
                    take(member, session.pk, member_id=member.pk)


def test_a_second_facilitator_appoints_nobody(ada, cem, eli, session):
    add_facilitator(ada, session.pk, member_id=eli.pk)

    with nothing_changed():
        for appoint in (add_facilitator, hand_over, remove_facilitator):
            with pytest.raises(NotAllowedError):
                appoint(eli, session.pk, member_id=cem.pk)


def test_a_second_facilitator_steps_back_or_is_let_off_once(ada, eli, session):
    for by in (eli, ada):
        add_facilitator(ada, session.pk, member_id=eli.pk)
        remove_facilitator(by, session.pk, member_id=eli.pk)

        assert not _runs(eli, session)
        with nothing_changed():
            remove_facilitator(by, session.pk, member_id=eli.pk)


def test_only_trained_people_run_sessions(ada, bo, mira, session):
    for wrong in (bo.pk, mira.pk, uuid4()):
        for appoint in (add_facilitator, hand_over):
            with nothing_changed(), pytest.raises(InvalidInputError) as refused:
                appoint(ada, session.pk, member_id=wrong)
            assert refused.value.field == "member_id"


def test_a_former_member_runs_nothing(ada, cem, eli, session):
    add_facilitator(ada, session.pk, member_id=eli.pk)

    assert not _runs(cast.gone(cem, eli), session)


def test_for_others_there_is_no_such_session(mira, eli, session):
    with nothing_changed():
        for appoint in (add_facilitator, hand_over, remove_facilitator):
            with pytest.raises(ReflectionSession.DoesNotExist):
                appoint(mira, session.pk, member_id=eli.pk)
