"""Giving a session the columns and phases of its template, in the language of the session."""

from django.utils import translation

from reflections.models.session import ReflectionSession, SessionColumn, SessionPhase
from reflections.session_templates import SessionTemplate


def take_over(template: SessionTemplate, session: ReflectionSession) -> None:
    """Copy the texts of *template*: a session keeps its own when the template changes."""
    with translation.override(session.language):
        SessionColumn.objects.bulk_create(
            SessionColumn(
                session=session, position=n, title=str(column.title), prompt=str(column.prompt)
            )
            for n, column in enumerate(template.columns, start=1)
        )
        SessionPhase.objects.bulk_create(
            SessionPhase(
                session=session,
                position=n,
                kind=phase.kind,
                title=str(phase.title),
                prompt=str(phase.prompt),
                minutes=phase.minutes,
            )
            for n, phase in enumerate(template.phases, start=1)
        )
