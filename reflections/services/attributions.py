"""Deciding what notes of a session may say of their writers."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kernel.errors import ConflictError, InvalidInputError
from partnerships.models.membership import Membership
from reflections.course import Attribution
from reflections.events.sessions import AttributionsSet
from reflections.models.envelope import Envelope
from reflections.models.session import ReflectionSession
from reflections.services.running import session_to_run, tell


@transaction.atomic
def set_attributions(
    member: Membership, session_id: UUID, *, allowed: Collection[str]
) -> ReflectionSession:
    """Decide it before anybody wrote a note: what people were promised does not change afterwards."""
    session = session_to_run(member, session_id)
    wanted = [code for code in Attribution.values if code in allowed]
    if not wanted or len(wanted) != len(set(allowed)):
        raise InvalidInputError(
            _("Please choose at least one of the listed ways."), field="allowed"
        )
    if session.allowed_attributions == wanted:
        return session
    if session.notes.exists() or Envelope.objects.filter(session=session).exists():
        raise ConflictError(_("Somebody wrote already. What people could choose from stays so."))
    session.allowed_attributions = wanted
    session.save(update_fields=["allowed_attributions"])
    tell(AttributionsSet(session.pk), member, session)
    return session
