from dataclasses import asdict
from uuid import uuid4

import msgspec
import pytest

from actions.services.closing import close_session
from kernel.errors import NotAllowedError
from partnerships.queries import log_view_of
from reflections.models.session import ReflectionSession
from reflections.queries.board import BoardView, board_view_of, column_records, participant_records
from reflections.queries.insights import agreed_insights_of, insight_records
from reflections.queries.notes import (
    group_records,
    note_records,
    own_hidden_notes,
    readable_notes_of,
)
from reflections.queries.sessions import session_records, sessions_of
from reflections.records.insight import InsightRecord
from reflections.records.note import GroupRecord, NoteRecord, note_record
from reflections.records.participant import ParticipantRecord
from reflections.records.session import ColumnRecord
from reflections.services.groups import group_notes, take_out_of_groups
from reflections.services.insights import Wording, draft_insight
from reflections.services.notes import withdraw_note
from tests import api, cast

SECRET = "My neighbour drinks"


@pytest.fixture
def session(ada, bo, dag):
    return cast.collecting(ada, bo, dag)


def _everything_shown_to(member, session):
    view = board_view_of(member, session.pk)
    readers = (column_records, participant_records, note_records, group_records, insight_records)
    board = [asdict(one) for read in readers for one in read(view, None).values()]
    others = [
        *readable_notes_of(member).values(),
        *agreed_insights_of(member).values(),
        *map(asdict, session_records(log_view_of(member), None).values()),
    ]
    return msgspec.json.encode([board, others]).decode()


def test_a_hidden_note_is_only_a_number_for_everybody_but_its_writer(westmeer, ada, bo, session):
    note = cast.write(bo, session, SECRET)
    column = session.columns.all()[0]

    for name in ("ada", "dag"):
        shown = _everything_shown_to(westmeer[name], session)
        assert (SECRET in shown, str(note.pk) in shown) == (False, False)
    assert own_hidden_notes(cast.part_of(bo, session)) == {str(note.pk): note_record(note)}
    assert own_hidden_notes(cast.part_of(ada, session)) == {}
    assert column_records(board_view_of(ada, session.pk), None)[str(column.pk)] == ColumnRecord(
        id=column.pk,
        title=column.title,
        prompt=column.prompt,
        position=1,
        phase_id=session.current_phase_id,
        kind="observation",
        hidden_notes=1,
    )


def test_a_hidden_note_leaves_by_no_address_of_the_api(westmeer, ada, bo, session):
    note = cast.write(bo, session, SECRET)
    paths = [
        api.place("api_sessions", ada),
        api.place("api_session", ada, session_id=session.pk),
        api.place("api_actions", ada),
        f"/api/v1/streams/session:{session.pk}/snapshot",
        f"/api/v1/streams/partnership:{ada.partnership_id}/snapshot",
    ]

    said = {
        name: api.all_said_to(westmeer[name], paths) for name in ("cem", "ada", "dag", "otto", "bo")
    }

    assert {name for name, text in said.items() if SECRET in text} == {"bo"}
    assert {name for name, text in said.items() if str(note.pk) in text} == {"bo"}


def test_counts_go_down_when_a_note_is_taken_back_or_shown(ada, bo, session):
    view = board_view_of(ada, session.pk)

    def hidden():
        return [column.hidden_notes for column in column_records(view, None).values()]

    notes = [cast.write(bo, session, text) for text in ("Loose rugs", "No rails")]
    assert hidden() == [2, 0, 0]

    withdraw_note(cast.part_of(bo, session), notes[0].pk)
    assert hidden() == [1, 0, 0]

    cast.revealed(ada, session, "Dark stairs")
    assert hidden() == [0, 0, 0]


def test_after_the_reveal_everybody_present_reads_all_notes(bo, dag, session):
    [note] = cast.revealed(bo, session, "Loose rugs")
    record = NoteRecord(
        id=note.pk,
        column_id=note.column_id,
        text="Loose rugs",
        author_id=note.author_id,
        author_name="Bo Jansen",
        attribution="named",
        writer_group="",
        on_behalf="",
        for_people=1,
        source_reference="",
        table_id=None,
        withheld_reason="",
        withheld_remark="",
        added_at=note.added_at,
        version=1,
    )

    view = board_view_of(dag, session.pk)

    assert note_records(view, None) == {str(note.pk): record}
    assert note_records(view, [note.pk]) == {str(note.pk): record}
    assert note_records(view, [uuid4()]) == {}
    assert own_hidden_notes(cast.part_of(bo, session)) == {}


