"""All that a report tells of a session, read once through the member who asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from actions.records.action import ActionRecord
from frontend.action_words import ActionLine, action_line, action_line_for_guests
from frontend.documents.blocks import Words
from frontend.pages.result import Result, ShownColumn, ShownInsight, ShownNote, result_of
from frontend.pages.talk import talk_of
from partnerships.models.membership import Membership
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.queries.attendance import Attendance, attendance_of
from reflections.queries.board import BoardView, board_view_on, guest_view_of
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
    # What was taken down about each topic, and what waits for later and why.
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
    session = sessions_of(member).get(pk=session_id)
    view = board_view_on(member, session).as_taken_elsewhere()
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
    result = result_of(view, session, line_of)
    notes = [shown.note.id for column in result.columns for shown in notes_in(column)]
    agreed = [shown.insight.id for shown in result.insights if shown.is_agreed]
    talk = talk_of(view, result)
    return ReportSource(
        session=session,
        themes=[theme.title for theme in session.themes.order_by("title")],
        attendance=attendance_of(view),
        result=result,
        note_numbers=_numbered(notes),
        insight_numbers=_numbered(agreed),
        minutes=[(one.name, one.minutes.text) for one in talk.topics if one.minutes],
        parked=[(one.name, one.parked.reason) for one in talk.parked],
    )


def notes_in(column: ShownColumn) -> list[ShownNote]:
    """Return the notes of a column, group by group, and last those that stand alone."""
    return [*(shown for group in column.groups for shown in group.notes), *column.notes]


def _numbered(ids: list[UUID]) -> dict[UUID, int]:
    return {pk: number for number, pk in enumerate(ids, start=1)}
