from uuid import uuid4

import pytest

from actions.services.closing import close_session
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError, WrongPhaseError
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession, SessionPhase
from reflections.services.joining import join_session
from reflections.services.leading import move_to_phase, open_input, start_session
from reflections.states import MOVES, PhaseKind, SessionState, next_state
from tests import cast
from tests.unchanged import nothing_changed

STEPS = {
    "open_input": open_input,
    "start": start_session,
    "close": close_session,
    "move": lambda member, pk: move_to_phase(
        member, pk, phase_id=SessionPhase.objects.filter(session=pk).first().pk
    ),
}


def test_a_session_can_be_opened_for_input_before_it_starts(ada, bo, kinds_since):
    session = open_input(ada, cast.plan(ada).pk)

    assert (session.state, session.current_phase.kind) == ("input_open", "collect")
    assert kinds_since(0)[-2:] == ["session.input_opened"] * 2
    join_session(bo, session.pk)
    assert cast.write(bo, session, "Early").session == session


def test_starting_a_session_joins_whoever_starts_it(ada, kinds_since):
    session = start_session(ada, cast.plan(ada).pk)

    session.refresh_from_db()
    assert (session.state, session.current_phase) == ("live", session.phases.all()[0])
    assert Participant.objects.get().membership == ada
    assert kinds_since(0)[-3:] == ["participant.joined", "session.started", "session.started"]


def test_a_session_that_was_open_for_input_starts_with_whom_it_has(ada, kinds_since):
    session = open_input(ada, cast.plan(ada).pk)
    join_session(ada, session.pk)

    start_session(ada, session.pk)

    assert Participant.objects.count() == 1
    assert kinds_since(0).count("participant.joined") == 1


@pytest.mark.parametrize("step", ["open_input", "start"])
def test_doing_it_twice_is_once(ada, step):
    session = STEPS[step](ada, cast.plan(ada).pk)

    with nothing_changed():
        again = STEPS[step](ada, session.pk)

    assert (again, again.state) == (session, session.state)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("who", ["bo", "dag", "otto"])
def test_nobody_else_leads_a_session(westmeer, step, who):
    session = cast.collecting(westmeer["ada"], westmeer[who])

    with nothing_changed(), pytest.raises(NotAllowedError):
        STEPS[step](westmeer[who], session.pk)


@pytest.mark.parametrize("step", [*STEPS, "join"])
def test_a_session_of_another_partnership_does_not_exist(ada, mira, step):
    session = cast.collecting(ada)
    act = {**STEPS, "join": join_session}[step]

    with nothing_changed(), pytest.raises(ReflectionSession.DoesNotExist):
        act(mira, session.pk)


def test_a_manager_leads_any_session(ada, cem):
    session = start_session(cem, cast.plan(ada).pk)

    assert (session.state, session.facilitator) == ("live", ada)


@pytest.mark.parametrize(
    ("kind", "state"),
    [("group", "live"), ("agree", "live"), ("translate", "translating"), ("collect", "live")],
)
def test_a_session_moves_to_any_phase(ada, kind, state, kinds_since):
    session = cast.collecting(ada)
    cast.go_to(ada, session, PhaseKind.AGREE if kind != "agree" else PhaseKind.GROUP)

    moved = cast.go_to(ada, session, kind)

    assert (moved.state, moved.current_phase.kind) == (state, kind)
    assert kinds_since(0)[-2:] == ["session.phase_changed"] * 2


def test_a_session_moves_back_from_translating(ada):
    session = cast.collecting(ada)
    cast.go_to(ada, session, PhaseKind.TRANSLATE)

    assert cast.go_to(ada, session, PhaseKind.COLLECT).state == "live"


def test_moving_to_where_one_is_changes_nothing(ada):
    session = cast.collecting(ada)

    with nothing_changed():
        cast.go_to(ada, session, PhaseKind.COLLECT)


def test_a_phase_of_another_session_is_not_taken(ada):
    session, other = cast.collecting(ada), cast.collecting(ada)

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        move_to_phase(ada, session.pk, phase_id=other.phases.all()[1].pk)

    assert refused.value.field == "phase_id"


@pytest.mark.parametrize("state", SessionState.values)
def test_a_step_that_the_state_does_not_know_is_a_conflict_with_a_sentence(ada, state):
    for step in ("open_input", "start", "translate", "discuss", "close"):
        if (state, step) in MOVES:
            assert next_state(state, step) == MOVES[state, step]
        else:
            with pytest.raises(ConflictError, match="Reload the page"):
                next_state(state, step)


@pytest.mark.parametrize("step", ["close", "move"])
def test_a_planned_session_cannot_be_moved_or_closed(ada, step):
    session = cast.plan(ada)

    with nothing_changed(), pytest.raises(ConflictError):
        STEPS[step](ada, session.pk)


@pytest.mark.parametrize("step", ["open_input", "start", "move"])
def test_a_finished_session_stays_as_it_is(ada, step):
    session = close_session(ada, cast.collecting(ada).pk)

    with nothing_changed(), pytest.raises(ConflictError):
        STEPS[step](ada, session.pk)


def test_members_join_an_open_session_once(ada, otto, kinds_since):
    session = cast.collecting(ada)

    first = join_session(otto, session.pk)

    with nothing_changed():
        assert join_session(otto, session.pk) == first
    assert (first.membership, first.session, first.actor_id) == (otto, session, otto.pk)
    assert kinds_since(0)[-1] == "participant.joined"


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (cast.plan, "not open yet"),
        (lambda ada: close_session(ada, cast.collecting(ada).pk), "is finished"),
    ],
    ids=["planned", "finished"],
)
def test_nobody_joins_a_session_that_is_not_open(ada, otto, make, sentence):
    session = make(ada)

    with nothing_changed(), pytest.raises(WrongPhaseError, match=sentence):
        join_session(otto, session.pk)


def test_a_participant_comes_back_after_the_end(ada, bo):
    session = cast.collecting(ada, bo)
    close_session(ada, session.pk)

    assert join_session(bo, session.pk) == cast.part_of(bo, session)


def test_a_former_member_does_not_join(ada, cem, bo):
    session = cast.collecting(ada)
    cast.gone(cem, bo)

    with nothing_changed(), pytest.raises(NotAllowedError):
        join_session(bo, session.pk)


def test_an_unknown_session_does_not_exist(ada):
    with pytest.raises(ReflectionSession.DoesNotExist):
        join_session(ada, uuid4())
