import pytest
from django.core.exceptions import ObjectDoesNotExist

from eventlog.models import Event
from kernel.errors import ConflictError
from reflections.models.recurrence import Recurrence
from reflections.services.insights import withdraw_insight
from reflections.services.recurrences import compare_insights
from tests import recurring
from tests.together import at_once, during

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two(ada):
    earlier = recurring.earlier(ada)
    return recurring.again(ada), earlier


def test_of_two_who_say_otherwise_at_once_one_is_told_so(ada, cem, two):
    insight, earlier = two

    outcomes = at_once(
        lambda: compare_insights(ada, insight.pk, earlier_id=earlier.pk, is_same=True),
        lambda: compare_insights(cem, insight.pk, earlier_id=earlier.pk, is_same=False),
    )

    made = Recurrence.objects.get()
    assert [type(one) for one in outcomes if one != made] == [ConflictError]
    assert Event.objects.filter(kind__startswith="recurrence.").count() == 1


def test_two_who_say_the_same_at_once_say_it_once(ada, cem, two):
    insight, earlier = two

    outcomes = at_once(
        lambda: recurring.confirmed(ada, insight, earlier),
        lambda: recurring.confirmed(cem, insight, earlier),
    )

    assert outcomes == [Recurrence.objects.get()] * 2
    assert Event.objects.filter(kind="recurrence.confirmed").count() == 1


def test_nothing_is_said_again_of_an_insight_that_is_withdrawn_meanwhile(ada, cem, two):
    insight, earlier = two

    outcome = during(
        lambda: withdraw_insight(
            ada, earlier.session_id, insight_id=earlier.pk, reason="It was too early"
        ),
        lambda: recurring.confirmed(cem, insight, earlier),
    )

    assert isinstance(outcome, ObjectDoesNotExist)
    assert not Recurrence.objects.exists()
