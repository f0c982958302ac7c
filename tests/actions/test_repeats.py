from uuid import uuid4

import pytest

from actions.models.check_in import CheckIn
from actions.services.commitment import accept_action, decline_action, offer_action
from actions.services.progress import complete_action, find_not_done_yet, verify_action
from kernel.errors import ConflictError, IdConflictError
from partnerships.services.membership import end_membership
from tests import cast


def test_saying_no_twice_is_once(ada, bo, kinds_since):
    action = cast.proposed(ada, bo)

    decline_action(bo, action.pk, reason="No time")
    decline_action(bo, action.pk, reason="No time")

    assert kinds_since(0).count("action.declined") == 2  # once on each of its two streams


def test_asking_whom_one_asked_already_changes_nothing(ada, bo, otto, kinds_since):
    action = cast.proposed(ada, bo)

    first = offer_action(ada, action.pk, owner_id=otto.pk)
    second = offer_action(ada, action.pk, owner_id=otto.pk)

    assert second.offered_at == first.offered_at
    assert kinds_since(0).count("action.offered") == 2


def test_saying_done_twice_is_once_and_with_another_outcome_a_conflict(ada, bo, kinds_since):
    action = cast.done(ada, bo)

    complete_action(bo, action.pk, outcome="All 40 homes were checked")

    assert kinds_since(0).count("action.completed") == 2
    with pytest.raises(ConflictError):
        complete_action(bo, action.pk, outcome="Some were")


def test_confirming_twice_is_once(ada, bo, cem, dag, kinds_since):
    action = cast.done(ada, bo)

    verify_action(dag, action.pk)
    verify_action(dag, action.pk)

    assert kinds_since(0).count("action.verified") == 2
    with pytest.raises(ConflictError):
        verify_action(cem, action.pk)


def test_finding_it_not_done_yet_twice_is_once(ada, bo, dag):
    action = cast.done(ada, bo)
    report_id = uuid4()

    find_not_done_yet(dag, action.pk, check_in_id=report_id, text="Ten are left")
    again = find_not_done_yet(dag, action.pk, check_in_id=report_id, text="Ten are left")

    assert again.state == "in_progress"
    assert CheckIn.objects.count() == 1
    with pytest.raises(IdConflictError):
        find_not_done_yet(dag, action.pk, check_in_id=report_id, text="Twelve are left")


def test_what_a_former_member_left_can_be_handed_over(ada, bo, cem, otto):
    action = cast.accepted(ada, bo)
    end_membership(cem, bo.pk)

    offer_action(cem, action.pk, owner_id=otto.pk)
    accept_action(otto, action.pk)

    action.refresh_from_db()
    assert (action.owner_id, action.state) == (otto.pk, "accepted")


def test_an_owner_who_is_at_it_is_not_replaced(ada, bo, otto):
    action = cast.accepted(ada, bo)

    with pytest.raises(ConflictError):
        offer_action(ada, action.pk, owner_id=otto.pk)
