from uuid import uuid4

import pytest

from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from letters.models import Letter, LetterState
from partnerships.queries import log_view_of
from partnerships.services.setup import add_theme
from reflections.models.session import ReflectionSession
from reflections.queries.preparation import (
    invitable_to,
    invitation_to,
    invitations_of,
    preparation_records,
    took_part_around,
)
from reflections.records.preparation import PreparationRecord, invitation_record
from reflections.services.changing import cancel_session
from reflections.services.inviting import invite_members, send_again, uninvite_member
from reflections.services.leading import start_session
from reflections.services.planning import plan_draft
from tests import cast, preparing
from tests.unchanged import nothing_changed


@pytest.fixture
def session(ada):
    return cast.plan(ada)


def _letters():
    letters = Letter.objects.order_by("person__email", "kind")
    return [(letter.kind, letter.person.email) for letter in letters]


def test_who_is_invited_gets_one_letter_whatever_is_sent_again(ada, bo, otto, session, kinds_since):
    preparing.invited(ada, session, bo)
    invitations = preparing.invited(ada, session, bo, otto)
    with nothing_changed():
        assert preparing.invited(ada, session, otto) == []

    assert [one.member for one in invitations] == [otto]
    assert _letters() == [("invitation", "bo@example.org"), ("invitation", "otto@example.org")]
    assert kinds_since(0)[-2:] == ["preparation.invited"] * 2


def test_nobody_hears_of_a_draft_until_it_is_planned(ada, bo):
    draft = cast.draft(ada)

    preparing.invited(ada, draft, bo)
    assert _letters() == []

    plan_draft(ada, draft.pk)
    assert _letters() == [("invitation", "bo@example.org")]


def test_who_is_on_the_list_of_a_draft_can_be_taken_off(ada, bo, otto, kinds_since):
    draft = cast.draft(ada)
    preparing.invited(ada, draft, bo, otto)

    uninvite_member(ada, draft.pk, member_id=bo.pk)
    with nothing_changed():
        uninvite_member(ada, draft.pk, member_id=bo.pk)
    plan_draft(ada, draft.pk)

    assert _letters() == [("invitation", "otto@example.org")]
    assert kinds_since(0).count("preparation.invited") == 3


def test_an_invitation_that_is_sent_is_not_taken_back(ada, bo, session):
    preparing.invited(ada, session, bo)

    with nothing_changed(), pytest.raises(ConflictError, match="please tell that person"):
        uninvite_member(ada, session.pk, member_id=bo.pk)


@pytest.mark.parametrize("who", ["bo", "dag", "otto"])
def test_only_those_who_run_it_invite_and_see_the_list(westmeer, ada, bo, session, who):
    preparing.invited(ada, session, bo)

    with nothing_changed():
        for act in (
            lambda: preparing.invited(westmeer[who], session, ada),
            lambda: uninvite_member(westmeer[who], session.pk, member_id=bo.pk),
            lambda: send_again(westmeer[who], session.pk),
            lambda: invitations_of(westmeer[who], session),
        ):
            with pytest.raises(NotAllowedError):
                act()


def test_to_a_session_of_another_partnership_nobody_is_invited(mira, ada, session):
    with nothing_changed():
        with pytest.raises(ReflectionSession.DoesNotExist):
            preparing.invited(mira, session, mira)
        with pytest.raises(InvalidInputError):
            preparing.invited(ada, session, mira)
        with pytest.raises(InvalidInputError):
            invite_members(ada, session.pk, member_ids=[uuid4()])


def test_once_it_has_begun_nobody_is_invited_any_more(ada, bo, session):
    start_session(ada, session.pk)

    with nothing_changed(), pytest.raises(ConflictError, match="Share its link"):
        preparing.invited(ada, session, bo)


def test_who_has_left_gets_no_letter(cem, ada, bo):
    draft = cast.draft(ada)
    preparing.invited(ada, draft, bo)
    cast.gone(cem, bo)

    plan_draft(ada, draft.pk)

    assert _letters() == []


def test_a_change_of_what_is_in_calendars_is_told_to_those_who_may_come(
    ada, bo, dag, otto, session
):
    preparing.invited(ada, session, bo, dag, otto)
    preparing.answered(otto, session, "no")
    preparing.answered(dag, session, "perhaps")
    session.refresh_from_db()

    cast.change(ada, session, goal="Something else")
    assert "session_changed" not in {kind for kind, _to in _letters()}

    session.refresh_from_db()
    cast.change(ada, session, place="Library")
    changed = [to for kind, to in _letters() if kind == "session_changed"]
    assert changed == ["bo@example.org", "dag@example.org"]


def test_a_cancellation_is_told_to_those_who_may_come(ada, bo, otto, session):
    preparing.invited(ada, session, bo, otto)
    preparing.answered(otto, session, "no")

    cancel_session(ada, session.pk, reason="Snow")

    cancelled = [to for kind, to in _letters() if kind == "session_cancelled"]
    assert cancelled == ["bo@example.org"]


def test_a_draft_that_changes_or_is_cancelled_is_told_to_nobody(ada, bo):
    draft = cast.draft(ada)
    preparing.invited(ada, draft, bo)
    draft.refresh_from_db()

    cast.change(ada, draft, title="Another title")
    cancel_session(ada, draft.pk, reason="Another time")

    assert _letters() == []


def test_what_the_mail_server_refused_is_sent_again(ada, bo, session):
    preparing.invited(ada, session, bo)
    Letter.objects.update(state=LetterState.REFUSED)

    assert send_again(ada, session.pk) == 1
    assert [letter.state for letter in Letter.objects.all()] == ["waiting"]


def test_how_many_come_is_counted_for_everybody_and_of_drafts_for_planners(
    ada, bo, dag, otto, cem, session
):
    draft = cast.draft(ada)
    preparing.invited(ada, draft, bo)
    preparing.invited(ada, session, bo, dag, otto, cem)
    preparing.answered(bo, session, "yes")
    preparing.answered(dag, session, "perhaps")
    preparing.answered(otto, session, "no")
    preparing.brought(ada, session)
    counted = PreparationRecord(
        id=session.pk, invited=4, coming=1, perhaps=1, not_coming=1, data_items=1
    )

    assert preparation_records(log_view_of(otto), None) == {str(session.pk): counted}
    assert set(preparation_records(log_view_of(cem), None)) == {str(session.pk), str(draft.pk)}
    assert preparation_records(log_view_of(otto), [draft.pk]) == {}


def test_ones_own_invitation_is_seen_and_whom_one_can_still_invite(ada, bo, otto, session):
    preparing.invited(ada, session, bo)

    mine = invitation_to(bo, session)
    assert mine is not None
    record = invitation_record(mine)
    assert (record.name, record.organisation, record.answer) == ("Bo Jansen", "Citizens' panel", "")
    assert invitation_to(otto, session) is None
    assert bo not in invitable_to(ada, session)
    assert otto in invitable_to(ada, session)


def test_who_took_part_in_sessions_on_the_same_theme_is_known(cem, ada, bo, otto, session):
    theme = add_theme(cem, title="Falls")
    before = cast.collecting(ada, bo, title="Before")
    before.themes.set([theme])
    cast.collecting(ada, otto, title="On something else")
    session.themes.set([theme])

    assert took_part_around(session) == {ada.pk, bo.pk}
