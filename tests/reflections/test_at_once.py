from uuid import uuid4

import pytest

from kernel.clock import at, now
from kernel.errors import IdConflictError, WrongPhaseError
from reflections.models.note import Note
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.queries.participants import participant_of
from reflections.records.note import note_record
from reflections.services.groups import group_notes
from reflections.services.joining import join_session
from reflections.services.leading import GRACE, move_to_phase
from reflections.services.notes import add_note, reveal_notes, withdraw_note
from reflections.services.planning import SessionPlan, plan_session
from reflections.states import PhaseKind
from tests import api, cast
from tests.together import at_once, during

pytestmark = pytest.mark.django_db(transaction=True)


def _added(session, note_id):
    column = str(session.columns.all()[0].pk)
    return {"kind": "add", "id": str(note_id), "column_id": column, "text": "Loose rugs"}


def test_one_note_sent_ten_times_at_once_is_one_note(ada, bo, kinds_since):
    session = cast.collecting(ada, bo)
    address = api.place("api_notes", bo, session_id=session.pk)
    said = _added(session, uuid4())
    browsers = [api.browser_of(bo) for _ in range(10)]

    answers = at_once(*(lambda b=b: api.send(b, "POST", address, said) for b in browsers))

    assert [answer.status_code for answer in answers] == [204] * 10
    assert Note.objects.count() == 1
    assert kinds_since(0).count("note.added") == 1


def test_the_same_id_for_two_texts_at_once_keeps_one_and_refuses_the_other(ada, bo):
    session = cast.collecting(ada, bo)
    part, column = cast.part_of(bo, session), session.columns.all()[0]
    note_id = uuid4()

    outcomes = at_once(
        *(
            lambda text=text: add_note(part, note_id=note_id, column_id=column.pk, text=text)
            for text in ("Loose rugs", "No rails")
        )
    )

    assert sorted(type(one).__name__ for one in outcomes) == ["IdConflictError", "Note"]
    assert [isinstance(one, IdConflictError | Note) for one in outcomes] == [True, True]
    assert Note.objects.count() == 1


def test_planning_one_session_twice_at_once_is_one_session(ada, kinds_since):
    plan = SessionPlan(title="Falls at home", template="open-question", starts_at=cast.in_hours(24))
    session_id = uuid4()

    outcomes = at_once(*[lambda: plan_session(ada, session_id=session_id, plan=plan)] * 4)

    assert outcomes == [ReflectionSession.objects.get()] * 4
    assert kinds_since(0).count("session.planned") == 2  # on both streams


def test_joining_twice_at_once_is_joining_once(ada, bo):
    session = cast.collecting(ada)

    outcomes = at_once(*[lambda: join_session(bo, session.pk)] * 4)

    assert outcomes == [Participant.objects.get(membership=bo)] * 4


def test_a_note_that_comes_while_collecting_ends_is_kept(ada, bo):
    session = cast.collecting(ada, bo)
    part, column = cast.part_of(bo, session), session.columns.all()[0]

    outcome = during(
        lambda: cast.go_to(ada, session, PhaseKind.GROUP),
        lambda: add_note(part, note_id=uuid4(), column_id=column.pk, text="Loose rugs"),
    )

    assert outcome == Note.objects.get()


def test_a_note_that_comes_while_the_grace_ends_is_refused(ada, bo):
    session = cast.collecting(ada, bo)
    part, column = cast.part_of(bo, session), session.columns.all()[0]
    ended = now() - GRACE

    def move_on_long_ago():
        with at(ended):
            cast.go_to(ada, session, PhaseKind.GROUP)

    outcome = during(
        move_on_long_ago,
        lambda: add_note(part, note_id=uuid4(), column_id=column.pk, text="Loose rugs"),
    )

    assert isinstance(outcome, WrongPhaseError)
    assert Note.objects.count() == 0


def test_a_note_that_comes_while_collecting_begins_again_is_kept(ada, bo):
    session = cast.collecting(ada, bo)
    part, column = cast.part_of(bo, session), session.columns.all()[0]
    cast.go_to(ada, session, PhaseKind.GROUP)

    outcome = during(
        lambda: cast.go_to(ada, session, PhaseKind.COLLECT),
        lambda: add_note(part, note_id=uuid4(), column_id=column.pk, text="Loose rugs"),
    )

    assert outcome == Note.objects.get()


def test_a_note_that_is_withdrawn_while_notes_are_shown_stays_shown(ada, bo):
    session = cast.collecting(ada, bo)
    note = cast.write(bo, session)
    part = participant_of(bo, session.pk)

    outcome = during(lambda: reveal_notes(ada, session.pk), lambda: withdraw_note(part, note.pk))

    assert isinstance(outcome, WrongPhaseError)
    note.refresh_from_db()
    assert (note.revealed_at is not None, note.withdrawn_at) == (True, None)


def test_two_people_grouping_one_note_leave_it_in_one_group(ada, cem):
    session = cast.collecting(ada)
    [note] = cast.revealed(ada, session, "Loose rugs")
    groups = [uuid4(), uuid4()]

    at_once(
        *(
            lambda who=who, pk=pk: group_notes(who, session.pk, group_id=pk, note_ids=[note.pk])
            for who, pk in zip((ada, cem), groups, strict=True)
        )
    )

    note.refresh_from_db()
    assert note.group_id in groups
    assert note_record(note).text == "Loose rugs"


def test_two_people_moving_on_at_once_end_in_one_of_the_two_phases(ada, cem, kinds_since):
    session = cast.collecting(ada)
    phases = [session.phases.get(kind=kind).pk for kind in (PhaseKind.GROUP, PhaseKind.AGREE)]

    outcomes = at_once(
        *(
            lambda who=who, pk=pk: move_to_phase(who, session.pk, phase_id=pk)
            for who, pk in zip((ada, cem), phases, strict=True)
        )
    )

    session.refresh_from_db()
    assert outcomes == [session, session]
    assert session.current_phase_id in phases
    assert kinds_since(0).count("session.phase_changed") == 4  # two moves on two streams


def test_one_id_for_notes_of_two_sessions_at_once_is_a_conflict_and_no_fault(ada, bo):
    sessions = [cast.collecting(ada, bo) for _ in range(2)]
    note_id = uuid4()

    def send(session):
        address = api.place("api_notes", bo, session_id=session.pk)
        return api.send(api.browser_of(bo), "POST", address, _added(session, note_id)).status_code

    outcome = during(
        lambda: cast.write(bo, sessions[0], note_id=note_id), lambda: send(sessions[1])
    )

    assert outcome == 409
    assert Note.objects.get().session == sessions[0]
