"""Who stands beside the owner of an action, and who may see it."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.actions import ActionRevised
from actions.models.action import ActionItem, Visibility
from actions.models.revision import Revision
from actions.policies import may_revise_action, may_show_action
from actions.queries.log import locked_action_of
from actions.services.telling import tell
from kernel.clock import now
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_optional_text
from partnerships.models.membership import Membership
from partnerships.queries import members_of

MOST_HELPERS = 10


@transaction.atomic
def set_people(
    member: Membership,
    action_id: UUID,
    *,
    helper_ids: Collection[UUID],
    sponsor_id: UUID | None = None,
) -> ActionItem:
    """Say who helps the owner, and who above answers for it; saying it again changes nothing.

    Helpers may report, as the owner may; she alone says yes to it. The sponsor is asked nothing here.
    """
    action = locked_action_of(member, action_id)
    if not may_revise_action(member, action):
        raise NotAllowedError(
            _("Only the owner, the facilitator or a programme manager can change this.")
        )
    helpers = _members(member, set(helper_ids) - {action.owner_id}, "helper_ids")
    sponsor = _members(member, {sponsor_id} if sponsor_id else set(), "sponsor_id")
    if len(helpers) > MOST_HELPERS:
        raise InvalidInputError(
            _("Please choose at most %(most)d.") % {"most": MOST_HELPERS}, field="helper_ids"
        )
    changes = _changed(
        helpers=[_names(_by_name(action)), _names(helpers)],
        sponsor=[_names([action.sponsor] if action.sponsor else []), _names(sponsor)],
    )
    action.helpers.set(helpers)
    action.sponsor = next(iter(sponsor), None)
    return _save(member, action, changes, "sponsor")


@transaction.atomic
def show_to(
    member: Membership, action_id: UUID, *, visibility: str, plain_words: str = ""
) -> ActionItem:
    """Say who may see an action: the partnership, those who were there, or everybody in plain words."""
    plain_words = clean_optional_text(plain_words, field="plain_words", most=500)
    if visibility not in Visibility.values:
        raise InvalidInputError(_("Please choose one of the listed values."), field="visibility")
    if visibility == Visibility.PUBLIC and not plain_words:
        raise InvalidInputError(
            _("Please say in plain words what everybody may read."), field="plain_words"
        )
    action = locked_action_of(member, action_id)
    if not may_show_action(member, action):
        raise NotAllowedError(
            _("Only the facilitator or a programme manager can change who sees it.")
        )
    if visibility == Visibility.PARTICIPANTS and action.session_id is None:
        raise ConflictError(_("It comes from no session, so nobody took part in one."))
    changes = _changed(
        visibility=[action.visibility, visibility],
        plain_words=[action.plain_words, plain_words],
    )
    action.visibility, action.plain_words = visibility, plain_words
    return _save(member, action, changes, "visibility", "plain_words")


def _members(member: Membership, ids: set[UUID], field: str) -> list[Membership]:
    found = list(members_of(member).filter(pk__in=ids))
    if len(found) != len(ids):
        raise InvalidInputError(_("Please choose members of this partnership."), field=field)
    return found


def _by_name(action: ActionItem) -> list[Membership]:
    return list(action.helpers.select_related("person").order_by("person__name", "pk"))


def _names(members: list[Membership]) -> str:
    return ", ".join(one.person.name for one in members)


def _changed(**said: list[str]) -> dict[str, list[str]]:
    return {name: both for name, both in said.items() if both[0] != both[1]}


def _save(
    member: Membership, action: ActionItem, changes: dict[str, list[str]], *fields: str
) -> ActionItem:
    if not changes:
        return action
    action.save(update_fields=fields)
    Revision.objects.create(action=action, by=member, at=now(), changes=changes)
    tell(ActionRevised(action.pk), member, action)
    return action
