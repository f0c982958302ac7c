"""One line for each type of record on each kind of stream: the only way any of them gets out."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypedDict, cast
from uuid import UUID

from actions.queries.decisions import decision_records, decision_records_on_board
from actions.queries.log import action_records, action_records_on_board
from actions.queries.read_back import remark_records
from actions.queries.saved_views import saved_view_records
from actions.records.action import ActionRecord
from actions.records.decision import DecisionRecord
from actions.records.read_back import RemarkRecord
from actions.records.saved_view import SavedViewRecord
from partnerships.queries import LogView, member_records, settings_records, theme_records
from partnerships.records import MemberRecord, SettingsRecord, ThemeRecord
from reflections.queries.board import (
    BoardView,
    column_records,
    door_records,
    participant_records,
)
from reflections.queries.discussion import (
    comment_records,
    minutes_records,
    parked_records,
    reaction_records,
)
from reflections.queries.envelope import envelope_records
from reflections.queries.facilitating import (
    breakout_records,
    presentation_records,
    readiness_records,
    timer_records,
)
from reflections.queries.feedback import feedback_records, feedback_records_in_log
from reflections.queries.grouping import step_records
from reflections.queries.imports import import_records
from reflections.queries.insights import insight_records
from reflections.queries.notes import group_records, note_records
from reflections.queries.preparation import data_item_records, preparation_records
from reflections.queries.questions import question_records
from reflections.queries.recurrences import recurrence_records
from reflections.queries.region_items import region_item_records, region_items_in_log
from reflections.queries.sessions import session_record_of, session_records
from reflections.queries.templates import template_records
from reflections.queries.voting import tally_records
from reflections.records.discussion import (
    CommentRecord,
    MinutesRecord,
    ParkedRecord,
    ReactionsRecord,
)
from reflections.records.envelope import EnvelopeRecord
from reflections.records.facilitating import (
    BreakoutRecord,
    PresentationRecord,
    ReadinessRecord,
    TimerRecord,
)
from reflections.records.feedback import FeedbackRecord
from reflections.records.grouping import StepRecord
from reflections.records.imports import ImportRecord
from reflections.records.insight import InsightRecord
from reflections.records.note import GroupRecord, NoteRecord
from reflections.records.participant import DoorRecord, ParticipantRecord
from reflections.records.preparation import DataItemRecord, PreparationRecord
from reflections.records.question import QuestionRecord
from reflections.records.recurrence import RecurrenceRecord
from reflections.records.region_item import RegionItemRecord
from reflections.records.session import ColumnRecord, SessionRecord
from reflections.records.template import TemplateRecord
from reflections.records.voting import TallyRecord
from reminders.queries.inbox import InboxView, inbox_records
from reminders.records.notice import NoticeRecord

# An audience: all who see the same of a stream. Frozen, so that it can be compared and looked up.
View = BoardView | LogView | InboxView
Ids = Collection[UUID] | None
Reader = Callable[[Any, Ids], Mapping[str, Any]]


def _session_of_board(view: BoardView, ids: Ids) -> Mapping[str, SessionRecord]:
    return session_record_of(view.session_id)


READERS: dict[type[View], dict[str, Reader]] = {
    BoardView: {
        "session": _session_of_board,
        "column": column_records,
        "participant": participant_records,
        "door": door_records,
        "note": note_records,
        "envelope": envelope_records,
        "group": group_records,
        "step": step_records,
        "tally": tally_records,
        "insight": insight_records,
        "region_item": region_item_records,
        "import": import_records,
        "feedback": feedback_records,
        "data_item": data_item_records,
        "action": action_records_on_board,
        "timer": timer_records,
        "presentation": presentation_records,
        "readiness": readiness_records,
        "breakout": breakout_records,
        "comment": comment_records,
        "reaction": reaction_records,
        "minutes": minutes_records,
        "parked": parked_records,
        "decision": decision_records_on_board,
        "remark": remark_records,
    },
    LogView: {
        "member": member_records,
        "theme": theme_records,
        "settings": settings_records,
        "session": session_records,
        "template": template_records,
        "feedback": feedback_records_in_log,
        "region_item": region_items_in_log,
        "preparation": preparation_records,
        "action": action_records,
        "decision": decision_records,
        "saved_view": saved_view_records,
        "question": question_records,
        "recurrence": recurrence_records,
    },
    InboxView: {"notice": inbox_records},
}

SAID = {"comment", "reaction", "minutes", "parked"}

# Records that show something counted or derived from others: read anew whenever those changed.
READ_ALONG: dict[type[View], dict[str, set[str]]] = {
    BoardView: {
        "note": {"column", "group", "tally", "envelope"},
        "group": {"step", "tally"},
        "import": {"column", "session"},
        # What is counted when a phase ends, what ends with it, and whom readiness counts.
        "session": {
            "tally",
            "door",
            "timer",
            "presentation",
            "readiness",
            "envelope",
            "region_item",
        },
        "participant": {"readiness"},
        # A draft that is agreed brings along what was said about it; tables that are together again
        # bring along all that was said at them.
        "insight": {"region_item", *SAID},
        "breakout": {"note", "group", "column", *SAID},
    },
    LogView: {"member": {"action"}, "session": {"region_item"}},
    InboxView: {},
}

Put = TypedDict(
    "Put",
    {
        "session": dict[str, SessionRecord],
        "column": dict[str, ColumnRecord],
        "participant": dict[str, ParticipantRecord],
        "door": dict[str, DoorRecord],
        "note": dict[str, NoteRecord],
        "envelope": dict[str, EnvelopeRecord],
        "group": dict[str, GroupRecord],
        "step": dict[str, StepRecord],
        "tally": dict[str, TallyRecord],
        "insight": dict[str, InsightRecord],
        "region_item": dict[str, RegionItemRecord],
        "import": dict[str, ImportRecord],
        "feedback": dict[str, FeedbackRecord],
        "data_item": dict[str, DataItemRecord],
        "action": dict[str, ActionRecord],
        "timer": dict[str, TimerRecord],
        "presentation": dict[str, PresentationRecord],
        "readiness": dict[str, ReadinessRecord],
        "breakout": dict[str, BreakoutRecord],
        "comment": dict[str, CommentRecord],
        "reaction": dict[str, ReactionsRecord],
        "minutes": dict[str, MinutesRecord],
        "parked": dict[str, ParkedRecord],
        "decision": dict[str, DecisionRecord],
        "saved_view": dict[str, SavedViewRecord],
        "remark": dict[str, RemarkRecord],
        "member": dict[str, MemberRecord],
        "theme": dict[str, ThemeRecord],
        "template": dict[str, TemplateRecord],
        "settings": dict[str, SettingsRecord],
        "preparation": dict[str, PreparationRecord],
        "question": dict[str, QuestionRecord],
        "recurrence": dict[str, RecurrenceRecord],
        "notice": dict[str, NoticeRecord],
    },
    total=False,
)


def read_all(view: View) -> Put:
    """Return every record that *view* may see."""
    return put_of({about: read(view, None) for about, read in READERS[type(view)].items()})


def put_of(found: Mapping[str, Mapping[str, Any]]) -> Put:
    """Return what the readers found as what is sent."""
    return cast("Put", {about: dict(records) for about, records in found.items()})
