from collections import Counter
from uuid import uuid4

import pytest

from actions.services.closing import close_session
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    WrongPhaseError,
)
from partnerships.services.membership import add_member, organisation_named
from reflections.models.breakouts import Seat
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_of, column_records
from reflections.queries.discussion import comment_records
from reflections.queries.facilitating import breakout_records
from reflections.queries.notes import group_records, note_records
from reflections.records.facilitating import BreakoutRecord, TableRecord
from reflections.services.breakouts import (
    MOST_TABLES,
    NamedTable,
    bring_together,
    open_tables,
    seat_participant,
    spread_over_tables,
)
from reflections.services.comments import add_comment
from reflections.services.groups import group_notes
from reflections.services.joining import join_session
from reflections.services.notes import reveal_notes
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def session(ada, bo, dag, otto):
    return cast.collecting(ada, bo, dag, otto)


def _named(*titles):
    return [NamedTable(uuid4(), title) for title in titles]


@pytest.fixture
def tables(ada, session):
    named = _named("Window", "Door")
    open_tables(ada, session.pk, tables=named)
    return named


def _seat(by, session, whom, table):
    part = cast.part_of(whom, session)
    return seat_participant(by, session.pk, participant_id=part.pk, table_id=table and table.id)


@pytest.fixture
def apart(ada, bo, dag, session, tables):
    _seat(ada, session, bo, tables[0])
    _seat(ada, session, dag, tables[1])


def _read_by(member, session):
    return {note.text for note in note_records(board_view_of(member, session.pk), None).values()}


def _counted_by(member, session):
    columns = column_records(board_view_of(member, session.pk), None)
    return sum(column.hidden_notes for column in columns.values())


def _a_crowd(cem, session, number):
    for n in range(number):
        group = ("citizens", "hospital", "insurer")[n % 3]
        organisation = organisation_named(cem, name=group, stakeholder_group=group)
        member = add_member(
            cem,
            email=f"p{n}@example.org",
            name=f"P {n}",
            roles=["member"],
            organisation=organisation,
        )
        join_session(member, session.pk)


def test_tables_are_open_until_they_are_brought_together(ada, bo, session, kinds_since):
    named = _named(" The  window", "The door")

    open_tables(ada, session.pk, tables=named)

    def shown(*, is_open):
        return BreakoutRecord(
            id=session.pk,
            tables=[
                TableRecord(named[0].id, "The window", is_open, []),
                TableRecord(named[1].id, "The door", is_open, []),
            ],
        )

    view = board_view_of(bo, session.pk)
    assert breakout_records(view, None) == {str(session.pk): shown(is_open=True)}
    with nothing_changed():
        open_tables(ada, session.pk, tables=named)
    bring_together(ada, session.pk)
    assert breakout_records(view, None) == {str(session.pk): shown(is_open=False)}
    assert kinds_since(0)[-2:] == ["breakout.opened", "breakout.joined"]
    with nothing_changed():
        bring_together(ada, session.pk)


def test_one_reads_and_writes_at_ones_own_table(ada, bo, dag, otto, session, apart):
    for member, text in ((bo, "Dark stairs"), (dag, "No bus"), (otto, "Ice")):
        cast.write(member, session, text)

    assert [_counted_by(member, session) for member in (ada, bo, dag, otto)] == [3, 2, 2, 1]
    reveal_notes(ada, session.pk)
    assert _read_by(ada, session) == {"Dark stairs", "No bus", "Ice"}
    assert _read_by(bo, session) == {"Dark stairs", "Ice"}
    assert _read_by(dag, session) == {"No bus", "Ice"}
    assert _read_by(otto, session) == {"Ice"}


def test_notes_come_back_together_and_remember_their_table(ada, bo, dag, session, tables, apart):
    note = cast.revealed(bo, session, "Dark stairs")[0]
    cast.write(dag, session, "Hidden: no bus")

    bring_together(ada, session.pk)

    shown = note_records(board_view_of(dag, session.pk), None)
    assert [(one.text, one.table_id) for one in shown.values()] == [("Dark stairs", tables[0].id)]
    assert shown[str(note.pk)].author_name == "Bo Jansen"
    assert _counted_by(bo, session) == 1


def test_what_is_grouped_and_said_at_a_table_stays_there_too(ada, bo, dag, session, apart):
    note = cast.revealed(bo, session, "Dark stairs")[0]
    group = group_notes(ada, session.pk, group_id=uuid4(), note_ids=[note.pk], title="Light")
    for about, topic in (("note", note), ("group", group)):
        add_comment(
            cast.part_of(bo, session),
            comment_id=uuid4(),
            about=about,
            topic_id=topic.pk,
            text="Since June",
        )

    def seen(member):
        view = board_view_of(member, session.pk)
        return len(group_records(view, None)), len(comment_records(view, None))

    assert [seen(member) for member in (ada, bo, dag)] == [(1, 2), (1, 2), (0, 0)]
    bring_together(ada, session.pk)
    assert seen(dag) == (1, 2)


