"""Letting others who run the session see that one is at a form, so that nobody does it twice.

A sign of life, not an event: it is forgotten by itself, and the log never hears of it.
"""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import InvalidInputError, NotAllowedError
from partnerships.models.membership import Membership
from reflections.models.writing import Doing, Writing
from reflections.policies import may_draft_insight
from reflections.queries.sessions import sessions_of

# Forgotten after so long without a sign of life.
REMEMBERED = timedelta(seconds=30)
MOST_NOTES = 200


@transaction.atomic
def say_writing(
    member: Membership, session_id: UUID, *, doing: str, about_ids: Collection[UUID]
) -> None:
    """Say that one is at a form about these notes or this insight; say it again while it is open."""
    session = sessions_of(member).get(pk=session_id)
    if not may_draft_insight(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can do this."))
    must_be_known(doing, Doing.values, field="doing")
    if not 0 < len(about_ids) <= MOST_NOTES:
        raise InvalidInputError(_("Say what the form is about."), field="about_ids")
    moment = now()
    Writing.objects.filter(session=session, until__lt=moment).delete()
    Writing.objects.update_or_create(
        session=session,
        member=member,
        defaults={
            "doing": doing,
            "about_ids": sorted({str(pk) for pk in about_ids}),
            "until": moment + REMEMBERED,
        },
    )


@transaction.atomic
def stop_writing(member: Membership, session_id: UUID) -> None:
    """Say that the form is closed; saying it twice, or without having had one open, is no harm."""
    session = sessions_of(member).get(pk=session_id)
    Writing.objects.filter(session=session, member=member).delete()
