"""How the learning agenda and examples are tried: asking, answering, sharing what came of an action."""

from uuid import uuid4

from actions.queries.examples import ExampleFilter, examples_for
from actions.services.ending import Look, review_effect
from actions.services.examples import ExampleWording, share_example
from reflections.queries.questions import learning_agenda
from tests import asking, lives, recurring
from tests.partnerships.scene import Attempt, Scene

WORDS = ExampleWording(what="Visit homes", came_of_it="Nobody fell")


def read_questions(scene: Scene) -> Attempt:
    """Read the learning agenda."""
    asking.asked(scene.others["ada"])
    return learning_agenda


def answer_question(scene: Scene) -> Attempt:
    """Say what one thinks for now."""
    question = asking.asked(scene.others["ada"])
    return lambda asked: asking.answered(asked, question)


def ask_question(scene: Scene) -> Attempt:
    """Put a question on the agenda."""
    return asking.asked


def compare_insights(scene: Scene) -> Attempt:
    """Say that an insight says an earlier one again."""
    earlier = recurring.earlier(scene.others["ada"])
    again = recurring.again(scene.leader, scene.session())
    return lambda asked: recurring.confirmed(asked, again, earlier)


def _looked_at(scene: Scene):
    others = scene.others
    action = lives.confirmed(others["ada"], others["bo"], others["dag"])
    look = Look(effect="helped", evidence="Nobody fell this winter")
    review_effect(others["dag"], action.pk, review_id=uuid4(), look=look)
    return action


def share_an_example(scene: Scene) -> Attempt:
    """Share what came of an action."""
    action = _looked_at(scene)
    return lambda asked: share_example(asked, action.pk, example_id=uuid4(), wording=WORDS)


def read_examples(scene: Scene) -> Attempt:
    """Read what partnerships share."""
    action = _looked_at(scene)
    share_example(scene.others["cem"], action.pk, example_id=uuid4(), wording=WORDS)
    return lambda asked: examples_for(asked, ExampleFilter())
