"""What is stored, sent and told while people vote ties no ballot to a voter, and tells no count."""

import json
from uuid import uuid4

import msgspec
import pytest
from django.apps import apps
from django.db import connection

from actions.services.closing import close_session
from eventlog.events import session_stream
from eventlog.models import Event
from eventlog.queries import Position, position_of
from realtime.news import changes, snapshot
from realtime.protocol import encode
from realtime.standing import standing_of
from reflections.models.participant import Participant
from reflections.models.voting import Dot
from reflections.services.counting import enter_room_votes
from reflections.services.groups import group_notes
from reflections.services.voting import take_dot_back
from reflections.states import PhaseKind
from reflections.visitors import Visitor
from tests import api, ballots, cast

VOTERS = ("bo", "cem", "dag", "otto")


@pytest.fixture
def scene(westmeer):
    voters = [westmeer[name] for name in VOTERS]
    return ballots.voting(westmeer["ada"], *voters, texts=("A", "B", "C", "D", "E"))


def _all_vote(westmeer, session, notes):
    for n, name in enumerate(VOTERS):
        ballots.vote(westmeer[name], session, notes[n].pk)


def _as_stored():
    """Return the dots in the order in which the database keeps them."""
    in_order = {
        "postgresql": "SELECT ballot, note_id FROM reflections_dot ORDER BY ctid",
        "sqlite": "SELECT ballot, note_id FROM reflections_dot ORDER BY rowid",
    }
    with connection.cursor() as cursor:
        cursor.execute(in_order[connection.vendor])
        return cursor.fetchall()


def test_no_row_names_both_a_ballot_and_a_voter(westmeer, scene):
    session, notes = scene
    _all_vote(westmeer, session, notes)
    voters = {str(westmeer[name].pk) for name in VOTERS}
    voters |= {str(part.pk) for part in session.participants.all()}
    ballots = {dot.ballot for dot in Dot.objects.all()} | {str(dot.pk) for dot in Dot.objects.all()}
    both = []

    for model in apps.get_models():
        for row in model.objects.values():
            text = str(row)
            if any(one in text for one in ballots) and any(one in text for one in voters):
                both.append(row)

    assert ballots
    assert both == []
    assert set(Dot.objects.values()[0]) == {
        *("id", "session_id", "note_id", "group_id", "ballot", "slot")
    }


def test_the_secret_itself_is_stored_nowhere(westmeer, scene):
    session, notes = scene
    _all_vote(westmeer, session, notes)
    secret = ballots.secret_of(westmeer["bo"])

    found = [
        model.__name__
        for model in apps.get_models()
        if any(secret in str(row) for row in model.objects.values())
    ]

    assert found == []


def test_the_order_of_the_rows_tells_nothing(westmeer, scene):
    session, notes = scene
    _all_vote(westmeer, session, notes)
    part, secret = cast.part_of(westmeer["bo"], session), ballots.secret_of(westmeer["bo"])
    firsts, orders = set(), set()

    # The same voter again and again: her ballot is now here, now there.
    for _ in range(12):
        dot = uuid4()
        ballots.vote(westmeer["bo"], session, notes[4].pk, dot)
        rows = _as_stored()
        firsts.add(rows[0][0])
        orders.add(tuple(ballot for ballot, _ in rows))
        take_dot_back(part, secret=secret, dot_id=dot)

    assert len(orders) == 12
    assert len(firsts) > 1


def test_who_votes_leaves_no_time_and_no_event(westmeer, scene):
    session, notes = scene
    before = list(Event.objects.values())

    _all_vote(westmeer, session, notes)

    assert list(Event.objects.values()) == before
    assert set(Participant.objects.values_list("membership__person__name", "has_ballot")) == {
        ("Ada Visser", False),
        *((westmeer[name].person.name, True) for name in VOTERS),
    }


def test_no_frame_and_no_answer_tells_the_count_while_voting_is_open(westmeer, scene):
    session, notes = scene
    stream = session_stream(session.pk)
    start = position_of(stream)

    _all_vote(westmeer, session, notes)
    enter_room_votes(westmeer["ada"], session.pk, topic_id=notes[0].pk, dots=777)
    group_notes(westmeer["ada"], session.pk, group_id=uuid4(), note_ids=[notes[0].pk])

    for member in westmeer.values():
        visitor = Visitor(person=member.person)
        view = standing_of(visitor, stream).view
        news = changes(view, stream, Position(start.epoch, start.sequence))
        frame, first = encode(news), msgspec.json.encode(snapshot(visitor, stream)).decode()
        assert json.loads(frame)["put"].get("tally", {}) == {}
        assert json.loads(first)["put"]["tally"] == {}
        for text in (frame, first):
            assert ":777" not in text
            assert '"dots":' not in text
            assert '"room":' not in text


def test_nobody_gets_at_the_ballot_of_another(westmeer, scene):
    session, notes = scene
    _all_vote(westmeer, session, notes)
    address = api.place("api_ballot", westmeer["ada"], session_id=session.pk)

    for name, member in westmeer.items():
        said = {"secret": "a secret of nobody, and long enough too"}
        answer = api.send(api.browser_of(member), "POST", address, said)
        assert answer.json() == {
            "left": 5 if name == "ada" else 0,
            "dots": [],
            "is_elsewhere": name != "ada",
        }


def test_after_the_end_nothing_of_a_ballot_is_left(westmeer, scene):
    session, notes = scene
    _all_vote(westmeer, session, notes)
    ballots = {dot.ballot for dot in Dot.objects.all()}
    cast.go_to(westmeer["ada"], session, PhaseKind.DISCUSS)

    close_session(westmeer["ada"], session.pk)

    left = [
        model.__name__
        for model in apps.get_models()
        for row in model.objects.values()
        if any(ballot in str(row) for ballot in ballots)
    ]
    assert left == []
