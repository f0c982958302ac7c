from datetime import timedelta
from uuid import uuid4

import pytest

from actions.models.action import ActionItem
from actions.queries.examples import ExampleFilter, examples_for
from actions.services.ending import Look, review_effect
from actions.services.examples import ExampleWording, share_example, take_example_back
from eventlog.models import Event
from kernel.clock import at, now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from reflections.models.insight import Insight
from tests import cast, lives
from tests.unchanged import nothing_changed

WORDS = ExampleWording(
    what="Check homes for loose rugs",
    came_of_it="Half as many people fell that winter",
    lesson="Thank the volunteers",
)


@pytest.fixture
def action(ada, bo, dag):
    """An action that helped, from an insight with tags."""
    action = lives.confirmed(ada, bo, dag)
    look = Look(effect="helped", evidence="Fewer falls")
    review_effect(dag, action.pk, review_id=uuid4(), look=look)
    tags = {"components": ["finance", "relations"], "level": "meso", "loop": "double"}
    Insight.objects.filter(translations__action=action).update(**tags)
    ActionItem.objects.filter(pk=action.pk).update(strength="process")
    return action


def _shared(member, action, wording=WORDS, example_id=None):
    return share_example(member, action.pk, example_id=example_id or uuid4(), wording=wording)


def _found(member, **wanted):
    return [one.what for one in examples_for(member, ExampleFilter(**wanted))]


def test_other_partnerships_read_it_without_learning_whose_it_is(cem, mira, action):
    _shared(cem, action)

    [theirs], [ours] = examples_for(mira, ExampleFilter()), examples_for(cem, ExampleFilter())

    assert (theirs.what, theirs.effect, theirs.lesson) == (WORDS.what, "helped", WORDS.lesson)
    assert (theirs.level, theirs.loop, theirs.strength) == ("meso", "double", "process")
    assert (theirs.components, theirs.shared_in.day) == (["finance", "relations"], 1)
    assert (theirs.action_id, ours.action_id) == (None, action.pk)


@pytest.mark.parametrize(
    ("fits", "does_not"),
    [
        ({"component": "finance"}, {"component": "market"}),
        ({"level": "meso"}, {"level": "macro"}),
        ({"loop": "double"}, {"loop": "single"}),
        ({"strength": "process"}, {"strength": "informing"}),
        ({"effect": "helped"}, {"effect": "harmful"}),
        ({"text": "that WINTER"}, {"text": "summer"}),
    ],
)
def test_it_is_found_by_its_tags_and_its_words(cem, mira, action, fits, does_not):
    _shared(cem, action)

    assert (_found(mira, **fits), _found(mira, **does_not)) == ([WORDS.what], [])


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("what", "Check homes with Otto Bakker"),
        ("came_of_it", "Jansen was glad"),
        ("lesson", "Ask Westmeer hospital first"),
        ("lesson", "Healthy Westmeer can help you"),
    ],
)
def test_it_names_nobody_and_no_organisation_of_the_partnership(cem, action, field, text):
    wording = ExampleWording(**{**vars(WORDS), field: text})

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _shared(cem, action, wording)

    assert refused.value.field == field


@pytest.mark.parametrize("who", ["ada", "bo", "dag", "otto"])
def test_only_a_programme_manager_shares_and_takes_back(request, action, who):
    member = request.getfixturevalue(who)

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            _shared(member, action)
        with pytest.raises(NotAllowedError):
            take_example_back(member, action.pk)


def test_only_what_was_looked_at_can_be_shared(ada, bo, cem, dag, mira, action):
    early = lives.confirmed(ada, bo, dag)
    look = Look(effect="too_early", evidence="Snow", again_on=cast.in_days(9))
    review_effect(dag, early.pk, review_id=uuid4(), look=look)
    unseen = lives.confirmed(ada, bo, dag)

    with nothing_changed():
        for other in (early, unseen):
            with pytest.raises(ConflictError):
                _shared(cem, other)
        with pytest.raises(ActionItem.DoesNotExist):
            _shared(mira, action)


def test_sharing_again_changes_the_words_and_the_same_again_changes_nothing(cem, mira, action):
    first = _shared(cem, action)
    events = Event.objects.count()
    assert (_shared(cem, action), Event.objects.count()) == (first, events)

    _shared(cem, action, ExampleWording("Look for rugs", "Fewer fell"))

    assert _found(mira) == ["Look for rugs"]


def test_an_id_stands_for_one_action(ada, bo, cem, dag, action):
    first = _shared(cem, action)
    other = lives.confirmed(ada, bo, dag)

    with pytest.raises(IdConflictError):
        _shared(cem, other, example_id=first.pk)


def test_what_is_taken_back_is_read_by_nobody_until_it_is_shared_again(cem, mira, action):
    _shared(cem, action)
    take_example_back(cem, action.pk)
    events = Event.objects.count()
    take_example_back(cem, action.pk)
    assert (_found(mira), _found(cem), Event.objects.count()) == ([], [], events)

    _shared(cem, action)

    assert _found(mira) == [WORDS.what]


def test_the_newest_month_comes_first(ada, bo, cem, dag, mira, action):
    with at(now() - timedelta(days=70)):
        _shared(cem, action)
    other = lives.confirmed(ada, bo, dag)
    look = Look(effect="none", evidence="No change")
    review_effect(dag, other.pk, review_id=uuid4(), look=look)
    _shared(cem, other, ExampleWording("Send letters", "Nobody read them"))

    assert _found(mira) == ["Send letters", WORDS.what]
