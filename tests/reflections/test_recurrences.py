from datetime import timedelta

import pytest

from kernel.clock import at, now
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from reflections.models.insight import Insight
from reflections.models.recurrence import Recurrence
from reflections.queries.recurrences import MOST_PROPOSED, proposed_recurrences, recurrences_of
from reflections.services.insights import withdraw_insight
from reflections.services.recurrences import compare_insights, take_comparison_back
from tests import cast, recurring
from tests.unchanged import nothing_changed


@pytest.fixture
def earlier(ada):
    return recurring.earlier(ada)


@pytest.fixture
def again(ada, earlier):
    return recurring.again(ada)


def proposed(member):
    return [(one.earlier.id, one.insight.id) for one in proposed_recurrences(member)]


def found(member):
    return [(one.earlier.id, one.insight.id, one.is_confirmed) for one in recurrences_of(member)]


def compare(member, insight, earlier, *, is_same):
    return compare_insights(member, insight.pk, earlier_id=earlier.pk, is_same=is_same)


def test_wording_proposes_and_a_person_confirms(ada, bo, earlier, again):
    assert proposed(ada) == [(earlier.pk, again.pk)]

    made = recurring.confirmed(ada, again, earlier)

    assert (made.by, found(bo), proposed(ada)) == (ada, [(earlier.pk, again.pk, True)], [])
    with nothing_changed():
        assert recurring.confirmed(ada, again, earlier) == made


def test_what_was_refused_is_not_proposed_again_until_that_is_taken_back(ada, earlier, again):
    compare(ada, again, earlier, is_same=False)
    assert (found(ada), proposed(ada)) == ([(earlier.pk, again.pk, False)], [])

    take_comparison_back(ada, again.pk, earlier_id=earlier.pk)

    assert (found(ada), proposed(ada)) == ([], [(earlier.pk, again.pk)])
    with nothing_changed():
        take_comparison_back(ada, again.pk, earlier_id=earlier.pk)


def test_once_one_is_refused_the_next_nearest_is_proposed(ada, earlier, again):
    with at(now() - timedelta(days=60)):
        other = cast.agreed(ada, cast.collecting(ada), "Nobody owns falls")
    nearest, farther = sorted([earlier, other], key=lambda one: one.pk != proposed(ada)[-1][0])

    compare(ada, again, nearest, is_same=False)

    assert (farther.pk, again.pk) in proposed(ada)


def test_proposals_are_few_and_none_is_of_one_session_or_says_something_else(ada, earlier):
    session = cast.collecting(ada)
    for number in range(MOST_PROPOSED + 1):
        recurring.again(ada, session, f"{recurring.AGAIN}, street {number}")
    other = cast.agreed(ada, session, "Buses stop at six in the evening")

    pairs = proposed(ada)

    assert len(pairs) == MOST_PROPOSED
    assert {before for before, _ in pairs} == {earlier.pk}
    assert other.pk not in {later for _, later in pairs}


def test_only_who_runs_the_session_of_the_later_one_decides(ada, bo, cem, earlier, again):
    assert [bool(proposed(one)) for one in (ada, bo, cem)] == [True, False, True]
    with nothing_changed():
        with pytest.raises(NotAllowedError):
            recurring.confirmed(bo, again, earlier)
        with pytest.raises(NotAllowedError):
            take_comparison_back(bo, again.pk, earlier_id=earlier.pk)

    recurring.confirmed(cem, again, earlier)


def test_who_says_otherwise_takes_back_first_what_was_said(ada, cem, earlier, again):
    recurring.confirmed(ada, again, earlier)
    with at(now() - timedelta(days=60)):
        first = cast.agreed(ada, cast.collecting(ada), "Nobody owns falls")

    with nothing_changed():
        with pytest.raises(ConflictError, match="said otherwise"):
            compare(cem, again, earlier, is_same=False)
        with pytest.raises(ConflictError, match="known already"):
            recurring.confirmed(cem, again, first)


def test_an_insight_says_again_only_what_was_agreed_before_elsewhere(ada, earlier, again):
    beside = recurring.again(ada, again.session)

    with nothing_changed():
        for later, before in ((earlier, again), (beside, again), (again, again)):
            with pytest.raises(InvalidInputError):
                recurring.confirmed(ada, later, before)


def test_insights_of_others_and_drafts_do_not_exist(ada, mira, earlier, again):
    theirs = recurring.earlier(mira)
    Insight.objects.filter(pk=earlier.pk).update(state="draft")

    with nothing_changed():
        for member, before in ((ada, theirs), (ada, earlier), (mira, theirs)):
            with pytest.raises(Insight.DoesNotExist):
                recurring.confirmed(member, again, before)
    assert proposed(ada) == []


@pytest.mark.parametrize("which", [0, 1])
def test_when_one_of_the_two_is_withdrawn_the_link_goes(ada, earlier, again, which):
    recurring.confirmed(ada, again, earlier)
    gone = [earlier, again][which]

    withdraw_insight(ada, gone.session_id, insight_id=gone.pk, reason="It was not so")

    assert not Recurrence.objects.exists()
    assert proposed(ada) == []
