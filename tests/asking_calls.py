"""For each method of the API by which others are asked and the log is worked with: one call that works."""

from uuid import uuid4

from partnerships.models.membership import Membership
from tests import askings, cast, logs
from tests.one_call import Call, Route


def calls(members: dict[str, Membership]) -> dict[Route, Call]:
    """Ask others, join, part, hide, and change many."""
    ada, bo, otto = (members[name] for name in ("ada", "bo", "otto"))
    asked = cast.accepted(ada, bo)
    askings.handed(bo, asked, otto)
    above = {"action_id": asked.pk, "escalation_id": askings.raised(bo, asked).pk}
    under_way = {"action_id": cast.accepted(ada, bo).pk}
    why = {"reason": "The landlord answers late"}
    day = cast.in_days(9).isoformat()
    question = {"ask": "Who pays?", "answer_by": day, "forum": "Board"}
    part = {"title": "Call them", "owner_id": str(otto.pk), "due": day, "done_test": "All called"}
    return {
        ("HandoverView", "PUT"): Call(
            "bo", {**why, "to_id": str(otto.pk)}, {**under_way, "handover_id": uuid4()}
        ),
        ("TakeOverView", "POST"): Call("otto", ids={"action_id": asked.pk}),
        ("TakeOverRefusalView", "POST"): Call("otto", why, {"action_id": asked.pk}),
        ("EscalationView", "PUT"): Call("bo", question, {**under_way, "escalation_id": uuid4()}),
        ("EscalationAnswerView", "POST"): Call("cem", {"answer": "Yes"}, above),
        ("EscalationWithdrawalView", "POST"): Call("bo", ids=above),
        ("EvidenceView", "PUT"): Call("bo", {"text": "Ten"}, {**under_way, "evidence_id": uuid4()}),
        ("PeopleView", "PUT"): Call("bo", {"helper_ids": [str(otto.pk)]}, under_way),
        ("VisibilityView", "PUT"): Call("ada", {"visibility": "participants"}),
        ("JoinActionsView", "POST"): Call("ada", {**why, "taken_id": str(asked.pk)}, under_way),
        ("PartView", "PUT"): Call("ada", part, {**under_way, "part_id": uuid4()}),
        **_with_the_log(members),
    }


def _with_the_log(members: dict[str, Membership]) -> dict[Route, Call]:
    ada, bo, cem = (members[name] for name in ("ada", "bo", "cem"))
    action = cast.accepted(ada, bo)
    level = {"action_ids": [str(action.pk)], "step": "set_level", "level": "meso"}
    late = {"name": "Late", "wanted": {"flag": "overdue"}}
    edit = {"edit_id": logs.edit(cem, action.pk).pk}
    return {
        ("SavedViewsView", "GET"): Call("bo"),
        ("SavedViewView", "PUT"): Call("bo", late, {"view_id": uuid4()}),
        ("SavedViewView", "DELETE"): Call("bo", ids={"view_id": logs.view(bo).pk}),
        ("BulkView", "GET"): Call("cem", ids=edit),
        ("BulkView", "PUT"): Call("cem", level, {"edit_id": uuid4()}),
        ("BulkUndoView", "POST"): Call("cem", {"undo_id": str(uuid4())}, edit),
    }
