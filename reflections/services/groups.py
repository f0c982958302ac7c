"""Putting notes together, and taking them apart again."""

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
from reflections.events.notes import GroupRenamed, NotesGrouped
from reflections.models.note import Note, NoteGroup
from reflections.models.session import ReflectionSession
from reflections.policies import may_change_groups
from reflections.queries.notes import revealed_notes_in
from reflections.queries.sessions import locked_session_of
from reflections.states import OPEN_STATES


@transaction.atomic
def group_notes(
    member: Membership,
    session_id: UUID,
    *,
    group_id: UUID,
    note_ids: Collection[UUID],
    title: str = "",
) -> NoteGroup:
    """Put notes into a group, which is made if it is not there; they leave the group they were in."""
    session = _session_to_group(member, session_id)
    group = _group(session, group_id, title)
    notes = list(revealed_notes_in(session.pk).filter(pk__in=note_ids))
    if len(notes) != len(set(note_ids)) or not notes:
        raise InvalidInputError(
            _("Some of these notes cannot be grouped. Reload the page."), field="note_ids"
        )
    moving = [note for note in notes if note.group_id != group.pk]
    left = {note.group_id for note in moving if note.group_id}
    Note.objects.filter(pk__in=[note.pk for note in moving]).update(group=group)
    if moving:
        _tell_groups({group.pk, *left}, member, session)
    return group


@transaction.atomic
def take_out_of_group(member: Membership, session_id: UUID, *, note_id: UUID) -> Note:
    """Take a note out of its group; a group without notes is gone."""
    session = _session_to_group(member, session_id)
    note = revealed_notes_in(session.pk).get(pk=note_id)
    if note.group_id is None:
        return note
    left = note.group_id
    note.group = None
    note.save(update_fields=["group"])
    _tell_groups({left}, member, session)
    return note


@transaction.atomic
def rename_group(member: Membership, session_id: UUID, *, group_id: UUID, title: str) -> NoteGroup:
    """Give a group a title."""
    session = _session_to_group(member, session_id)
    group = NoteGroup.objects.get(pk=group_id, session=session)
    new_title = clean_line(title, field="title", most=120)
    if group.title == new_title:
        return group
    group.title = new_title
    group.save(update_fields=["title"])
    record(GroupRenamed(group.pk), by=member, on=[session_stream(session.pk)])
    return group


def _session_to_group(member: Membership, session_id: UUID) -> ReflectionSession:
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


def _tell_groups(groups: Collection[UUID], member: Membership, session: ReflectionSession) -> None:
    for group_id in sorted(groups):
        record(NotesGrouped(group_id), by=member, on=[session_stream(session.pk)])
