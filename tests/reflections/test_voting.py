"""Dots, ballots and what they come to."""

from uuid import uuid4

import pytest

from actions.services.closing import close_session, reopen_session
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    WrongPhaseError,
)
from reflections.models.session import ReflectionSession
from reflections.models.voting import Dot
from reflections.queries.board import board_view_of
from reflections.queries.voting import ballot_of, tally_records
from reflections.records.voting import BallotRecord, DotRecord
from reflections.services.groups import group_notes, merge_groups, take_out_of_groups, undo_grouping
from reflections.services.voting import cast_dot, take_dot_back
from reflections.states import PhaseKind
from tests import ballots, cast, endings
from tests.unchanged import nothing_changed


@pytest.fixture
def scene(ada, bo, cem, dag, otto):
    return ballots.voting(ada, bo, cem, dag, otto, texts=("Loose rugs", "No rails", "Dark stairs"))


@pytest.fixture
def session(scene):
    return scene[0]


@pytest.fixture
def notes(scene):
    return scene[1]


def _tally(member, session):
    records = tally_records(board_view_of(member, session.pk), None).values()
    return [(one.id, one.dots, one.room) for one in records]


def _ballot(member, session):
    return ballot_of(cast.part_of(member, session), ballots.secret_of(member))


def _take_back(member, session, dot_id):
    part = cast.part_of(member, session)
    return take_dot_back(part, secret=ballots.secret_of(member), dot_id=dot_id)


def _group(ada, session, notes):
    return group_notes(ada, session.pk, group_id=uuid4(), note_ids=[note.pk for note in notes])


def test_dots_are_given_and_the_ballot_says_what_is_left(bo, session, notes):
    dots = [uuid4(), uuid4()]
    assert _ballot(bo, session) == BallotRecord(left=5, dots=[], is_elsewhere=False)

    ballots.vote(bo, session, notes[0].pk, dots[0])
    given = ballots.vote(bo, session, notes[1].pk, dots[1])

    lying = [DotRecord(dots[0], notes[0].pk), DotRecord(dots[1], notes[1].pk)]
    assert given == BallotRecord(left=3, dots=lying, is_elsewhere=False) == _ballot(bo, session)


def test_a_cast_leaves_no_event(bo, session, notes, kinds_since):
    before = kinds_since(0)

    ballots.vote(bo, session, notes[0].pk)

    assert kinds_since(0) == before


def test_the_same_dot_a_hundred_times_is_one_dot(bo, session, notes):
    dot = uuid4()
    first = ballots.vote(bo, session, notes[0].pk, dot)

    with nothing_changed():
        again = [ballots.vote(bo, session, notes[0].pk, dot) for _ in range(100)]

    assert again == [first] * 100
    assert first.left == 4


def test_a_dot_lies_in_one_place_and_on_one_ballot(bo, dag, session, notes):
    dot = uuid4()
    ballots.vote(bo, session, notes[0].pk, dot)
    ballots.vote(dag, session, notes[0].pk)

    for other, note in ((bo, notes[1]), (dag, notes[0])):
        with nothing_changed(), pytest.raises(IdConflictError):
            ballots.vote(other, session, note.pk, dot)


def test_a_dot_is_taken_back_once_and_given_again(bo, session, notes):
    dot = uuid4()
    ballots.vote(bo, session, notes[0].pk, dot)

    assert _take_back(bo, session, dot).left == 5
    with nothing_changed():
        assert _take_back(bo, session, dot).left == 5
    assert ballots.vote(bo, session, notes[1].pk).left == 4


def test_nobody_gives_more_than_the_budget(bo, session, notes):
    for note in (notes[0], notes[0], notes[1], notes[1], notes[2]):
        ballots.vote(bo, session, note.pk)

    with nothing_changed(), pytest.raises(ConflictError) as refused:
        ballots.vote(bo, session, notes[2].pk)

    assert refused.value.message == "You gave all your dots. Take one back to move it."


def test_one_topic_takes_no_more_than_the_cap(bo, session, notes):
    ballots.vote(bo, session, notes[0].pk)
    ballots.vote(bo, session, notes[0].pk)

    with nothing_changed(), pytest.raises(ConflictError) as refused:
        ballots.vote(bo, session, notes[0].pk)

    assert refused.value.message == "One topic gets at most 2 dots from you."


def test_the_cap_is_that_of_the_group(ada, bo, session, notes):
    ballots.vote(bo, session, notes[0].pk)
    ballots.vote(bo, session, notes[1].pk)
    group = _group(ada, session, notes[:2])

    with nothing_changed(), pytest.raises(ConflictError):
        ballots.vote(bo, session, group.pk)
    assert [dot.topic_id for dot in _ballot(bo, session).dots] == [group.pk, group.pk]


def test_whoever_leads_does_not_vote_and_nobody_from_outside(ada, mira, session, notes):
    with nothing_changed():
        with pytest.raises(NotAllowedError):
            ballots.vote(ada, session, notes[0].pk)
        with pytest.raises(ReflectionSession.DoesNotExist):
            ballots.vote(mira, session, notes[0].pk)


