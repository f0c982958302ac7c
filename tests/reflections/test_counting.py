"""The rules of a vote, and the people in the room."""

from uuid import uuid4

import pytest

from actions.services.closing import close_session
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError, WrongPhaseError
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_of
from reflections.queries.voting import room_votes_in, tally_records
from reflections.records.voting import RoomVotesRecord, TallyRecord
from reflections.services.counting import enter_room_votes, set_voting_rules
from reflections.services.groups import group_notes
from reflections.states import PhaseKind
from tests import ballots, cast
from tests.unchanged import nothing_changed


@pytest.fixture
def scene(ada, bo):
    return ballots.voting(ada, bo)


@pytest.fixture
def session(scene):
    return scene[0]


@pytest.fixture
def notes(scene):
    return scene[1]


def _enter(member, session, topic, dots):
    enter_room_votes(member, session.pk, topic_id=topic, dots=dots)


def _rules(member, session, each, per_topic):
    return set_voting_rules(member, session.pk, dots_each=each, dots_per_topic=per_topic)


def test_the_rules_are_decided_before_voting(ada, bo, kinds_since):
    session = cast.collecting(ada, bo)
    assert (session.dots_each, session.dots_per_topic) == (5, 2)

    decided = _rules(ada, session, 3, 1)

    assert (decided.dots_each, decided.dots_per_topic) == (3, 1)
    assert kinds_since(0)[-2:] == ["session.voting_set"] * 2  # on both streams
    with nothing_changed():
        _rules(ada, session, 3, 1)


@pytest.mark.parametrize(
    ("each", "per_topic", "field"),
    [
        *((0, 1, "dots_each"), (21, 1, "dots_each"), (-1, -1, "dots_each")),
        *((3, 0, "dots_per_topic"), (3, 4, "dots_per_topic")),
    ],
)
def test_there_is_something_to_give(ada, each, per_topic, field):
    session = cast.collecting(ada)

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _rules(ada, session, each, per_topic)

    assert refused.value.field == field


def test_nobody_else_decides_the_rules(bo, mira, ada):
    session = cast.collecting(ada, bo)

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            _rules(bo, session, 3, 1)
        with pytest.raises(ReflectionSession.DoesNotExist):
            _rules(mira, session, 3, 1)


def test_once_voting_began_the_rules_stay(ada, bo, session, notes):
    with nothing_changed(), pytest.raises(ConflictError):
        _rules(ada, session, 3, 1)
    ballots.vote(bo, session, notes[0].pk)
    cast.go_to(ada, session, PhaseKind.GROUP)

    with nothing_changed(), pytest.raises(ConflictError):
        _rules(ada, session, 3, 1)


def test_votes_of_the_room_are_entered_and_kept_apart(ada, bo, session, notes, kinds_since):
    ballots.vote(bo, session, notes[0].pk)

    _enter(ada, session, notes[0].pk, 7)
    _enter(ada, session, notes[1].pk, 4)
    _enter(ada, session, notes[1].pk, 3)

    entered = [RoomVotesRecord(notes[0].pk, 7), RoomVotesRecord(notes[1].pk, 3)]
    assert room_votes_in(ada, session.pk) == sorted(entered, key=lambda one: one.topic_id)
    assert kinds_since(0)[-3:] == ["vote.room_entered"] * 3
    view = board_view_of(bo, session.pk)
    assert tally_records(view, None) == {}
    cast.go_to(ada, session, PhaseKind.DISCUSS)
    assert list(tally_records(view, None).values()) == [
        TallyRecord(id=notes[0].pk, dots=1, room=7),
        TallyRecord(id=notes[1].pk, dots=0, room=3),
    ]


def test_entering_the_same_twice_is_once(ada, session, notes):
    _enter(ada, session, notes[0].pk, 7)

    with nothing_changed():
        _enter(ada, session, notes[0].pk, 7)


def test_what_is_entered_for_a_group_stands_for_its_notes_too(ada, session, notes):
    _enter(ada, session, notes[0].pk, 7)
    ids = [note.pk for note in notes]
    group = group_notes(ada, session.pk, group_id=uuid4(), note_ids=ids)
    assert room_votes_in(ada, session.pk) == [RoomVotesRecord(group.pk, 7)]

    _enter(ada, session, group.pk, 5)

    assert room_votes_in(ada, session.pk) == [RoomVotesRecord(group.pk, 5)]


def test_nobody_else_enters_or_reads_what_the_room_voted(bo, mira, session, notes):
    with nothing_changed():
        with pytest.raises(NotAllowedError):
            _enter(bo, session, notes[0].pk, 1)
        with pytest.raises(NotAllowedError):
            room_votes_in(bo, session.pk)
        with pytest.raises(ReflectionSession.DoesNotExist):
            _enter(mira, session, notes[0].pk, 1)


def test_the_room_votes_from_the_voting_phase_on_until_the_end(ada, session, notes):
    cast.go_to(ada, session, PhaseKind.GROUP)
    with nothing_changed(), pytest.raises(WrongPhaseError):
        _enter(ada, session, notes[0].pk, 1)
    cast.go_to(ada, session, PhaseKind.DISCUSS)
    _enter(ada, session, notes[0].pk, 1)
    close_session(ada, session.pk)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        _enter(ada, session, notes[0].pk, 2)


@pytest.mark.parametrize("dots", [-1, 1001])
def test_a_room_has_so_many_people(ada, session, notes, dots):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _enter(ada, session, notes[0].pk, dots)

    assert refused.value.field == "dots"


def test_a_note_in_a_group_is_no_topic_of_its_own(ada, session, notes):
    group_notes(ada, session.pk, group_id=uuid4(), note_ids=[notes[0].pk])

    for topic in (notes[0].pk, uuid4()):
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            _enter(ada, session, topic, 1)
        assert refused.value.field == "topic_id"
