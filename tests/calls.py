"""For each method of each API view: one call that works, and the board it works on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.urls import URLPattern, URLResolver, get_resolver

from actions.services.commitment import accept_action, decline_action
from actions.services.progress import complete_action
from eventlog.events import session_stream
from eventlog.queries import position_of
from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession
from reflections.services.groups import group_notes
from reflections.services.insights import Wording, draft_insight
from tests import cast

Route = tuple[str, str]  # name of the view, method


@dataclass(frozen=True)
class Call:
    """Who calls, what is sent, and the ids in the address that are not those of the board."""

    who: str
    body: dict[str, Any] | None = None
    ids: dict[str, Any] = field(default_factory=dict)
    query: str = ""


@dataclass(frozen=True)
class Board:
    """A session with something of each kind on it."""

    members: dict[str, Membership]
    ids: dict[str, Any]
    calls: dict[Route, Call]

    def path(self, route: Route, **others: Any) -> str:
        """Return the address of a call, with the ids of the board but for *others*."""
        call = self.calls[route]
        ids = {**self.ids, **call.ids, **others}
        path = re.sub(r"<\w+:(\w+)>", lambda part: str(ids[part[1]]), ADDRESSES[route])
        return path + call.query


def _addresses(resolver: URLResolver, so_far: str) -> Iterator[tuple[Route, str]]:
    for pattern in resolver.url_patterns:
        address = so_far + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            view = pattern.callback.view_class
            for method in {"get", "put", "post", "patch", "delete"} & set(dir(view)):
                yield (view.__name__, method.upper()), address
        else:
            yield from _addresses(pattern, address)


def _of_the_api() -> dict[Route, str]:
    api = next(one for one in get_resolver().url_patterns if str(one.pattern) == "api/v1/")
    return dict(_addresses(api, "/api/v1/"))


ADDRESSES = _of_the_api()


def board(members: dict[str, Membership]) -> Board:
    """Make a session in its collecting phase, led by Ada, in which Bo has a hidden note."""
    ada, bo = members["ada"], members["bo"]
    session = cast.collecting(ada, bo)
    agreed = cast.agreed(ada, session)
    shown = list(agreed.notes.all())
    group = group_notes(ada, session.pk, group_id=uuid4(), note_ids=[shown[0].pk], title="Rugs")
    draft = draft_insight(
        ada, session.pk, insight_id=uuid4(), wording=Wording("Rails help", [shown[0].pk])
    )
    action = cast.proposed(ada, bo, session)
    ids = {
        "partnership_id": ada.partnership_id,
        "session_id": session.pk,
        "note_id": cast.write(bo, session, "My neighbour fell").pk,
        "group_id": group.pk,
        "insight_id": draft.pk,
        "action_id": action.pk,
        "stream": f"session:{session.pk}",
    }
    return Board(members, ids, {**_on_sessions(members, ids, agreed.pk), **_on_actions(members)})


def _on_sessions(
    members: dict[str, Membership], ids: dict[str, Any], agreed_id: UUID
) -> dict[Route, Call]:
    ada = members["ada"]
    session = ReflectionSession.objects.get(pk=ids["session_id"])
    shown = session.notes.exclude(group=None).get()
    planned = {"session_id": cast.plan(ada, "Next week").pk}
    closing = {"session_id": cast.collecting(ada, title="Last week").pk}
    insight = {"statement": "Rails help much", "note_ids": [str(shown.pk)], "version": 1}
    plan = {
        "title": "Safe at home",
        "template": "open-question",
        "starts_at": cast.in_hours(48).isoformat(),
        "goal": "Fewer falls",
    }
    return {
        ("SpectacularAPIView", "GET"): Call("cem"),
        ("PartnershipsView", "GET"): Call("otto"),
        ("MembersView", "GET"): Call("bo"),
        ("SessionsView", "GET"): Call("otto"),
        ("SessionView", "GET"): Call("otto"),
        ("SessionView", "PUT"): Call("ada", plan, {"session_id": uuid4()}),
        ("InputView", "POST"): Call("ada", ids=planned),
        ("StartView", "POST"): Call("ada", ids=planned),
        ("PhaseView", "POST"): Call("ada", {"phase_id": str(session.phases.all()[1].pk)}),
        ("CloseView", "POST"): Call("ada", ids=closing),
        ("JoinView", "POST"): Call("otto"),
        ("RevealView", "POST"): Call("ada"),
        ("NoteView", "PUT"): Call(
            "bo",
            {"column_id": str(session.columns.all()[0].pk), "text": "Stairs are dark"},
            {"note_id": uuid4()},
        ),
        ("NoteView", "PATCH"): Call("bo", {"text": "My neighbour fell twice", "version": 1}),
        ("NoteView", "DELETE"): Call("bo"),
        ("NoteGroupView", "DELETE"): Call("ada", ids={"note_id": shown.pk}),
        ("GroupView", "PUT"): Call("ada", {"note_ids": [str(shown.pk)], "title": "Rugs"}),
        ("GroupView", "PATCH"): Call("ada", {"title": "Rugs and rails"}),
        ("InsightView", "PUT"): Call("ada", insight),
        ("AgreementView", "POST"): Call("ada"),
        ("DispositionView", "PUT"): Call(
            "ada", {"disposition": "park", "reason": "No money"}, {"insight_id": agreed_id}
        ),
        ("TranslationView", "PUT"): Call(
            "ada",
            {
                "title": "Put rails in 40 homes",
                "owner_id": str(members["bo"].pk),
                "due": cast.in_days(30).isoformat(),
                "done_test": "A list of 40 homes",
                "insight_id": str(agreed_id),
            },
            {"action_id": uuid4()},
        ),
        ("SnapshotView", "GET"): Call("bo"),
        ("ChangesView", "GET"): Call("bo", query=f"?epoch={_epoch_of(session)}&since=0"),
    }


def _epoch_of(session: ReflectionSession) -> UUID:
    return position_of(session_stream(session.pk)).epoch


def _on_actions(members: dict[str, Membership]) -> dict[Route, Call]:
    ada, bo, otto = members["ada"], members["bo"], members["otto"]
    accepted, declined, done = (cast.proposed(ada, bo).pk for _ in range(3))
    accept_action(bo, accepted)
    accept_action(bo, done)
    complete_action(bo, done, outcome="All 40 homes have rails")
    decline_action(bo, declined, reason="No time")
    missing = {"check_in_id": str(uuid4()), "text": "One street is missing"}
    return {
        ("ActionsView", "GET"): Call("otto"),
        ("ActionView", "GET"): Call("otto"),
        ("AcceptanceView", "POST"): Call("bo"),
        ("RefusalView", "POST"): Call("bo", {"reason": "No time"}),
        ("OfferView", "POST"): Call("ada", {"owner_id": str(otto.pk)}, {"action_id": declined}),
        ("CheckInView", "PUT"): Call(
            "bo",
            {"claim": "moving", "text": "Ten homes so far"},
            {"action_id": accepted, "check_in_id": uuid4()},
        ),
        ("CompletionView", "POST"): Call("bo", {"outcome": "Rails"}, {"action_id": accepted}),
        ("VerificationView", "POST"): Call("dag", ids={"action_id": done}),
        ("NotYetView", "POST"): Call("dag", missing, {"action_id": done}),
    }
