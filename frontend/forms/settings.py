"""The form of what a partnership decides for itself."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from frontend.forms.choices import offer, spoken
from partnerships.models.partnership import StakeholderGroup

# Partnerships are in Europe; one elsewhere keeps the zone that it has.
OFFERED = "Europe/"


def _groups(**options: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=spoken(StakeholderGroup.choices),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        **options,
    )


class SettingsForm(forms.Form):
    """Zone, periods, and who belongs at the table."""

    expected_for_theme = _groups(
        label=_("Who belongs at the table when a session is about one theme?"),
        help_text=_("The page on which a session is prepared says who is missing."),
    )
    expected_for_region = _groups(
        label=_("And when it is about the whole region?"),
    )
    input_days = forms.IntegerField(
        label=_("How many days before a session can people begin to write?"),
        help_text=_("As a proposal; each session can have another day."),
    )
    needs_days = forms.IntegerField(
        label=_("After how many days do we delete what people needed to take part?"),
        help_text=_("Counted from the end of the session."),
    )
    advisors_after_days = forms.IntegerField(
        label=_("After how many days of being late do the trusted advisors hear of an action?"),
        help_text=_("Its owner is reminded the day after its date. News begins the count anew."),
    )
    managers_after_days = forms.IntegerField(
        label=_("And after how many days the programme managers?")
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"), help_text=_("Hours are shown as the clocks here show them.")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer zones by their names."""
        super().__init__(*args, **options)
        zones = {zone for zone in available_timezones() if zone.startswith(OFFERED)}
        zones.add(str(self.initial.get("time_zone", "")))
        offer(self, "time_zone", [(zone, zone) for zone in sorted(zones - {""})])
