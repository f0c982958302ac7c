"""Reading how the wording of an action does, while somebody types it."""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from actions.models.action import ActionItem
from actions.policies import may_propose_action
from actions.records.wording import WordingRecord
from actions.states import OPEN
from actions.wording.check import Draft, Owner, elements_of, hints_for
from actions.wording.frame import sentence_of
from kernel.errors import NotAllowedError
from partnerships.models.membership import Level, Membership
from partnerships.queries import members_of
from reflections.queries.sessions import sessions_of

# From where one can change least to where one can change most.
LEVELS = ["", Level.MICRO, Level.MESO, Level.MACRO]


def wording_of(
    member: Membership,
    session_id: UUID,
    *,
    draft: Draft,
    owner_id: UUID | None = None,
    level: str = "",
) -> WordingRecord:
    """Return how the wording reads in the language of the session; nothing is kept of it."""
    session = sessions_of(member).get(pk=session_id)
    if not may_propose_action(member, session):
        raise NotAllowedError(
            _("Only the facilitator or a programme manager can turn insights into actions.")
        )
    owner = members_of(member).filter(pk=owner_id).first() if owner_id else None
    name = owner.person.name if owner else ""
    typed = replace(draft, owner=name, language=session.language)
    return WordingRecord(
        elements=elements_of(typed),
        hints=hints_for(typed, _load_of(owner, level) if owner else None),
        sentence=sentence_of(typed),
    )


def _load_of(owner: Membership, level: str) -> Owner:
    known = level if level in LEVELS else ""
    return Owner(
        name=owner.person.name,
        open_actions=ActionItem.objects.filter(owner=owner, state__in=OPEN).count(),
        most=owner.partnership.max_open_actions,
        level=str(Level(known).label) if known else "",
        is_beyond_mandate=LEVELS.index(known) > LEVELS.index(owner.mandate_level),
    )
