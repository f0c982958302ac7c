"""For each method of the API of what an advisor adds to an action: one call that works."""

from uuid import uuid4

from actions.services.rounds import start_round
from partnerships.models.membership import Membership
from tests import cast
from tests.one_call import Call, Route


def calls(members: dict[str, Membership]) -> dict[Route, Call]:
    """Ask an owner, write a note, read it, take it away."""
    action = {"action_id": cast.accepted(members["ada"], members["bo"]).pk}
    note = {"text": "He is ill", "confidentiality": "managers"}
    new = {"advisor_note_id": uuid4()}
    dag = members["dag"].person
    kept, other = (
        start_round(dag, round_id=uuid4(), action_ids=[action["action_id"]]).pk for _ in range(2)
    )
    there = {"round_id": kept, **action}
    report = {"check_in_id": str(uuid4()), "claim": "moving", "text": "Ten homes so far"}
    through = {"action_ids": [str(action["action_id"])]}
    return {
        ("FollowUpView", "GET"): Call("dag"),
        ("PatternsView", "GET"): Call("dag"),
        ("RoundView", "GET"): Call("dag", ids={"round_id": kept}),
        ("RoundView", "PUT"): Call("dag", through, {"round_id": uuid4()}),
        ("RoundReportView", "PUT"): Call("dag", report, there),
        ("RoundReportView", "DELETE"): Call("dag", ids=there),
        ("RoundEndView", "POST"): Call("dag", ids={"round_id": other}),
        ("OwnerAskView", "POST"): Call("dag", ids=action),
        ("AdvisorNotesView", "GET"): Call("bo"),
        ("AdvisorNoteView", "PUT"): Call("dag", note, new),
        ("AdvisorNoteView", "DELETE"): Call("dag", ids=new),
    }
