"""For each method of what one does with a session while it runs: one call that works."""

from uuid import uuid4

from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession
from reflections.services.breakouts import NamedTable, open_tables
from reflections.services.comments import add_comment
from reflections.services.timing import start_timer
from tests import cast
from tests.one_call import Call, Route


def on_a_running_session(
    members: dict[str, Membership], session: ReflectionSession
) -> dict[Route, Call]:
    """Return the calls, on the session and on others that Ada leads."""
    ada, bo = members["ada"], members["bo"]
    return {
        **_on_time_and_parts(ada, session),
        **_on_people(members, session),
        **_on_tables(ada, bo),
        **_on_talk(bo, session),
    }


def _on_time_and_parts(ada: Membership, session: ReflectionSession) -> dict[Route, Call]:
    timed = cast.collecting(ada, title="With a timer")
    timer = start_timer(ada, timed.pk, timer_id=uuid4(), minutes=5)
    there = {"session_id": timed.pk, "timer_id": timer.pk}
    more = {"minutes": 2, "ends_at": timer.ends_at.isoformat()}
    words = {"title": "Once more", "prompt": "What did we miss?", "minutes": 5}
    phases = list(session.phases.all())
    note = session.notes.filter(revealed_at__isnull=False)[0]
    return {
        ("TimerView", "PUT"): Call("ada", {"minutes": 5}, {"timer_id": uuid4()}),
        ("TimerView", "PATCH"): Call("ada", more, there),
        ("TimerView", "DELETE"): Call("ada", ids=there),
        ("OnePhaseView", "PUT"): Call("ada", {**words, "kind": "discuss"}, {"phase_id": uuid4()}),
        ("OnePhaseView", "PATCH"): Call("ada", {**words, "version": 1}, {"phase_id": phases[1].pk}),
        ("PhaseOrderView", "PUT"): Call(
            "ada", {"phase_ids": [str(phase.pk) for phase in reversed(phases)]}
        ),
        ("OpenActionsView", "GET"): Call("bo"),
        ("OpenInsightsView", "GET"): Call("bo"),
        ("PresentationView", "PUT"): Call("ada", {"about": "note", "topic_id": str(note.pk)}),
        ("PresentationView", "DELETE"): Call("ada"),
        ("ReadyView", "POST"): Call("bo", ids={"phase_id": session.current_phase_id}),
        ("ReadyView", "DELETE"): Call("bo", ids={"phase_id": session.current_phase_id}),
    }


def _on_people(members: dict[str, Membership], session: ReflectionSession) -> dict[Route, Call]:
    other = members["cem"].pk
    part = {"participant_id": cast.part_of(members["bo"], session).pk}
    return {
        ("FacilitatorView", "POST"): Call("ada", ids={"member_id": other}),
        ("FacilitatorView", "DELETE"): Call("ada", ids={"member_id": other}),
        ("LeadView", "PUT"): Call("ada", {"member_id": str(other)}),
        ("MinuteTakerView", "POST"): Call("ada", ids=part),
        ("MinuteTakerView", "DELETE"): Call("ada", ids=part),
    }


def _on_tables(ada: Membership, bo: Membership) -> dict[Route, Call]:
    plenary = {"session_id": cast.collecting(ada, title="Not split up").pk}
    apart = cast.collecting(ada, bo, title="Split up")
    tables = [NamedTable(uuid4(), title) for title in ("Window", "Door")]
    open_tables(ada, apart.pk, tables=tables)
    named = [{"id": str(uuid4()), "title": title} for title in ("North", "South")]
    there = {"session_id": apart.pk}
    seat = {**there, "participant_id": cast.part_of(bo, apart).pk}
    return {
        ("TablesView", "PUT"): Call("ada", {"tables": named}, plenary),
        ("TablesView", "DELETE"): Call("ada", ids=there),
        ("SpreadView", "POST"): Call("ada", ids=there),
        ("SeatView", "PUT"): Call("ada", {"table_id": str(tables[0].id)}, seat),
    }


def _on_talk(bo: Membership, session: ReflectionSession) -> dict[Route, Call]:
    note = session.notes.filter(revealed_at__isnull=False)[0]
    comment = add_comment(
        cast.part_of(bo, session),
        comment_id=uuid4(),
        about="note",
        topic_id=note.pk,
        text="At ours, too",
    )
    topic = {"about": "note", "topic_id": note.pk}
    said = {"about": "note", "topic_id": str(note.pk), "text": "So do we"}
    here = {"comment_id": comment.pk}
    why = {"reason": "person", "remark": "Her neighbour asked"}
    return {
        ("CommentView", "PUT"): Call("bo", said, {"comment_id": uuid4()}),
        ("CommentView", "PATCH"): Call("bo", {"text": "At our flat", "version": 1}, here),
        ("CommentView", "DELETE"): Call("bo", ids=here),
        ("WithheldCommentView", "PUT"): Call("ada", why, here),
        ("WithheldCommentView", "DELETE"): Call("ada", ids=here),
        ("WithheldNoteView", "PUT"): Call("ada", why, {"note_id": note.pk}),
        ("WithheldNoteView", "DELETE"): Call("ada", ids={"note_id": note.pk}),
        ("ReactionView", "POST"): Call("bo", ids={**topic, "kind": "question"}),
        ("ReactionView", "DELETE"): Call("bo", ids={**topic, "kind": "question"}),
        ("MinutesView", "PUT"): Call("ada", {"text": "Rugs again", "version": 0}, topic),
        ("ParkingView", "PUT"): Call("ada", {"reason": "For the city"}, topic),
        ("ParkingView", "DELETE"): Call("ada", ids=topic),
    }