def test_a_group_over_several_tables_names_only_the_notes_of_ones_own(ada, bo, dag, session, apart):
    ours = cast.revealed(bo, session, "Dark stairs")[0]
    theirs = cast.revealed(dag, session, "No bus")[0]
    group_notes(ada, session.pk, group_id=uuid4(), note_ids=[ours.pk, theirs.pk])

    [group] = group_records(board_view_of(bo, session.pk), None).values()

    assert group.note_ids == [ours.pk]


def test_everybody_is_spread_evenly_over_tables_and_sides(ada, cem, session):
    _a_crowd(cem, session, 10)
    tables = _named("One", "Two", "Three")
    open_tables(ada, session.pk, tables=tables)

    spread_over_tables(ada, session.pk)

    seats = Seat.objects.select_related("participant__membership__organisation")
    sizes = Counter(seat.table_id for seat in seats)
    assert sorted(sizes.values()) == [4, 4, 5]  # ten, and Bo, Dag and Otto; not Ada
    for side in ("citizens", "hospital", "insurer"):
        at = Counter(
            seat.table_id
            for seat in seats
            if seat.participant.membership.organisation.stakeholder_group == side
        )
        assert max(at.values()) - min(at[table.id] for table in tables) <= 1


def test_whoever_has_a_seat_keeps_it_when_latecomers_are_spread(
    ada, bo, session, tables, kinds_since
):
    _seat(ada, session, bo, tables[0])

    spread_over_tables(ada, session.pk)

    assert cast.part_of(bo, session).seat.table_id == tables[0].id
    assert Counter(Seat.objects.values_list("table_id", flat=True)).total() == 3
    assert kinds_since(0)[-1] == "breakout.seated"
    with nothing_changed():
        spread_over_tables(ada, session.pk)


def test_somebody_is_moved_to_another_table_and_back_to_the_plenary(
    ada, bo, session, tables, apart
):
    note = cast.revealed(bo, session, "Dark stairs")[0]

    _seat(ada, session, bo, tables[1])
    assert _read_by(bo, session) == set()
    with nothing_changed():
        _seat(ada, session, bo, tables[1])

    _seat(ada, session, bo, None)
    assert board_view_of(bo, session.pk).table_id is None
    with nothing_changed():
        _seat(ada, session, bo, None)
    note.refresh_from_db()
    assert note.table_id == tables[0].id


def test_the_next_round_begins_with_empty_tables(ada, bo, session, apart):
    bring_together(ada, session.pk)
    open_tables(ada, session.pk, tables=_named("North", "South"))

    assert board_view_of(bo, session.pk).table_id is None
    assert cast.write(bo, session).table is None


def test_finishing_the_session_brings_the_tables_together(ada, bo, cem, session, apart):
    cast.revealed(bo, session, "Dark stairs")

    close_session(ada, session.pk)

    assert _read_by(cem, session) == {"Dark stairs"}


def test_tables_are_opened_once_and_not_twice(ada, session, tables):
    with nothing_changed(), pytest.raises(ConflictError):
        open_tables(ada, session.pk, tables=_named("North", "South"))

    bring_together(ada, session.pk)
    with nothing_changed(), pytest.raises(IdConflictError):
        open_tables(ada, session.pk, tables=tables)


def test_there_are_a_few_tables_with_names_and_none_twice(ada, session):
    [one] = _named("One")
    wrong = [[one], [one, one], _named("One", " "), _named("One", "x" * 61)]
    wrong.append(_named(*["T"] * (MOST_TABLES + 1)))

    for tables in wrong:
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            open_tables(ada, session.pk, tables=tables)
        assert refused.value.field == "tables"


def test_one_sits_at_an_open_table_of_this_session(ada, bo, session, tables):
    elsewhere = cast.part_of(bo, cast.collecting(ada, bo))
    part = cast.part_of(bo, session)

    with nothing_changed():
        with pytest.raises(InvalidInputError):
            seat_participant(ada, session.pk, participant_id=part.pk, table_id=uuid4())
        with pytest.raises(Participant.DoesNotExist):
            seat_participant(ada, session.pk, participant_id=elsewhere.pk, table_id=tables[0].id)


def test_without_tables_nobody_is_seated(ada, bo, session):
    with nothing_changed():
        with pytest.raises(ConflictError):
            spread_over_tables(ada, session.pk)
        with pytest.raises(ConflictError):
            _seat(ada, session, bo, None)


def test_nobody_else_arranges_tables(ada, bo, mira, session, tables):
    acts = (
        lambda who: open_tables(who, session.pk, tables=tables),
        lambda who: spread_over_tables(who, session.pk),
        lambda who: _seat(who, session, bo, tables[0]),
        lambda who: bring_together(who, session.pk),
    )

    with nothing_changed():
        for act in acts:
            with pytest.raises(NotAllowedError):
                act(bo)
        with pytest.raises(ReflectionSession.DoesNotExist):
            open_tables(mira, session.pk, tables=tables)


def test_a_session_splits_up_while_it_is_open(ada):
    planned = cast.plan(ada)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        open_tables(ada, planned.pk, tables=_named("One", "Two"))
