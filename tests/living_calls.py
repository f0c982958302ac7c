"""For each method of the API of an action's later life: one call that works."""

from uuid import uuid4

from actions.services.ending import waive_review
from partnerships.models.membership import Membership
from tests import cast, lives
from tests.one_call import Call, Route


def calls(members: dict[str, Membership]) -> dict[Route, Call]:
    """Move a date, reword, drop, look back, go on."""
    ada, bo, cem, dag = (members[name] for name in ("ada", "bo", "cem", "dag"))
    moving, asked = cast.accepted(ada, bo), cast.accepted(ada, bo)
    change = {"action_id": asked.pk, "change_id": lives.moved(dag, asked).pk}
    confirmed, finished = (lives.confirmed(ada, bo, dag) for _ in range(2))
    waive_review(cem, finished.pk, reason="It was a single letter")
    late = lives.made_late(cast.accepted(ada, bo))
    look = {"effect": "helped", "evidence": "Nobody fell this winter"}
    why = {"reason": "The landlord answers late"}
    later = {**why, "due": cast.in_days(60).isoformat()}
    wording = {"title": "Check 50 homes", "done_test": "A list", "version": 1}
    return {
        ("WordingChangeView", "PUT"): Call("bo", wording),
        ("RecordedYesView", "POST"): Call("ada"),
        ("DueChangeView", "PUT"): Call("bo", later, {"action_id": moving.pk, "change_id": uuid4()}),
        ("DateAgreementView", "POST"): Call("cem", ids=change),
        ("DateRefusalView", "POST"): Call("cem", why, change),
        ("DateWithdrawalView", "POST"): Call("dag", ids=change),
        ("DropView", "POST"): Call("ada", why),
        ("EffectReviewView", "PUT"): Call(
            "dag", look, {"action_id": confirmed.pk, "review_id": uuid4()}
        ),
        ("ReviewWaiverView", "POST"): Call("cem", why, {"action_id": confirmed.pk}),
        ("StopRemindersView", "POST"): Call("dag", why, {"action_id": late.pk}),
        ("ReopenActionView", "POST"): Call("cem", why, {"action_id": finished.pk}),
    }
