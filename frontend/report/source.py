"""All that a report tells of a session, read once through the member who asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from actions.records.action import ActionRecord
from frontend.action_words import ActionLine, action_line, action_line_for_guests
from frontend.documents.blocks import Words
from frontend.pages.result import Result, ShownColumn, ShownInsight, ShownNote, result_of
from partnerships.models.membership import Membership
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.queries.attendance import Attendance, attendance_of
from reflections.queries.board import BoardView, board_view_of, guest_view_of
from reflections.queries.discussion import minutes_records, parked_records
from reflections.queries.sessions import sessions_of


@dataclass(frozen=True)
class ReportSource:
    """A session with what was said and what became of it; each note and each insight has a number."""

    session: ReflectionSession
    themes: list[str]
    attendance: Attendance
    result: Result
    note_numbers: dict[UUID, int]
    insight_numbers: dict[UUID, int]
    # What was taken down about a group, a note or an insight, and what waits for later and why.
    minutes: list[tuple[str, str]]
    parked: list[tuple[str, str]]

    @property
    def agreed(self) -> list[ShownInsight]:
        """Return the insights that stand, in the order of their numbers."""
        return [shown for shown in self.result.insights if shown.is_agreed]

    def said(self, text: str) -> Words:
        """Show what people wrote, in the language of the session."""
        return Words(text, self.session.language)


def source_of(member: Membership, session_id: UUID) -> ReportSource:
    """Read a session for its report.

    Raises DoesNotExist for a session of others, NotAllowedError for who may not read its board.
    """
    view = board_view_of(member, session_id).as_taken_elsewhere()
    session = sessions_of(member).select_related("partnership").get(pk=session_id)
    return _source(session, view, lambda action: action_line(action, member))


def guest_source_of(part: Participant) -> ReportSource:
    """Read a session for a guest who takes part in it; wants `session__partnership` loaded."""
    session = part.session
    return _source(
        session,
        guest_view_of(part),
        lambda action: action_line_for_guests(action, session.partnership),
    )


def _source(
    session: ReflectionSession, view: BoardView, line_of: Callable[[ActionRecord], ActionLine]
) -> ReportSource:
    result = result_of(view, session.partnership, line_of)
    notes = [shown.note.id for column in result.columns for shown in notes_in(column)]
    agreed = [shown.insight.id for shown in result.insights if shown.is_agreed]
    topics = _topics(result)
    return ReportSource(
        session=session,
        themes=[theme.title for theme in session.themes.order_by("title")],
        attendance=attendance_of(view),
        result=result,
        note_numbers=_numbered(notes),
        insight_numbers=_numbered(agreed),
        minutes=[
            (topics[one.id], one.text)
            for one in minutes_records(view, None).values()
            if one.text and one.id in topics
        ],
        parked=[
            (topics[one.id], one.reason)
            for one in parked_records(view, None).values()
            if one.id in topics
        ],
    )


def notes_in(column: ShownColumn) -> list[ShownNote]:
    """Return the notes of a column, group by group, and last those that stand alone."""
    return [*(shown for group in column.groups for shown in group.notes), *column.notes]


def _topics(result: Result) -> dict[UUID, str]:
    """Return what each thing that one can talk about is called; what is not for all has no name."""
    notes = (shown for column in result.columns for shown in notes_in(column))
    groups = (shown.group for column in result.columns for shown in column.groups)
    return {
        **{shown.note.id: shown.note.text for shown in notes if shown.note.text},
        **{group.id: group.title or _("Group without a name") for group in groups},
        **{one.insight.id: one.insight.statement for one in result.insights if one.is_agreed},
    }


def _numbered(ids: list[UUID]) -> dict[UUID, int]:
    return {pk: number for number, pk in enumerate(ids, start=1)}
