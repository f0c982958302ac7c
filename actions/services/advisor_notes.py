"""Notes of trusted advisors: who reads each is chosen when it is written.

A note is no event: nobody hears of one that she cannot read, not even that there is one.
"""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.models.advisor_note import AdvisorNote, Confidentiality
from actions.policies import may_write_note
from actions.queries.log import locked_action_of
from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import IdConflictError, NotAllowedError
from kernel.text import clean_text
from partnerships.models.membership import Membership


@transaction.atomic
def write_advisor_note(
    member: Membership, action_id: UUID, *, advisor_note_id: UUID, text: str, confidentiality: str
) -> AdvisorNote:
    """Write a note about an action, for oneself, for the programme managers too, or for everybody.

    May be sent any number of times with the same id; with another content it is an IdConflictError.
    """
    text = clean_text(text, field="text", most=2000)
    must_be_known(confidentiality, Confidentiality.values, field="confidentiality")
    action = locked_action_of(member, action_id)
    if not may_write_note(member):
        raise NotAllowedError(_("Only a trusted advisor writes notes beside the reports."))
    known = AdvisorNote.objects.filter(pk=advisor_note_id).first()
    if known:
        before = (known.action_id, known.by_id, known.text, known.confidentiality)
        if before != (action.pk, member.pk, text, confidentiality):
            raise IdConflictError(_("This note was saved before with another content."))
        return known
    return AdvisorNote.objects.create(
        id=advisor_note_id,
        action=action,
        by=member,
        at=now(),
        text=text,
        confidentiality=confidentiality,
    )


@transaction.atomic
def remove_advisor_note(member: Membership, action_id: UUID, advisor_note_id: UUID) -> None:
    """Take one's own note away; what is gone already, or is of somebody else, stays as it is."""
    action = locked_action_of(member, action_id)
    AdvisorNote.objects.filter(pk=advisor_note_id, action=action, by=member).delete()