def test_a_note_that_was_taken_back_is_gone(ada, bo, session):
    note = cast.write(bo, session, SECRET)
    withdraw_note(cast.part_of(bo, session), note.pk)
    cast.revealed(ada, session)

    assert SECRET not in _everything_shown_to(ada, session)
    assert own_hidden_notes(cast.part_of(bo, session)) == {}


def test_participants_are_shown_with_their_organisation(dag, ada, bo, session):
    part = cast.part_of(bo, session)

    shown = participant_records(board_view_of(dag, session.pk), [part.pk])

    assert shown == {
        str(part.pk): ParticipantRecord(
            id=part.pk,
            member_id=bo.pk,
            name="Bo Jansen",
            organisation="Citizens' panel",
            group="citizens",
            roles=["citizen_representative"],
            is_observer=False,
            state="joined",
            takes_minutes=False,
        )
    }
    assert len(participant_records(board_view_of(dag, session.pk), None)) == 3


def test_a_group_is_shown_while_it_holds_a_note(ada, dag, bo, session):
    note, _ = cast.revealed(bo, session)
    group = group_notes(ada, session.pk, group_id=uuid4(), note_ids=[note.pk], title="Rugs")
    view = board_view_of(dag, session.pk)
    shown = GroupRecord(id=group.pk, title="Rugs", note_ids=[note.pk], made_at=group.made_at)

    assert group_records(view, None) == group_records(view, [group.pk]) == {str(group.pk): shown}
    assert group_records(view, [uuid4()]) == {}

    take_out_of_groups(ada, session.pk, note_ids=[note.pk])
    assert group_records(view, None) == {}


def test_drafts_are_for_those_who_word_them_and_for_advisors(westmeer, ada, bo, session):
    notes = cast.revealed(bo, session)
    wording = Wording(statement="Rugs are a risk", note_ids=[note.pk for note in notes])
    draft = draft_insight(ada, session.pk, insight_id=uuid4(), wording=wording)
    record = InsightRecord(
        id=draft.pk,
        statement="Rugs are a risk",
        plain_statement="",
        dissent="",
        level="",
        is_beyond_a_theme=False,
        loop="",
        components=[],
        state="draft",
        note_ids=sorted(note.pk for note in notes),
        disposition="",
        disposition_reason="",
        question="",
        escalated_to="",
        answer_by=None,
        revisit_on=None,
        disposed_by_name="",
        disposed_at=None,
        drafted_at=draft.drafted_at,
        agreed_at=None,
        agreed_how="",
        withdrawn_reason="",
        version=1,
    )

    shown = {
        name: insight_records(board_view_of(westmeer[name], session.pk), [draft.pk])
        for name in ("ada", "dag", "bo")
    }

    assert shown == {"ada": {str(draft.pk): record}, "dag": {str(draft.pk): record}, "bo": {}}


def test_agreed_insights_are_for_everybody(ada, bo, otto, mira, session):
    insight = cast.agreed(ada, session)

    assert list(insight_records(board_view_of(bo, session.pk), None)) == [str(insight.pk)]
    assert list(agreed_insights_of(otto)) == [insight]
    assert list(agreed_insights_of(mira)) == []


def test_only_who_joined_reads_a_board(ada, bo, otto, mira, session):
    assert board_view_of(bo, session.pk) == BoardView(
        session_id=session.pk,
        partnership_id=bo.partnership_id,
        reads_drafts=False,
        previews_feedback=True,
        reads_hidden_actions=True,
    )
    with pytest.raises(NotAllowedError, match="Join the session first"):
        board_view_of(otto, session.pk)
    with pytest.raises(ReflectionSession.DoesNotExist):
        board_view_of(mira, session.pk)


def test_a_finished_board_is_for_managers_and_citizens_too(westmeer, session):
    close_session(westmeer["ada"], session.pk)

    readers = []
    for name, member in westmeer.items():
        try:
            readers.append((name, board_view_of(member, session.pk).session_id == session.pk))
        except NotAllowedError:
            readers.append((name, False))

    assert dict(readers) == {"cem": True, "ada": True, "bo": True, "dag": True, "otto": False}


def test_sessions_are_those_of_the_partnership_newest_first(ada, otto, mira):
    first, second = cast.plan(ada, "First"), cast.plan(ada, "Second")
    theirs = cast.plan(mira)

    assert [one.title for one in sessions_of(otto)] == ["Second", "First"]
    assert set(session_records(log_view_of(otto), None)) == {str(first.pk), str(second.pk)}
    assert session_records(log_view_of(otto), [theirs.pk]) == {}
    listed = api.browser_of(otto).get(api.place("api_sessions", otto)).json()
    assert [one["title"] for one in listed] == ["Second", "First"]
