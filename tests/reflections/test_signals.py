from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist

from actions.services.closing import close_session
from kernel.errors import InvalidInputError, NotAllowedError, WrongPhaseError
from reflections.queries.board import board_view_of
from reflections.queries.discussion import reaction_records
from reflections.queries.facilitating import Signals, readiness_records, signals_of
from reflections.records.discussion import ReactionsRecord
from reflections.records.facilitating import ReadinessRecord
from reflections.services.signals import react, signal_ready, take_reaction_back, take_ready_back
from reflections.states import PhaseKind
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def session(ada, bo, dag, otto):
    return cast.collecting(ada, bo, dag, otto)


@pytest.fixture
def part(bo, session):
    return cast.part_of(bo, session)


@pytest.fixture
def note(bo, session):
    return cast.revealed(bo, session, "Loose rugs")[0]


def _ready(part, session):
    session.refresh_from_db()
    signal_ready(part, phase_id=session.current_phase_id)


def _counted(member, session):
    return readiness_records(board_view_of(member, session.pk), None)


def _tallied(member, session):
    return reaction_records(board_view_of(member, session.pk), None)


def test_only_how_many_are_ready_is_shown(ada, bo, dag, session, part, kinds_since):
    _ready(part, session)

    expected = ReadinessRecord(id=session.pk, phase_id=session.current_phase_id, ready=1, people=3)
    for member in (ada, bo, dag):
        assert _counted(member, session) == {str(session.pk): expected}
    assert kinds_since(0)[-1] == "readiness.changed"
    with nothing_changed():
        _ready(part, session)


def test_ready_is_taken_back_once(session, part, dag):
    _ready(part, session)

    take_ready_back(part, phase_id=session.current_phase_id)

    assert _counted(dag, session)[str(session.pk)].ready == 0
    with nothing_changed():
        take_ready_back(part, phase_id=session.current_phase_id)


def test_each_phase_is_counted_anew(ada, session, part):
    left = session.current_phase_id
    _ready(part, session)
    cast.go_to(ada, session, PhaseKind.GROUP)

    assert _counted(ada, session)[str(session.pk)].ready == 0
    with nothing_changed(), pytest.raises(WrongPhaseError):
        signal_ready(part, phase_id=left)
    cast.go_to(ada, session, PhaseKind.COLLECT)
    assert _counted(ada, session)[str(session.pk)].ready == 1


def test_those_who_run_the_session_are_not_waited_for(ada, session):
    _ready(cast.part_of(ada, session), session)

    assert (_counted(ada, session)[str(session.pk)].ready) == 0


def test_reactions_are_counted_by_kind(dag, otto, session, part, note, kinds_since):
    for who in (part, cast.part_of(dag, session)):
        react(who, about="note", topic_id=note.pk, kind="recognise")
    react(part, about="note", topic_id=note.pk, kind="question")

    assert _tallied(otto, session) == {
        str(note.pk): ReactionsRecord(
            id=note.pk, about="note", recognise=2, important=0, question=1
        )
    }
    assert kinds_since(0)[-1] == "reaction.changed"
    with nothing_changed():
        react(part, about="note", topic_id=note.pk, kind="question")


def test_a_reaction_is_taken_back_once(otto, session, part, note):
    react(part, about="note", topic_id=note.pk, kind="important")

    take_reaction_back(part, topic_id=note.pk, kind="important")

    assert _tallied(otto, session) == {}
    with nothing_changed():
        take_reaction_back(part, topic_id=note.pk, kind="important")


def test_what_one_said_with_a_press_is_known_to_oneself(ada, session, part, note):
    _ready(part, session)
    react(part, about="note", topic_id=note.pk, kind="question")
    react(part, about="note", topic_id=note.pk, kind="important")

    assert signals_of(part) == Signals(
        ready_in=[session.current_phase_id],
        reactions={str(note.pk): ["question", "important"]},
    )
    assert signals_of(cast.part_of(ada, session)) == Signals([], {})


def test_there_are_three_reactions_and_they_are_to_something_one_sees(bo, session, part, note):
    hidden = cast.write(bo, session, "Hidden")

    with nothing_changed():
        with pytest.raises(InvalidInputError):
            react(part, about="note", topic_id=note.pk, kind="applause")
        for topic_id in (uuid4(), hidden.pk):
            with pytest.raises(ObjectDoesNotExist):
                react(part, about="note", topic_id=topic_id, kind="question")


def test_a_finished_session_takes_no_more_signals(ada, session, part, note):
    close_session(ada, session.pk)

    with nothing_changed():
        for act in (
            lambda: react(part, about="note", topic_id=note.pk, kind="question"),
            lambda: signal_ready(part, phase_id=session.current_phase_id),
        ):
            with pytest.raises(WrongPhaseError):
                act()
    assert _counted(ada, session) == {}


def test_a_former_member_signals_nothing(cem, bo, session, part, note):
    cast.gone(cem, bo)
    part.membership.refresh_from_db()

    with nothing_changed(), pytest.raises(NotAllowedError):
        react(part, about="note", topic_id=note.pk, kind="question")


def test_guests_are_counted_and_those_who_only_look_on_are_not(ada, session, part):
    guest, looker = cast.guest_in(session), cast.guest_in(session, is_observer=True)
    _ready(guest, session)

    with nothing_changed(), pytest.raises(NotAllowedError):
        _ready(looker, session)
    counted = _counted(ada, session)[str(session.pk)]
    assert (counted.ready, counted.people) == (1, 4)
