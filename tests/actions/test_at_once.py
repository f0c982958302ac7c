from uuid import uuid4

import pytest

from actions.models.action import ActionItem, Translation
from actions.models.check_in import CheckIn
from actions.services.commitment import accept_action, offer_action
from actions.services.origin import Origin
from actions.services.progress import Report, check_in, find_not_done_yet, verify_action
from actions.services.sheet_imports import run_import, start_import
from actions.services.translation import translate_to_action
from kernel.errors import ConflictError, IdConflictError, NotAllowedError
from tests import cast
from tests.actions import sheeting
from tests.together import at_once, during

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_people_turning_one_insight_into_actions_get_an_action_each(ada, cem, bo, kinds_since):
    session = cast.collecting(ada)
    insight = cast.agreed(ada, session)

    outcomes = at_once(
        *(
            lambda who=who: translate_to_action(
                who,
                session.pk,
                action_id=uuid4(),
                wording=cast.wording_for(bo),
                origin=Origin(insight_id=insight.pk),
            )
            for who in (ada, cem)
        )
    )

    insight.refresh_from_db()
    actions = list(ActionItem.objects.order_by("number"))
    assert sorted(action.number for action in outcomes) == [1, 2]
    assert [action.number for action in actions] == [1, 2]
    assert Translation.objects.filter(insight=insight).count() == 2
    assert insight.disposition == "act"
    assert kinds_since(0).count("insight.disposed") == 1
    assert kinds_since(0).count("action.proposed") == 4  # two actions on two streams


def test_one_action_sent_twice_at_once_is_one_action(ada, bo):
    session = cast.collecting(ada)
    insight = cast.agreed(ada, session)
    action_id = uuid4()

    outcomes = at_once(
        *[
            lambda: translate_to_action(
                ada,
                session.pk,
                action_id=action_id,
                wording=cast.wording_for(bo),
                origin=Origin(insight_id=insight.pk),
            )
        ]
        * 5
    )

    assert outcomes == [ActionItem.objects.get()] * 5
    assert Translation.objects.count() == 1


def test_a_yes_that_comes_while_somebody_else_is_asked_is_refused(ada, bo, otto):
    action = cast.proposed(ada, bo)

    outcome = during(
        lambda: offer_action(ada, action.pk, owner_id=otto.pk),
        lambda: accept_action(bo, action.pk),
    )

    action.refresh_from_db()
    assert isinstance(outcome, NotAllowedError)
    assert (action.state, action.owner) == ("proposed", otto)


def test_asking_somebody_else_while_the_owner_says_yes_is_refused(ada, bo, otto):
    action = cast.proposed(ada, bo)

    outcome = during(
        lambda: accept_action(bo, action.pk),
        lambda: offer_action(ada, action.pk, owner_id=otto.pk),
    )

    action.refresh_from_db()
    assert isinstance(outcome, ConflictError)
    assert (action.state, action.owner) == ("accepted", bo)


def test_one_report_sent_twice_at_once_is_one_report(ada, bo, kinds_since):
    action = cast.accepted(ada, bo)
    check_in_id = uuid4()
    report = Report(claim="moving", text="Ten homes so far")

    outcomes = at_once(
        *[lambda: check_in(bo, action.pk, check_in_id=check_in_id, report=report)] * 5
    )

    assert outcomes == [CheckIn.objects.get()] * 5
    assert kinds_since(0).count("action.checked_in") == 2  # on both streams


def test_one_id_for_two_reports_at_once_keeps_the_first(ada, bo):
    action = cast.accepted(ada, bo)
    check_in_id = uuid4()
    reports = [Report(claim="moving", text=text) for text in ("Ten homes", "Twenty homes")]

    outcomes = at_once(
        *(
            lambda report=report: check_in(bo, action.pk, check_in_id=check_in_id, report=report)
            for report in reports
        )
    )

    assert sum(isinstance(one, IdConflictError) for one in outcomes) == 1
    assert [one for one in outcomes if isinstance(one, CheckIn)] == [CheckIn.objects.get()]


def test_confirming_and_sending_back_at_once_have_one_winner(ada, bo, cem, dag):
    action = cast.done(ada, bo)

    outcomes = at_once(
        lambda: verify_action(cem, action.pk),
        lambda: find_not_done_yet(
            dag, action.pk, check_in_id=uuid4(), text="One street is missing"
        ),
    )

    action.refresh_from_db()
    assert sum(isinstance(one, ConflictError) for one in outcomes) == 1
    assert (action.state, CheckIn.objects.count()) in {("verified", 0), ("in_progress", 1)}


def test_one_file_imported_twice_at_once_makes_each_action_once(cem, ada, bo, otto):
    sources = []
    for _ in range(2):
        sources.append(sheeting.uploaded(cem))
        start_import(cem, sources[-1].pk)

    outcomes = at_once(*(lambda pk=one.pk: run_import(pk) for one in (*sources, sources[0])))

    assert [one.state for one in outcomes] == ["done"] * 3
    assert sorted(one.added + one.known for one in outcomes) == [3, 3, 3]
    assert sorted(ActionItem.objects.values_list("number", flat=True)) == [1, 2, 3]
