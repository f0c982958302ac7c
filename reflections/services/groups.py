"""Putting notes together, taking them apart again, and taking such a step back."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import IdConflictError, InvalidInputError, NotAllowedError, WrongPhaseError
from kernel.text import clean_line, clean_optional_line
from partnerships.models.membership import Membership
from reflections.events.notes import GroupRenamed
from reflections.models.grouping import GroupingStep
from reflections.models.note import Note, NoteGroup
from reflections.models.session import ReflectionSession
from reflections.policies import may_change_groups
from reflections.queries.notes import revealed_notes_in
from reflections.queries.sessions import locked_session_of
from reflections.services.regrouping import keep_step, move, move_back, tell_groups, touched_by
from reflections.states import OPEN_STATES, GroupingKind


@transaction.atomic
def group_notes(
    member: Membership,
    session_id: UUID,
    *,
    group_id: UUID,
    note_ids: Collection[UUID],
    title: str = "",
) -> NoteGroup:
    """Put notes into a group, which is made if it is not there; they leave the group they were in.

    To split a group is to put some of its notes into a new one.
    """
    session = session_to_group(member, session_id)
    group = _group(session, group_id, title)
    moves = move(notes_to_group(session, note_ids), group)
    if moves:
        keep_step(session, GroupingKind.MOVED, moves=moves)
        tell_groups(touched_by(moves), member, session)
    return group


@transaction.atomic
def take_out_of_groups(
    member: Membership, session_id: UUID, *, note_ids: Collection[UUID]
) -> list[Note]:
    """Take notes out of their groups; a group without notes is gone."""
    session = session_to_group(member, session_id)
    notes = notes_to_group(session, note_ids)
    moves = move(notes, None)
    if moves:
        keep_step(session, GroupingKind.TAKEN_OUT, moves=moves)
        tell_groups(touched_by(moves), member, session)
    return notes


@transaction.atomic
def merge_groups(
    member: Membership, session_id: UUID, *, group_id: UUID, into_id: UUID
) -> NoteGroup:
    """Put all notes of one group into another, which keeps its title or gets that of the first."""
    session = session_to_group(member, session_id)
    groups = NoteGroup.objects.filter(session=session)
    group, into = groups.get(pk=group_id), groups.filter(pk=into_id).first()
    if into is None or into == group:
        raise InvalidInputError(_("Please choose another group of this board."), field="into_id")
    moves = move(revealed_notes_in(session.pk).filter(group=group), into)
    if moves:
        titles = _retitle(into, into.title or group.title)
        keep_step(session, GroupingKind.MERGED, moves=moves, titles=titles)
        tell_groups(touched_by(moves), member, session)
    return into


@transaction.atomic
def rename_group(member: Membership, session_id: UUID, *, group_id: UUID, title: str) -> NoteGroup:
    """Give a group a title."""
    session = session_to_group(member, session_id)
    group = NoteGroup.objects.get(pk=group_id, session=session)
    titles = _retitle(group, clean_line(title, field="title", most=120))
    if titles:
        keep_step(session, GroupingKind.RENAMED, titles=titles)
        record(GroupRenamed(group.pk), by=member, on=[session_stream(session.pk)])
    return group


@transaction.atomic
def undo_grouping(member: Membership, session_id: UUID, *, step_id: UUID) -> GroupingStep:
    """Take a step back, whoever made it; what was moved or renamed again since stays as it is.

    Taking it back twice is once.
    """
    session = session_to_group(member, session_id)
    step = GroupingStep.objects.get(pk=step_id, session=session)
    if step.undone_at:
        return step
    groups = move_back(step)
    step.undone_at = now()
    step.save(update_fields=["undone_at"])
    tell_groups(groups, member, session)
    return step


def session_to_group(member: Membership, session_id: UUID) -> ReflectionSession:
    """Return the session, locked, to somebody who may group its notes now."""
    session = locked_session_of(member, session_id)
    if not may_change_groups(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can group notes."))
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_("Notes can be grouped only while the session is open."))
    return session


def _group(session: ReflectionSession, group_id: UUID, title: str) -> NoteGroup:
    group = NoteGroup.objects.filter(pk=group_id).first()
    if group is None:
        return NoteGroup.objects.create(
            id=group_id,
            session=session,
            title=clean_optional_line(title, field="title", most=120),
            made_at=now(),
        )
    if group.session_id != session.pk:
        raise IdConflictError(_("This group belongs to another session."))
    return group


def notes_to_group(session: ReflectionSession, note_ids: Collection[UUID]) -> list[Note]:
    """Return these notes, all of which must be on the board for everybody to read."""
    notes = list(revealed_notes_in(session.pk).filter(pk__in=note_ids))
    if len(notes) != len(set(note_ids)) or not notes:
        raise InvalidInputError(
            _("Some of these notes cannot be grouped. Reload the page."), field="note_ids"
        )
    return notes


def _retitle(group: NoteGroup, title: str) -> list[list[str]]:
    """Give the group that title, and return what was changed."""
    before = group.title
    if title == before:
        return []
    group.title = title
    group.save(update_fields=["title"])
    return [[str(group.pk), before, title]]
