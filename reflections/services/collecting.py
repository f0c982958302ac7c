"""Where and how notes can be written now: asked by everything that adds one."""

from uuid import UUID

from django.utils.translation import gettext as _

from kernel.errors import InvalidInputError, WrongPhaseError
from reflections.models.note import MOST_PEOPLE
from reflections.models.session import ReflectionSession, SessionColumn, SessionPhase
from reflections.queries.sessions import collecting_phases_of

LONGEST_NOTE = 2000


def open_column(session: ReflectionSession, column_id: UUID) -> tuple[SessionColumn, SessionPhase]:
    """Return the column and the phase in which one writes there; raises WrongPhaseError when in none."""
    phases = collecting_phases_of(session)
    if not phases:
        raise WrongPhaseError(
            _("Notes can be added only while the session collects them. Your text is kept here.")
        )
    column = session.columns.select_related("phase").filter(pk=column_id).first()
    if column is None:
        raise InvalidInputError(_("This session has no such column."), field="column_id")
    for phase in phases:
        if column.phase in {None, phase}:
            return column, phase
    raise WrongPhaseError(
        _("You can write here in the part “%(phase)s”. Your text is kept here.")
        % {"phase": column.phase.title if column.phase else ""}
    )


def must_be_allowed(session: ReflectionSession, attribution: str) -> None:
    """Refuse what a note may not say of its writer in this session."""
    if attribution not in session.allowed_attributions:
        raise InvalidInputError(
            _("Whoever runs this session chose otherwise. Pick another way to show your note."),
            field="attribution",
        )


def must_be_a_number_of_people(count: int) -> None:
    """Refuse a number of people that no note can speak for."""
    if not 1 <= count <= MOST_PEOPLE:
        raise InvalidInputError(
            _("Please choose a number from 1 to %(most)d.") % {"most": MOST_PEOPLE},
            field="for_people",
        )
