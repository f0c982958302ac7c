from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist

from actions.services.closing import close_session
from kernel.errors import InvalidInputError, NotAllowedError, StaleVersionError, WrongPhaseError
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_of, participant_records
from reflections.queries.discussion import minutes_records, parked_records
from reflections.records.discussion import MinutesRecord, ParkedRecord
from reflections.services.joining import join_session
from reflections.services.minutes import ask_for_minutes, release_from_minutes, write_minutes
from reflections.services.parking import park_topic, take_up_topic
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def session(ada, bo, dag):
    return cast.collecting(ada, bo, dag)


@pytest.fixture
def note(bo, session):
    return cast.revealed(bo, session, "Loose rugs")[0]


def _write(member, session, note, text="Rugs in half of the homes", version=0):
    return write_minutes(
        cast.part_of(member, session), about="note", topic_id=note.pk, text=text, version=version
    )


def _park(member, session, note, reason="For the city to answer"):
    return park_topic(member, session.pk, about="note", topic_id=note.pk, reason=reason)


def _ask(member, session, whom):
    part = cast.part_of(whom, session)
    return ask_for_minutes(member, session.pk, participant_id=part.pk)


def test_minutes_stand_with_their_topic(ada, dag, session, note, kinds_since):
    minutes = _write(ada, session, note)

    assert minutes_records(board_view_of(dag, session.pk), None) == {
        str(note.pk): MinutesRecord(
            id=note.pk,
            about="note",
            group_title="",
            text="Rugs in half of the homes",
            changed_by_name="Ada Visser",
            changed_at=minutes.changed_at,
            version=1,
        )
    }
    assert kinds_since(0)[-1] == "minutes.written"
    with nothing_changed():
        _write(ada, session, note)


def test_whoever_writes_second_sees_both_texts(ada, session, note):
    _write(ada, session, note)

    with nothing_changed(), pytest.raises(StaleVersionError) as refused:
        _write(ada, session, note, text="Rugs everywhere")

    assert refused.value.details["current"] == {"text": "Rugs in half of the homes", "version": 1}
    assert _write(ada, session, note, text="Rugs everywhere", version=1).version == 2


def test_minutes_can_be_emptied(ada, session, note):
    _write(ada, session, note)

    assert _write(ada, session, note, text="", version=1).text == ""


def test_whoever_is_asked_takes_minutes_until_she_is_let_off(ada, bo, dag, session, note):
    part = _ask(ada, session, bo)
    with nothing_changed():
        _ask(ada, session, bo)

    assert _write(bo, session, note).changed_by == part
    shown = participant_records(board_view_of(dag, session.pk), [part.pk])
    assert shown[str(part.pk)].takes_minutes
    release_from_minutes(ada, session.pk, participant_id=part.pk)
    with nothing_changed(), pytest.raises(NotAllowedError):
        _write(bo, session, note, text="More", version=1)


def test_nobody_else_takes_minutes_or_asks_for_them(ada, bo, dag, mira, session, note):
    with nothing_changed():
        with pytest.raises(NotAllowedError):
            _write(bo, session, note)
        with pytest.raises(NotAllowedError):
            _ask(bo, session, dag)
        with pytest.raises(ReflectionSession.DoesNotExist):
            ask_for_minutes(mira, session.pk, participant_id=cast.part_of(bo, session).pk)


def test_only_participants_of_the_session_are_asked(ada, bo, session):
    elsewhere = cast.part_of(bo, cast.collecting(ada, bo))

    with nothing_changed(), pytest.raises(Participant.DoesNotExist):
        ask_for_minutes(ada, session.pk, participant_id=elsewhere.pk)


def test_minutes_are_of_something_on_the_board_and_not_endless(ada, bo, session, note):
    hidden = cast.write(bo, session, "Hidden")

    with nothing_changed():
        with pytest.raises(ObjectDoesNotExist):
            _write(ada, session, hidden)
        with pytest.raises(InvalidInputError) as refused:
            _write(ada, session, note, text="x" * 4001)
    assert refused.value.field == "text"


def test_a_finished_session_is_not_written_on(ada, session, note):
    close_session(ada, session.pk)

    with nothing_changed():
        with pytest.raises(WrongPhaseError):
            _write(ada, session, note)
        with pytest.raises(WrongPhaseError):
            _park(ada, session, note)


def test_a_topic_waits_for_later_with_who_and_why(ada, dag, session, note, kinds_since):
    parked = _park(ada, session, note)

    assert parked_records(board_view_of(dag, session.pk), None) == {
        str(note.pk): ParkedRecord(
            id=note.pk,
            about="note",
            group_title="",
            reason="For the city to answer",
            by_name="Ada Visser",
            parked_at=parked.parked_at,
        )
    }
    assert kinds_since(0)[-1] == "topic.parked"
    with nothing_changed():
        _park(ada, session, note)


def test_parking_it_again_changes_the_reason(ada, cem, session, note):
    join_session(cem, session.pk)
    first = _park(ada, session, note)

    again = _park(cem, session, note, "For the hospital")

    assert (again.reason, again.parked_by, again.parked_at) == (
        "For the hospital",
        cem,
        first.parked_at,
    )


def test_a_topic_is_taken_up_again_once(ada, dag, session, note, kinds_since):
    _park(ada, session, note)

    take_up_topic(ada, session.pk, topic_id=note.pk)

    assert parked_records(board_view_of(dag, session.pk), None) == {}
    assert kinds_since(0)[-1] == "topic.taken_up"
    with nothing_changed():
        take_up_topic(ada, session.pk, topic_id=note.pk)


def test_nobody_else_parks_a_topic_or_takes_it_up(ada, bo, mira, session, note):
    _park(ada, session, note)
    acts = (
        lambda who: _park(who, session, note, "Because"),
        lambda who: take_up_topic(who, session.pk, topic_id=note.pk),
    )

    with nothing_changed():
        for act in acts:
            with pytest.raises(NotAllowedError):
                act(bo)
            with pytest.raises(ReflectionSession.DoesNotExist):
                act(mira)


def test_what_is_parked_has_a_reason_and_is_on_the_board(ada, session, note):
    with nothing_changed():
        with pytest.raises(InvalidInputError):
            _park(ada, session, note, " ")
        with pytest.raises(ObjectDoesNotExist):
            park_topic(ada, session.pk, about="group", topic_id=uuid4(), reason="Later")
