"""For each method of the API of the learning agenda and of examples: one call that works."""

from typing import Any
from uuid import uuid4

from actions.models.action import ActionItem
from actions.services.ending import Look, review_effect
from actions.services.examples import ExampleWording, share_example
from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession
from reflections.services.settling import dissolve_question
from tests import asking, cast, endings, lives, recurring
from tests.one_call import Call, Route


def on_the_learning_agenda(
    members: dict[str, Membership], session: ReflectionSession, ids: dict[str, Any]
) -> dict[Route, Call]:
    """Ask, answer, settle; say which actions help; share what came of one."""
    ada = members["ada"]
    return {
        **_on_questions(ada, session),
        **_on_answered_questions(ada),
        ("QuestionActionsView", "GET"): Call("otto"),
        ("QuestionActionsView", "POST"): Call("ada", {"action_id": str(ids["action_id"])}),
        ("QuestionActionView", "DELETE"): Call("ada"),
        **_on_decisions(ada),
        **_on_examples(members, ids),
        **_on_recurrences(ada, ids),
    }


def _on_questions(ada: Membership, session: ReflectionSession) -> dict[Route, Call]:
    gone = asking.asked(ada, "Gone")
    dissolve_question(ada, gone.pk, reason="Asked enough")
    other = {"into_id": str(asking.asked(ada, "Another one").pk)}
    coming = {"session_id": str(cast.plan(ada, "A day on neighbours").pk)}
    return {
        ("QuestionsView", "GET"): Call("otto"),
        ("OpenQuestionsView", "GET"): Call("bo"),
        ("DueDecisionsView", "GET"): Call("bo"),
        ("QuestionView", "GET"): Call("otto"),
        ("QuestionView", "PUT"): Call("ada", {"text": "Who?"}, {"question_id": uuid4()}),
        ("QuestionView", "PATCH"): Call("ada", {"text": "Who hears it?", "version": 1}),
        ("ProvisionalAnswerView", "PUT"): Call("bo", {"text": "We do"}, {"answer_id": uuid4()}),
        ("DissolutionView", "POST"): Call("ada", {"reason": "Asked enough"}),
        ("ReaskingView", "POST"): Call("ada", {"reason": "It is back"}, {"question_id": gone.pk}),
        ("QuestionMergingView", "POST"): Call("ada", other),
        ("TalkView", "POST"): Call("ada", {"session_id": str(session.pk)}),
        ("DeepDiveView", "PUT"): Call("ada", coming),
    }


def _on_answered_questions(ada: Membership) -> dict[Route, Call]:
    answered = asking.asked(ada, "Answered")
    asking.answered(ada, answered)
    here = {"question_id": answered.pk}
    return {
        ("ResolutionView", "POST"): Call("ada", ids=here),
        ("DoubtView", "POST"): Call("ada", {"reason": "Nobody rings"}, here),
    }


def _on_decisions(ada: Membership) -> dict[Route, Call]:
    decision = endings.decision(ada, wording=endings.taken(ada))
    again = {"version": 1, "review_on": cast.in_days(90).isoformat()}
    return {
        ("DecisionConfirmationView", "POST"): Call("ada", again, {"decision_id": decision.pk}),
    }


def _on_examples(members: dict[str, Membership], ids: dict[str, Any]) -> dict[Route, Call]:
    looked_at, shared = (_looked_at(members) for _ in range(2))
    words = {"what": "Visit homes", "came_of_it": "Nobody fell"}
    first = ExampleWording(**words)
    ids["example_id"] = share_example(
        members["cem"], shared.pk, example_id=uuid4(), wording=first
    ).pk
    here = {"action_id": looked_at.pk}
    return {
        ("ExamplesView", "GET"): Call("otto", query="?component=finance"),
        ("ExampleView", "PUT"): Call("cem", words, {**here, "example_id": uuid4()}),
        ("ExampleWithdrawalView", "POST"): Call("cem", ids=here),
    }


def _on_recurrences(ada: Membership, ids: dict[str, Any]) -> dict[Route, Call]:
    earlier, again = recurring.earlier(ada), recurring.again(ada)
    ids["earlier_id"] = earlier.pk
    here = {"insight_id": again.pk}
    return {
        ("RecurrencesView", "GET"): Call("otto"),
        ("ProposedRecurrencesView", "GET"): Call("ada"),
        ("ComparisonView", "PUT"): Call("ada", {"is_same": True}, here),
        ("ComparisonView", "DELETE"): Call("ada", ids=here),
    }


def _looked_at(members: dict[str, Membership]) -> ActionItem:
    action = lives.confirmed(members["ada"], members["bo"], members["dag"])
    look = Look(effect="helped", evidence="Nobody fell this winter")
    review_effect(members["dag"], action.pk, review_id=uuid4(), look=look)
    return action
