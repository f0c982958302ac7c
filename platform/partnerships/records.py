"""The shapes in which members and themes leave the server."""

from dataclasses import dataclass
from uuid import UUID

from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership, Theme


@dataclass(frozen=True)
class MemberRecord:
    """One current member; `email` is empty for those who may not read addresses."""

    id: UUID
    name: str
    organisation: str
    stakeholder_group: str
    roles: list[str]
    mandate_level: str
    email: str


@dataclass(frozen=True)
class ThemeRecord:
    """One theme."""

    id: UUID
    title: str
    plain_title: str
    plan_goal_ref: str


@dataclass(frozen=True)
class SettingsRecord:
    """What a partnership decided for itself; the id is its own."""

    id: UUID
    time_zone: str
    input_days: int
    needs_days: int
    advisors_after_days: int
    managers_after_days: int
    expected_groups: dict[str, list[str]]


@dataclass(frozen=True)
class PartnershipRecord:
    """One partnership as one of its members sees it."""

    id: UUID
    slug: str
    name: str
    ambition: str
    my_membership_id: UUID
    my_roles: list[str]


def member_record(member: Membership, *, with_address: bool) -> MemberRecord:
    """Show one member; the address only to those who manage members."""
    return MemberRecord(
        id=member.pk,
        name=member.person.name,
        organisation=member.organisation.name if member.organisation else "",
        stakeholder_group=member.organisation.stakeholder_group if member.organisation else "",
        roles=list(member.roles),
        mandate_level=member.mandate_level,
        email=member.person.email if with_address else "",
    )


def theme_record(theme: Theme) -> ThemeRecord:
    """Show one theme."""
    return ThemeRecord(
        id=theme.pk,
        title=theme.title,
        plain_title=theme.plain_title,
        plan_goal_ref=theme.plan_goal_ref,
    )


def settings_record(partnership: Partnership) -> SettingsRecord:
    """Show what a partnership decided for itself."""
    return SettingsRecord(
        id=partnership.pk,
        time_zone=partnership.time_zone,
        input_days=partnership.input_days,
        needs_days=partnership.needs_days,
        advisors_after_days=partnership.advisors_after_days,
        managers_after_days=partnership.managers_after_days,
        expected_groups=partnership.expected_groups,
    )


def partnership_record(member: Membership) -> PartnershipRecord:
    """Show the member's partnership."""
    partnership = member.partnership
    return PartnershipRecord(
        id=partnership.pk,
        slug=partnership.slug,
        name=partnership.name,
        ambition=partnership.ambition,
        my_membership_id=member.pk,
        my_roles=list(member.roles),
    )
