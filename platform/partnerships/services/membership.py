"""Who is in the partnership, and in which roles."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.services import account_for
from eventlog.events import DomainEvent, partnership_stream
from eventlog.services import record
from kernel.clock import today
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_line
from partnerships.events import MemberChanged, MemberJoined, MemberLeft
from partnerships.models.membership import Level, Membership
from partnerships.models.partnership import Organisation, StakeholderGroup
from partnerships.permissions import Role
from partnerships.queries import (
    locked_partnership_of,
    members_of,
    organisations_of,
    programme_managers_of,
)


@transaction.atomic
def add_member(
    member: Membership,
    *,
    email: str,
    name: str,
    roles: Sequence[str],
    organisation: Organisation | None = None,
    mandate_level: str = Level.MICRO,
) -> Membership:
    """Make somebody a member; she signs in with a code sent to her address."""
    _must_manage(member)
    person = account_for(email=email, name=name, language=member.partnership.language)
    if members_of(member).filter(person=person).exists():
        raise ConflictError(_("%(name)s is a member already.") % {"name": person.name})
    new = Membership.objects.create(
        partnership_id=member.partnership_id,
        person=person,
        organisation=_own_organisation(member, organisation),
        roles=_known_roles(roles),
        mandate_level=_known_level(mandate_level),
        since=today(),
    )
    _tell(MemberJoined(new.pk), member)
    return new


@transaction.atomic
def change_member(
    member: Membership,
    member_id: UUID,
    *,
    roles: Sequence[str],
    organisation: Organisation | None,
    mandate_level: str,
) -> Membership:
    """Change a member's roles, organisation and mandate level."""
    _must_manage(member)
    other = members_of(member).get(pk=member_id)
    new_roles = _known_roles(roles)
    if Role.PROGRAMME_MANAGER not in new_roles:
        must_not_be_the_last_manager(other)
    other.roles = new_roles
    other.organisation = _own_organisation(member, organisation)
    other.mandate_level = _known_level(mandate_level)
    other.save(update_fields=["roles", "organisation", "mandate_level"])
    _tell(MemberChanged(other.pk), member)
    return other


@transaction.atomic
def end_membership(member: Membership, member_id: UUID) -> Membership:
    """End a membership from today on; what she did stays in the log under her name."""
    _must_manage(member)
    other = members_of(member).get(pk=member_id)
    must_not_be_the_last_manager(other)
    other.until = today()
    other.save(update_fields=["until"])
    _tell(MemberLeft(other.pk), member)
    return other


@transaction.atomic
def organisation_named(member: Membership, *, name: str, stakeholder_group: str) -> Organisation:
    """Return the organisation of that name, made now if the partnership has none."""
    _must_manage(member)
    if stakeholder_group not in StakeholderGroup.values:
        raise InvalidInputError(
            _("Please choose one of the listed groups."), field="stakeholder_group"
        )
    name = clean_line(name, field="organisation", most=120)
    known = organisations_of(member).filter(name=name).first()
    return known or Organisation.objects.create(
        partnership_id=member.partnership_id, name=name, stakeholder_group=stakeholder_group
    )


def _must_manage(member: Membership) -> None:
    # Under one lock and with roles read anew: managers who remove each other at the same moment
    # must not leave the region without one, nor act after they were removed.
    locked_partnership_of(member)
    member.refresh_from_db(fields=["roles", "until"])
    if not member.may("member.manage"):
        raise NotAllowedError(_("Only a programme manager can change who is a member."))


def must_not_be_the_last_manager(member: Membership) -> None:
    """Raise ConflictError where nobody else manages the partnership."""
    managers = programme_managers_of(member.partnership)
    if [manager.pk for manager in managers] == [member.pk]:
        raise ConflictError(
            _("Every partnership needs a programme manager. Give somebody else that role first.")
        )


def _known_roles(roles: Sequence[str]) -> list[str]:
    chosen = [str(role) for role in Role.values if role in roles]
    if not chosen or len(chosen) != len(set(roles)):
        raise InvalidInputError(_("Please choose at least one of the listed roles."), field="roles")
    return chosen


def _own_organisation(member: Membership, chosen: Organisation | None) -> Organisation | None:
    if chosen and chosen.partnership_id != member.partnership_id:
        raise InvalidInputError(
            _("Please choose one of the listed organisations."), field="organisation"
        )
    return chosen


def _known_level(level: str) -> str:
    if level not in Level.values:
        raise InvalidInputError(_("Please choose one of the listed levels."), field="mandate_level")
    return level


def _tell(event: DomainEvent, member: Membership) -> None:
    record(event, by=member, on=[partnership_stream(member.partnership_id)])
