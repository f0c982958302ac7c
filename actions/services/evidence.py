"""Showing how far an action is: in words, with the address where one can see it."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.asking import EvidenceAdded
from actions.models.asking import Evidence
from actions.policies import may_check_in
from actions.queries.log import locked_action_of
from actions.services.telling import tell
from actions.states import ACHIEVED, UNDER_WAY, ActionState
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_optional_line, clean_text
from partnerships.models.membership import Membership

_is_web_address = URLValidator(schemes=["http", "https"])


@transaction.atomic
def add_evidence(
    member: Membership, action_id: UUID, *, evidence_id: UUID, text: str, link: str = ""
) -> Evidence:
    """Add something that shows how far it is; whoever may report may.

    May be sent any number of times with the same id; with another content it is an IdConflictError.
    """
    text, link = clean_text(text, field="text", most=500), _clean_link(link)
    action = locked_action_of(member, action_id)
    if not may_check_in(member, action):
        raise NotAllowedError(
            _("Only those who work on it, a programme manager or a trusted advisor can add this.")
        )
    known = Evidence.objects.filter(pk=evidence_id).first()
    if known:
        said = (known.action_id, known.by_id, known.text, known.link)
        if said != (action.pk, member.pk, text, link):
            raise IdConflictError(_("This was saved before with another content."))
        return known
    if action.state not in UNDER_WAY | ACHIEVED:
        raise ConflictError(
            _("This action is now: %(state)s. There is nothing to show yet.")
            % {"state": ActionState(action.state).label}
        )
    made = Evidence.objects.create(
        id=evidence_id, action=action, by=member, at=now(), text=text, link=link
    )
    tell(EvidenceAdded(action.pk), member, action)
    return made


def _clean_link(link: str) -> str:
    link = clean_optional_line(link, field="link", most=500)
    try:
        if link:
            _is_web_address(link)
    except ValidationError:
        raise InvalidInputError(
            _("Please give a whole address that begins with https://."), field="link"
        ) from None
    return link
