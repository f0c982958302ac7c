"""Whatever people do with their dots: what is counted is what lies there."""

import os
from collections import Counter
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.services.closing import close_session
from kernel.errors import ConflictError
from reflections.queries.board import board_view_of
from reflections.queries.voting import ballot_of, tally_records
from reflections.services.voting import take_dot_back
from reflections.states import PhaseKind
from tests import ballots, cast
from tests.unchanged import undone

VOTERS = ("bo", "cem", "dag")
TOPICS = 4
BUDGET, CAP = 5, 2
# HISTORIES=1000 takes five minutes, and is for those who change how votes are kept.
HISTORIES = int(os.environ.get("HISTORIES", "150"))

# Who, whether she gives or takes back, and which topic or which of her dots.
steps = st.tuples(st.sampled_from(VOTERS), st.booleans(), st.integers(0, TOPICS - 1))


class Hands:
    """What each voter has given, kept beside the product in the plainest way."""

    def __init__(self):
        self.dots = {voter: {} for voter in VOTERS}

    def may_give(self, voter, topic):
        mine = self.dots[voter]
        return len(mine) < BUDGET and list(mine.values()).count(topic) < CAP

    def tally(self):
        return Counter(topic for mine in self.dots.values() for topic in mine.values())


def _live(people, session, topics, history):
    hands = Hands()
    for voter, gives, n in history:
        mine, dot = hands.dots[voter], uuid4()
        if gives and hands.may_give(voter, topics[n]):
            ballot = ballots.vote(people[voter], session, topics[n], dot)
            assert ballot.left == BUDGET - len(mine) - 1
            mine[dot] = topics[n]
        elif gives:
            try:
                ballots.vote(people[voter], session, topics[n], dot)
            except ConflictError:
                continue
            raise AssertionError("a dot too many was taken")
        elif mine:
            gone = list(mine)[n % len(mine)]
            part, secret = cast.part_of(people[voter], session), ballots.secret_of(people[voter])
            take_dot_back(part, secret=secret, dot_id=gone)
            del mine[gone]
    return hands


def _counted(member, session):
    records = tally_records(board_view_of(member, session.pk), None).values()
    return {one.id: one.dots for one in records}


@pytest.fixture
def scene(westmeer):
    voters = [westmeer[voter] for voter in VOTERS]
    return ballots.voting(westmeer["ada"], *voters, texts=("A", "B", "C", "D"))


@pytest.mark.timeout(1800)
@pytest.mark.once
def test_a_recount_of_all_ballots_is_the_tally_in_every_history(westmeer, scene):
    session, notes = scene
    topics = [note.pk for note in notes]
    parts = {voter: cast.part_of(westmeer[voter], session) for voter in VOTERS}
    tried = []

    @settings(max_examples=HISTORIES)
    @given(history=st.lists(steps, max_size=8))
    def check(history):
        with undone():
            tried.append(history)
            hands = _live(westmeer, session, topics, history)
            for voter, part in parts.items():
                part.refresh_from_db(fields=["has_ballot"])
                ballot = ballot_of(part, ballots.secret_of(westmeer[voter]))
                assert {dot.id: dot.topic_id for dot in ballot.dots} == hands.dots[voter]
            cast.go_to(westmeer["ada"], session, PhaseKind.DISCUSS)
            assert _counted(westmeer["bo"], session) == hands.tally()
            close_session(westmeer["ada"], session.pk)
            assert _counted(westmeer["bo"], session) == hands.tally()

    check()
    assert len(tried) >= HISTORIES