def test_guests_vote_and_observers_do_not(ada, session, notes):
    gus, olga = cast.guest_in(session), cast.guest_in(session, "Olga", is_observer=True)
    dot = {"dot_id": uuid4(), "topic_id": notes[0].pk, "secret": "a secret that a guest has " * 2}

    assert cast_dot(gus, **dot).left == 4
    with nothing_changed(), pytest.raises(NotAllowedError):
        cast_dot(olga, **dot | {"secret": "a secret that an observer has"})


@pytest.mark.parametrize("kind", [PhaseKind.GROUP, PhaseKind.DISCUSS])
def test_votes_are_cast_while_voting_is_open_only(ada, bo, session, notes, kind):
    dot = uuid4()
    ballots.vote(bo, session, notes[0].pk, dot)
    cast.go_to(ada, session, kind)

    with nothing_changed():
        with pytest.raises(WrongPhaseError):
            ballots.vote(bo, session, notes[0].pk)
        with pytest.raises(WrongPhaseError):
            _take_back(bo, session, dot)


def test_what_is_hidden_elsewhere_or_nothing_is_no_topic(ada, bo, session, notes):
    elsewhere = cast.revealed(ada, cast.collecting(ada), "Elsewhere")[0]

    for topic in (elsewhere.pk, uuid4(), session.pk):
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            ballots.vote(bo, session, topic)
        assert refused.value.field == "topic_id"


def test_a_second_browser_is_sent_to_the_first(bo, session, notes):
    ballots.vote(bo, session, notes[0].pk)
    part, other = cast.part_of(bo, session), "another secret of another browser of hers"

    assert ballot_of(part, other) == BallotRecord(left=0, dots=[], is_elsewhere=True)
    with nothing_changed(), pytest.raises(ConflictError):
        cast_dot(part, secret=other, dot_id=uuid4(), topic_id=notes[0].pk)


def test_nobody_votes_on_the_ballot_of_somebody_else(bo, dag, session, notes):
    ballots.vote(bo, session, notes[0].pk)

    with nothing_changed(), pytest.raises(ConflictError):
        cast_dot(
            cast.part_of(dag, session),
            secret=ballots.secret_of(bo),
            dot_id=uuid4(),
            topic_id=notes[0].pk,
        )


def test_a_secret_that_can_be_guessed_is_refused(bo, session, notes):
    part = cast.part_of(bo, session)

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        cast_dot(part, secret="1234", dot_id=uuid4(), topic_id=notes[0].pk)

    assert refused.value.field == "secret"


def test_the_tally_appears_when_voting_ends_and_goes_when_it_opens_again(
    ada, bo, dag, session, notes
):
    for member, note in ((bo, notes[1]), (bo, notes[1]), (dag, notes[1]), (dag, notes[0])):
        ballots.vote(member, session, note.pk)
    counted = [(notes[1].pk, 3, 0), (notes[0].pk, 1, 0)]

    assert [_tally(member, session) for member in (ada, bo)] == [[], []]
    cast.go_to(ada, session, PhaseKind.DISCUSS)
    assert [_tally(member, session) for member in (ada, bo)] == [counted, counted]
    cast.go_to(ada, session, PhaseKind.VOTE)
    assert _tally(ada, session) == []
    assert _ballot(bo, session).left == 3
    ballots.vote(bo, session, notes[2].pk)


def test_dots_count_for_the_group_that_their_note_comes_into(ada, bo, dag, session, notes):
    ballots.vote(bo, session, notes[0].pk)
    ballots.vote(dag, session, notes[1].pk)
    cast.go_to(ada, session, PhaseKind.DISCUSS)

    group = _group(ada, session, notes[:2])

    assert _tally(bo, session) == [(group.pk, 2, 0)]


def test_dots_follow_a_group_that_is_merged_taken_apart_and_put_back(ada, bo, dag, session, notes):
    first, second = _group(ada, session, notes[:1]), _group(ada, session, notes[1:])
    ballots.vote(bo, session, first.pk)
    ballots.vote(dag, session, second.pk)
    cast.go_to(ada, session, PhaseKind.DISCUSS)

    merge_groups(ada, session.pk, group_id=first.pk, into_id=second.pk)
    assert _tally(bo, session) == [(second.pk, 2, 0)]
    undo_grouping(ada, session.pk, step_id=session.grouping_steps.last().pk)
    assert sorted(_tally(bo, session)) == sorted([(first.pk, 1, 0), (second.pk, 1, 0)])
    take_out_of_groups(ada, session.pk, note_ids=[notes[0].pk])
    assert sorted(_tally(bo, session)) == sorted([(notes[0].pk, 1, 0), (second.pk, 1, 0)])


def test_a_finished_session_keeps_what_each_topic_got_and_no_ballot(ada, bo, dag, session, notes):
    for member in (bo, dag):
        ballots.vote(member, session, notes[0].pk)

    close_session(ada, session.pk)

    assert not Dot.objects.exists()
    assert _tally(bo, session) == [(notes[0].pk, 2, 0)]
    assert _ballot(bo, session).is_elsewhere


def test_after_reopening_there_is_no_second_vote(ada, bo, cem):
    session, [rugs, _] = ballots.voting(ada, bo, cem)
    ballots.vote(bo, session, rugs.pk)
    endings.closed(ada, session)
    reopen_session(ada, session.pk, reason="We forgot an answer")

    with nothing_changed(), pytest.raises(ConflictError):
        cast.go_to(ada, session, PhaseKind.VOTE)
