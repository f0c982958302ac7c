"""Forms about who is in a partnership and what it works on."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from frontend.forms.choices import offer, spoken
from partnerships.models.membership import Level
from partnerships.models.partnership import Organisation, StakeholderGroup
from partnerships.permissions import Role


class MemberForm(forms.Form):
    """What a member does, where she comes from, and where she has the mandate to change things."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        help_text=_("One or more. What somebody may do follows from all of them together."),
        widget=forms.CheckboxSelectMultiple,
        choices=spoken(Role.choices),
    )
    organisation_id = forms.ChoiceField(label=_("Organisation"), required=False)
    organisation = forms.CharField(
        label=_("Or a new organisation"),
        help_text=_("Only if it is not in the list above."),
        required=False,
    )
    stakeholder_group = forms.ChoiceField(
        label=_("Group of the new organisation"),
        required=False,
        choices=[("", _("Choose a group")), *spoken(StakeholderGroup.choices)],
    )
    mandate_level = forms.ChoiceField(
        label=_("Mandate"),
        help_text=_("Where can this member decide that something changes?"),
        choices=spoken(Level.choices),
    )

    def __init__(self, *args: Any, organisations: Iterable[Organisation], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(
            self,
            "organisation_id",
            [
                ("", _("None")),
                *(
                    (str(one.pk), f"{one.name} ({one.get_stakeholder_group_display()})")
                    for one in organisations
                ),
            ],
        )


class NewMemberForm(MemberForm):
    """Who becomes a member."""

    name = forms.CharField(label=_("Name"), widget=forms.TextInput(attrs={"autocomplete": "off"}))
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Codes to sign in with are sent to this address."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    field_order = ["name", "email"]


class ThemeForm(forms.Form):
    """What the partnership works on for longer."""

    title = forms.CharField(label=_("Theme"), help_text=_("For example: Growing old at home"))
    plain_title = forms.CharField(
        label=_("In plain words"),
        help_text=_("As you would say it to a neighbour."),
        required=False,
    )
    plan_goal_ref = forms.CharField(
        label=_("Goal of the regional plan"),
        help_text=_("As the plan calls it, with its number."),
        required=False,
    )
