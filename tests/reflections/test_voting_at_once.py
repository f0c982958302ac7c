"""R13: nobody spends more dots than she has, also when everything happens at the same moment."""

from uuid import uuid4

import pytest

from kernel.errors import ConflictError, WrongPhaseError
from reflections.models.voting import Dot
from reflections.queries.board import board_view_of
from reflections.queries.voting import tally_records
from reflections.records.voting import BallotRecord
from reflections.states import PhaseKind
from tests import api, ballots, cast
from tests.together import at_once, during

pytestmark = pytest.mark.django_db(transaction=True)

TEXTS = tuple(f"Topic {n}" for n in range(10))


def test_fifty_parallel_casts_with_five_dots_give_exactly_five(ada, bo):
    session, notes = ballots.voting(ada, bo, texts=TEXTS)

    outcomes = at_once(
        *(lambda n=n: ballots.vote(bo, session, notes[n % len(notes)].pk) for n in range(50))
    )

    given = [one for one in outcomes if isinstance(one, BallotRecord)]
    refused = [one for one in outcomes if isinstance(one, ConflictError)]
    assert (len(given), len(refused)) == (5, 45)
    assert Dot.objects.exclude(note=None).count() == 5
    assert sorted(one.left for one in given) == [0, 1, 2, 3, 4]


def test_fifty_parallel_repeats_of_one_cast_are_one_dot(ada, bo):
    session, notes = ballots.voting(ada, bo)
    address = api.place("api_cast", bo, session_id=session.pk)
    said = {
        "secret": ballots.secret_of(bo),
        "dot_id": str(uuid4()),
        "topic_id": str(notes[0].pk),
    }
    browsers = [api.browser_of(bo) for _ in range(50)]

    answers = at_once(*(lambda b=b: api.send(b, "POST", address, said) for b in browsers))

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert Dot.objects.exclude(note=None).count() == 1


def test_everybody_voting_at_once_loses_no_dot(ada, bo, cem, dag, otto):
    voters = [bo, cem, dag, otto]
    session, notes = ballots.voting(ada, *voters, texts=TEXTS)

    outcomes = at_once(
        *(
            lambda who=who, note=note: ballots.vote(who, session, note.pk)
            for note in notes[:5]
            for who in voters
        )
    )

    assert {type(one) for one in outcomes} == {BallotRecord}
    cast.go_to(ada, session, PhaseKind.DISCUSS)
    tally = tally_records(board_view_of(bo, session.pk), None)
    assert {one.id: one.dots for one in tally.values()} == dict.fromkeys(
        [note.pk for note in notes[:5]], len(voters)
    )


def test_a_dot_that_comes_while_voting_ends_is_refused(ada, bo):
    session, notes = ballots.voting(ada, bo)

    outcome = during(
        lambda: cast.go_to(ada, session, PhaseKind.DISCUSS),
        lambda: ballots.vote(bo, session, notes[0].pk),
    )

    assert isinstance(outcome, WrongPhaseError)
    assert not Dot.objects.exists()
