"""What a partnership decides for itself: its zone, its periods, and who belongs at the table."""

from collections.abc import Collection
from dataclasses import dataclass
from zoneinfo import available_timezones

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import partnership_stream
from eventlog.services import record
from kernel.errors import InvalidInputError, NotAllowedError
from partnerships.events import SettingsChanged
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership, StakeholderGroup
from partnerships.queries import locked_partnership_of

LONGEST_PERIOD = 90  # days
PERIODS = ("input_days", "needs_days", "advisors_after_days", "managers_after_days")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All of it at once."""

    time_zone: str
    input_days: int
    needs_days: int
    advisors_after_days: int = 7
    managers_after_days: int = 14
    expected_for_theme: Collection[str]
    expected_for_region: Collection[str]


def settings_of(member: Membership) -> Settings:
    """Return what the member's partnership decided, as it could be decided once more."""
    partnership = member.partnership
    return Settings(
        time_zone=partnership.time_zone,
        input_days=partnership.input_days,
        needs_days=partnership.needs_days,
        advisors_after_days=partnership.advisors_after_days,
        managers_after_days=partnership.managers_after_days,
        expected_for_theme=partnership.expected_groups["theme"],
        expected_for_region=partnership.expected_groups["region_wide"],
    )


@transaction.atomic
def change_settings(member: Membership, *, settings: Settings) -> Partnership:
    """Decide anew; the same again changes nothing."""
    partnership = locked_partnership_of(member)
    if not member.may("settings.change"):
        raise NotAllowedError(_("Only a programme manager can change these settings."))
    wanted = _cleaned(settings)
    if all(getattr(partnership, name) == value for name, value in wanted.items()):
        return partnership
    for name, value in wanted.items():
        setattr(partnership, name, value)
    partnership.save(update_fields=list(wanted))
    stream = partnership_stream(partnership.pk)
    record(SettingsChanged(partnership.pk), by=member, on=[stream])
    return partnership


def _cleaned(settings: Settings) -> dict[str, object]:
    if settings.time_zone not in available_timezones():
        raise InvalidInputError(_("Please choose one of the listed zones."), field="time_zone")
    for field in PERIODS:
        if not 1 <= getattr(settings, field) <= LONGEST_PERIOD:
            raise InvalidInputError(
                _("Please choose from 1 to %(most)d days.") % {"most": LONGEST_PERIOD}, field=field
            )
    if settings.managers_after_days < settings.advisors_after_days:
        raise InvalidInputError(
            _("The managers are told after the advisors, not before."), field="managers_after_days"
        )
    return {
        "time_zone": settings.time_zone,
        **{field: getattr(settings, field) for field in PERIODS},
        "expected_groups": {
            "theme": _known(settings.expected_for_theme, field="expected_for_theme"),
            "region_wide": _known(settings.expected_for_region, field="expected_for_region"),
        },
    }


def _known(groups: Collection[str], *, field: str) -> list[str]:
    known = [group for group in StakeholderGroup.values if group in groups]
    if len(known) != len(set(groups)):
        raise InvalidInputError(_("Please choose among the listed groups."), field=field)
    return known
