"""For each method of each API view: one call that works, and the board it works on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.urls import URLPattern, URLResolver, get_resolver

from actions.services.closing import close_session
from actions.services.commitment import accept_action, decline_action
from actions.services.progress import complete_action
from eventlog.events import session_stream
from eventlog.queries import position_of
from partnerships.models.membership import Membership
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.services.door import Door, change_door
from reflections.services.groups import group_notes
from reflections.services.insights import Wording, draft_insight
from tests import (
    advising_calls,
    asking,
    asking_calls,
    ballots,
    cast,
    closing_calls,
    endings,
    living_calls,
    preparing,
    region,
)
from tests.learning_calls import on_the_learning_agenda
from tests.one_call import Call, Route
from tests.played_again import played_again
from tests.preparation_calls import on_preparation
from tests.running_calls import on_a_running_session


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


@played_again
def board(members: dict[str, Membership]) -> Board:
    """Make a session in its collecting phase, led by Ada, in which Bo has a hidden note."""
    ada, bo = members["ada"], members["bo"]
    session = cast.collecting(ada, bo)
    ids = _ids(ada, bo, session)
    calls = {
        ("SeriesChoiceView", "POST"): Call("ada", {"series_id": str(ids["series_id"])}),
        **_on_partnerships(),
        **_on_sessions(ada, session),
        **on_preparation(members),
        **_on_notes(ada, session),
        **_on_insights(bo, session),
        **_on_actions(members),
        **living_calls.calls(members),
        **advising_calls.calls(members),
        **asking_calls.calls(members),
        **_on_steps(ada, session),
        **_on_votes(ada, bo),
        **on_a_running_session(members, session),
        **closing_calls.calls(ada),
        **_on_the_region(members, ids),
        **on_the_learning_agenda(members, session, ids),
    }
    return Board(members, ids, calls)


def _ids(ada: Membership, bo: Membership, session: ReflectionSession) -> dict[str, Any]:
    change_door(ada, session.pk, door=Door(True, True, False, 30))
    waiting = cast.guest_in(session)
    action = cast.proposed(ada, bo, session)
    shown = action.translations.get().notes.all()[0]
    group = group_notes(ada, session.pk, group_id=uuid4(), note_ids=[shown.pk], title="Rugs")
    draft = draft_insight(
        ada, session.pk, insight_id=uuid4(), wording=Wording("Rails help", [shown.pk])
    )
    cast.agreed(ada, session, "Nothing rests on this")
    return {
        "partnership_id": ada.partnership_id,
        "session_id": session.pk,
        "note_id": cast.write(bo, session, "My neighbour fell").pk,
        "group_id": group.pk,
        "insight_id": draft.pk,
        "action_id": action.pk,
        "participant_id": waiting.pk,
        "name": cast.template(ada).pk,
        "decision_id": endings.decision(ada, session).pk,
        **closing_calls.ids(ada, bo, action),
        "data_item_id": preparing.brought(ada, session).pk,
        "series_id": preparing.series(ada, session).pk,
        "question_id": asking.asked(ada).pk,
        "stream": f"session:{session.pk}",
    }


def _on_the_region(members: dict[str, Membership], ids: dict[str, Any]) -> dict[Route, Call]:
    ada, cem = members["ada"], members["cem"]
    theme = cast.collecting(ada, title="Last winter")
    item = region.sent_up(ada, theme)
    ids["item_id"] = item.pk
    sending = {"insight_id": str(region.insight(ada, theme).pk), "ask": "Say who decides"}
    here = {"session_id": theme.pk}
    whole = {"session_id": region.begun(cem).pk}
    reply = {"reply": "The fund pays", "version": 1}
    return {
        ("RegionItemView", "PUT"): Call("ada", sending, {**here, "item_id": uuid4()}),
        ("RegionItemView", "DELETE"): Call("ada", ids=here),
        ("ReplyView", "PUT"): Call("cem", reply, whole),
    }


def _on_partnerships() -> dict[Route, Call]:
    plan: dict[str, Any] = {
        "title": "Safe at home",
        "template": "open-question",
        "starts_at": cast.in_hours(48).isoformat(),
        "goal": "Fewer falls",
    }
    return {
        ("SpectacularAPIView", "GET"): Call("cem"),
        ("PartnershipsView", "GET"): Call("otto"),
        ("MembersView", "GET"): Call("bo"),
        ("TemplatesView", "GET"): Call("otto"),
        ("TemplateView", "GET"): Call("otto", query="?language=nl"),
        ("SessionsView", "GET"): Call("otto"),
        ("SessionView", "GET"): Call("otto"),
        ("SessionView", "PUT"): Call("ada", plan, {"session_id": uuid4()}),
        ("DraftView", "PUT"): Call("ada", plan, {"session_id": uuid4()}),
    }


def _on_sessions(ada: Membership, session: ReflectionSession) -> dict[Route, Call]:
    planned = {"session_id": cast.plan(ada, "Next week").pk}
    closing = {"session_id": cast.collecting(ada, title="Last week").pk}
    waiting = Participant.objects.get(membership=None, session=session)
    door = {"admits_guests": True, "has_waiting_room": False, "is_locked": True, "capacity": 40}
    finished = {"session_id": close_session(ada, cast.collecting(ada, title="Long ago").pk).pk}
    since = f"?epoch={position_of(session_stream(session.pk)).epoch}&since=0"
    details = {
        "title": "In two weeks",
        "starts_at": cast.in_hours(14 * 24).isoformat(),
        "version": 1,
    }
    return {
        ("SessionView", "PATCH"): Call("ada", details, planned),
        ("PlanView", "POST"): Call("ada", ids={"session_id": cast.draft(ada).pk}),
        ("CancellationView", "POST"): Call("ada", {"reason": "Snow"}, planned),
        ("InputView", "POST"): Call("ada", ids=planned),
        ("StartView", "POST"): Call("ada", ids=planned),
        ("PhaseView", "POST"): Call("ada", {"phase_id": str(session.phases.all()[1].pk)}),
        ("ClosingCheckView", "GET"): Call("ada", ids=closing),
        ("CloseView", "POST"): Call("ada", ids=closing),
        ("ReopeningView", "POST"): Call("ada", {"reason": "We forgot the rails"}, finished),
        ("WritingView", "PUT"): Call("ada", {"doing": "action", "about_ids": [str(uuid4())]}),
        ("WritingView", "DELETE"): Call("ada"),
        ("JoinView", "POST"): Call("otto"),
        ("DoorView", "PUT"): Call("ada", door),
        ("JoinSecretsView", "POST"): Call("ada"),
        ("AdmissionView", "POST"): Call("ada", ids={"participant_id": waiting.pk}),
        ("RemovalView", "POST"): Call("ada", ids={"participant_id": waiting.pk}),
        ("ExportView", "GET"): Call("ada"),
        ("SnapshotView", "GET"): Call("bo"),
        ("ChangesView", "GET"): Call("bo", query=since),
    }


def _on_notes(ada: Membership, session: ReflectionSession) -> dict[Route, Call]:
    shown = session.notes.exclude(group=None).get()
    column = str(session.columns.all()[0].pk)
    note = {"kind": "add", "id": str(uuid4()), "column_id": column, "text": "Stairs are dark"}
    unwritten = {"session_id": cast.collecting(ada, title="Nobody wrote yet").pk}
    return {
        ("RevealView", "POST"): Call("ada"),
        ("NotesView", "POST"): Call("bo", note),
        ("AttributionsView", "PUT"): Call("ada", {"allowed": ["named"]}, unwritten),
        ("GroupView", "PUT"): Call("ada", {"note_ids": [str(shown.pk)], "title": "Rugs"}),
        ("GroupView", "PATCH"): Call("ada", {"title": "Rugs and rails"}),
        ("UngroupedNotesView", "POST"): Call("ada", {"note_ids": [str(shown.pk)]}),
        ("SuggestionsView", "GET"): Call("ada"),
        ("RefusedSuggestionsView", "POST"): Call("ada", {"note_ids": [str(shown.pk)]}),
        ("SimilarNotesView", "GET"): Call("bo", ids={"note_id": shown.pk}),
        ("SearchView", "POST"): Call("bo", {"text": "loose rugs"}),
    }


def _on_steps(ada: Membership, session: ReflectionSession) -> dict[Route, Call]:
    others = [note.pk for note in session.notes.filter(group=None, revealed_at__isnull=False)]
    other = group_notes(ada, session.pk, group_id=uuid4(), note_ids=others, title="Rails")
    step = session.grouping_steps.all()[0]
    return {
        ("MergeView", "POST"): Call("ada", {"into_id": str(other.pk)}),
        ("UndoView", "POST"): Call("ada", ids={"step_id": step.pk}),
    }


def _on_votes(ada: Membership, bo: Membership) -> dict[Route, Call]:
    session, notes = ballots.voting(ada, bo)
    here, secret = {"session_id": session.pk}, {"secret": "0123456789abcdef" * 4}
    dot = {**secret, "dot_id": str(uuid4())}
    topic = {**here, "topic_id": notes[0].pk}
    return {
        ("BallotView", "POST"): Call("bo", secret, here),
        ("CastView", "POST"): Call("bo", {**dot, "topic_id": str(notes[0].pk)}, here),
        ("TakeBackView", "POST"): Call("bo", dot, here),
        ("VotingRulesView", "PUT"): Call("ada", {"dots_each": 3, "dots_per_topic": 1}),
        ("RoomVotesView", "GET"): Call("ada", ids=here),
        ("TopicRoomVotesView", "PUT"): Call("ada", {"dots": 4}, topic),
    }


def _on_insights(owner: Membership, session: ReflectionSession) -> dict[Route, Call]:
    shown = session.notes.exclude(group=None).get()
    agreed = session.insights.get(disposition="act")
    wording = {"statement": "Rails help much", "note_ids": [str(shown.pk)], "version": 1}
    action = {
        "title": "Put rails in 40 homes",
        "owner_id": str(owner.pk),
        "due": cast.in_days(30).isoformat(),
        "done_test": "A list of 40 homes",
        "insight_id": str(agreed.pk),
    }
    made = str(agreed.translations.get().action_id)
    remark = {"verdict": "dissent", "text": "Too many homes", "action_id": made}
    answer = {
        "disposition": "park",
        "reason": "No money",
        "revisit_on": cast.in_days(90).isoformat(),
        "version": agreed.version,
    }
    loose = {"insight_id": session.insights.get(state="agreed", disposition="").pk}
    return {
        ("InsightView", "PUT"): Call("ada", wording),
        ("AgreementView", "POST"): Call("ada", {"how": "consensus"}),
        ("WithdrawalView", "POST"): Call("ada", {"reason": "Said twice"}, loose),
        ("WordingView", "POST"): Call("ada", {"title": "Discuss the rugs"}),
        ("DispositionView", "PUT"): Call("ada", answer, {"insight_id": agreed.pk}),
        ("TranslationView", "PUT"): Call("ada", action, {"action_id": uuid4()}),
        ("RemarkView", "PUT"): Call("bo", remark, {"remark_id": uuid4()}),
    }


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
        ("IndicatorsView", "GET"): Call("otto"),
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
