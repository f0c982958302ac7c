"""Reading partnerships, always through a member."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import Person
from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from partnerships.models.partnership import Organisation, Partnership, Theme
from partnerships.models.webhook import Webhook
from partnerships.permissions import Role
from partnerships.records import (
    MemberRecord,
    SettingsRecord,
    ThemeRecord,
    member_record,
    settings_record,
    theme_record,
)


@dataclass(frozen=True)
class LogView:
    """What one audience of a partnership's stream may see; made only by `log_view_of`."""

    partnership_id: UUID
    reads_addresses: bool
    lists_members: bool
    sees_drafts: bool


def memberships_of(person: Person) -> QuerySet[Membership]:
    """Return the person's current memberships, by name of the partnership."""
    return (
        Membership.objects.filter(person=person, until__isnull=True, person__is_active=True)
        .select_related("partnership", "person", "organisation")
        .order_by("partnership__name")
    )


def membership_in(person: Person, *, slug: str) -> Membership:
    """Return the person's membership in the partnership with this slug, or raise DoesNotExist."""
    return memberships_of(person).get(partnership__slug=slug)


def demonstration_partnerships() -> QuerySet[Partnership]:
    """Return the partnerships that may be removed as a whole."""
    return Partnership.objects.filter(is_demonstration=True)


def members_of(member: Membership) -> QuerySet[Membership]:
    """Return the current members of the member's partnership, by name."""
    return (
        Membership.objects.filter(partnership=member.partnership_id, until__isnull=True)
        .select_related("person", "organisation")
        .order_by("person__name", "pk")
    )


def locked_partnership_of(member: Membership) -> Partnership:
    """Return the member's partnership, locked until the transaction ends."""
    return Partnership.objects.select_for_update().get(pk=member.partnership_id)


def programme_managers_of(partnership: Partnership) -> list[Membership]:
    """Return the current programme managers; there is always at least one."""
    current = Membership.objects.filter(partnership=partnership, until__isnull=True)
    return [member for member in current if Role.PROGRAMME_MANAGER in member.roles]


def organisations_of(member: Membership) -> QuerySet[Organisation]:
    """Return the organisations of the member's partnership, by name."""
    return Organisation.objects.filter(partnership=member.partnership_id).order_by("name")


def themes_of(member: Membership) -> QuerySet[Theme]:
    """Return the themes of the member's partnership, by title."""
    return Theme.objects.filter(partnership=member.partnership_id).order_by("title")


def log_view_of(member: Membership) -> LogView:
    """Return the audience that the member belongs to on her partnership's stream."""
    return LogView(
        partnership_id=member.partnership_id,
        reads_addresses=member.may("member.read_address"),
        lists_members=member.may("member.list"),
        sees_drafts=member.may("session.plan"),
    )


def member_records(view: LogView, ids: Collection[UUID] | None) -> dict[str, MemberRecord]:
    """Return the members that *view* may see; all of them when *ids* is None."""
    if not view.lists_members:
        return {}
    members = Membership.objects.filter(partnership=view.partnership_id, until__isnull=True)
    if ids is not None:
        members = members.filter(pk__in=ids)
    return {
        str(member.pk): member_record(member, with_address=view.reads_addresses)
        for member in members.select_related("person", "organisation")
    }


def theme_records(view: LogView, ids: Collection[UUID] | None) -> dict[str, ThemeRecord]:
    """Return the themes; all of them when *ids* is None."""
    themes = Theme.objects.filter(partnership=view.partnership_id)
    if ids is not None:
        themes = themes.filter(pk__in=ids)
    return {str(theme.pk): theme_record(theme) for theme in themes}


def settings_records(view: LogView, ids: Collection[UUID] | None) -> dict[str, SettingsRecord]:
    """Return what the partnership of the view decided for itself."""
    partnership = Partnership.objects.get(pk=view.partnership_id)
    return {str(partnership.pk): settings_record(partnership)}


def webhooks_of(member: Membership) -> QuerySet[Webhook]:
    """Return the webhooks of the member's partnership; raises NotAllowedError for who may not."""
    if not member.may("webhook.manage"):
        raise NotAllowedError(_("Only a programme manager can see the webhooks."))
    return Webhook.objects.filter(partnership=member.partnership_id)
