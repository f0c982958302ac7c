"""What happens to learning questions, and to examples of what came of an action."""

from uuid import uuid4

from actions.models.action import ActionItem
from actions.services.decisions import confirm_decision
from actions.services.ending import Look, review_effect
from actions.services.examples import ExampleWording, share_example, take_example_back
from actions.services.question_actions import add_action_to_question, take_action_off_question
from reflections.models.insight import Insight
from reflections.models.question import LearningQuestion
from reflections.services.dispositions import Answer
from reflections.services.questions import (
    QuestionWording,
    plan_deep_dive,
    reword_question,
    talk_about_question,
)
from reflections.services.settling import (
    dissolve_question,
    doubt_answer,
    merge_question,
    reopen_question,
    resolve_question,
)
from tests import asking, cast, endings, lives
from tests.realtime.scene import Scene, Story, nothing_more

WORDS = ExampleWording(what="Visit homes", came_of_it="Nobody fell")


def _asked(scene: Scene) -> LearningQuestion:
    return asking.asked(scene.ada)


def _answered(scene: Scene) -> LearningQuestion:
    question = _asked(scene)
    asking.answered(scene.bo, question)
    return question


def _dissolved(scene: Scene) -> LearningQuestion:
    return dissolve_question(scene.ada, _asked(scene).pk, reason="Asked enough")


def _with_action(scene: Scene) -> tuple[LearningQuestion, ActionItem]:
    question, action = _asked(scene), cast.accepted(scene.ada, scene.bo)
    add_action_to_question(scene.ada, question.pk, action_id=action.pk)
    return question, action


def _looked_at(scene: Scene) -> ActionItem:
    action = lives.confirmed(scene.ada, scene.bo, scene.dag)
    look = Look(effect="helped", evidence="Nobody fell this winter")
    review_effect(scene.dag, action.pk, review_id=uuid4(), look=look)
    return action


def _shared(scene: Scene) -> ActionItem:
    action = _looked_at(scene)
    share_example(scene.cem, action.pk, example_id=uuid4(), wording=WORDS)
    return action


def _asking_insight(scene: Scene) -> Insight:
    insight = cast.agreed(scene.ada, scene.session)
    return endings.answered(scene.ada, scene.session, insight)


def _answered_otherwise(scene: Scene) -> Insight:
    return _answer(scene, _asking_insight(scene), Answer("act"))


def _answer(scene: Scene, insight: Insight, answer: Answer) -> Insight:
    return endings.answered(scene.ada, scene.session, insight, answer)


STORIES: list[Story] = [
    ("question.asked", nothing_more, lambda s, _: asking.asked(s.ada)),
    (
        "question.reworded",
        _asked,
        lambda s, x: reword_question(s.ada, x.pk, wording=QuestionWording(text="Who?"), version=1),
    ),
    (
        "question.talked_about",
        _asked,
        lambda s, x: talk_about_question(s.ada, x.pk, session_id=s.session.pk),
    ),
    ("question.answered", _asked, lambda s, x: asking.answered(s.bo, x)),
    ("question.doubted", _answered, lambda s, x: doubt_answer(s.ada, x.pk, reason="Not so")),
    ("question.resolved", _answered, lambda s, x: resolve_question(s.ada, x.pk)),
    ("question.dissolved", _asked, lambda s, x: dissolve_question(s.ada, x.pk, reason="Gone")),
    (
        "question.merged",
        lambda s: (_asked(s), asking.asked(s.ada, "Another one")),
        lambda s, x: merge_question(s.ada, x[0].pk, into_id=x[1].pk),
    ),
    ("question.reopened", _dissolved, lambda s, x: reopen_question(s.ada, x.pk, reason="Back")),
    (
        "question.deep_dive",
        lambda s: (_asked(s), cast.plan(s.ada, "A day on neighbours")),
        lambda s, x: plan_deep_dive(s.ada, x[0].pk, session_id=x[1].pk),
    ),
    (
        "action.joined_question",
        lambda s: (_asked(s), cast.accepted(s.ada, s.bo)),
        lambda s, x: add_action_to_question(s.ada, x[0].pk, action_id=x[1].pk),
    ),
    (
        "action.left_question",
        _with_action,
        lambda s, x: take_action_off_question(s.ada, x[0].pk, action_id=x[1].pk),
    ),
    (
        "action.example_shared",
        _looked_at,
        lambda s, x: share_example(s.cem, x.pk, example_id=uuid4(), wording=WORDS),
    ),
    ("action.example_taken_back", _shared, lambda s, x: take_example_back(s.cem, x.pk)),
    (
        "decision.confirmed",
        lambda s: endings.decision(s.ada, wording=endings.taken(s.ada)),
        lambda s, x: confirm_decision(s.ada, x.pk, version=1, review_on=cast.in_days(90)),
    ),
    ("question.dissolved", _asking_insight, lambda s, x: _answer(s, x, Answer("act"))),
    ("question.reopened", _answered_otherwise, lambda s, x: endings.answered(s.ada, s.session, x)),
    (
        "question.reworded",
        _asking_insight,
        lambda s, x: _answer(s, x, Answer("ask", question="Where do people fall?")),
    ),
    (
        "insight.drafted",
        lambda s: lives.confirmed(s.ada, s.bo, s.dag),
        lambda s, x: review_effect(
            s.dag,
            x.pk,
            review_id=uuid4(),
            look=Look(
                effect="helped",
                evidence="Nobody fell this winter",
                lesson="Visits keep people on their feet",
                session_id=s.session.pk,
            ),
        ),
    ),
]
