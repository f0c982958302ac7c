"""For each method of the API of preparation: one call that works."""

from uuid import uuid4

from partnerships.models.membership import Membership
from tests import cast, preparing
from tests.one_call import Call, Route


def on_preparation(members: dict[str, Membership]) -> dict[Route, Call]:
    """Ask, answer, bring data, and go on with a series."""
    ada, bo, otto = members["ada"], members["bo"], members["otto"]
    planned, drafted = cast.plan(ada, "Prepared"), cast.draft(ada)
    preparing.invited(ada, planned, bo)
    preparing.invited(ada, drafted, otto)
    to_come = {"session_id": planned.pk}
    item = {"title": "Falls", "explanation": "One in nine fell."}
    return {
        ("InvitationsView", "GET"): Call("ada", ids=to_come),
        ("InvitationsView", "POST"): Call("ada", {"member_ids": [str(otto.pk)]}, to_come),
        ("InvitationView", "DELETE"): Call(
            "ada", ids={"session_id": drafted.pk, "member_id": otto.pk}
        ),
        ("AnswerView", "PUT"): Call(
            "bo", {"answer": "yes", "access_needs": "Large print"}, to_come
        ),
        ("DataItemsView", "GET"): Call("otto"),
        ("DataItemView", "PUT"): Call("ada", item, {"data_item_id": uuid4()}),
        ("DataItemView", "PATCH"): Call("ada", {**item, "version": 1}),
        ("DataItemView", "DELETE"): Call("ada"),
        ("SeriesView", "PUT"): Call(
            "ada", {"title": "Cafés", "rhythm": "month"}, {**to_come, "series_id": uuid4()}
        ),
        ("NextSessionView", "PUT"): Call("ada", ids={"session_id": uuid4()}),
    }
