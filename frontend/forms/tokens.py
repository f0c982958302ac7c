"""The form that makes a token."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Scope
from frontend.forms.choices import spoken


class TokenForm(forms.Form):
    """What it is for, what it may do, and how long it holds."""

    token_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    name = forms.CharField(
        label=_("What is it for?"),
        help_text=_(
            "For example: the dashboard of the hospital. So that you know which one to end."
        ),
        max_length=80,
    )
    scopes = forms.MultipleChoiceField(
        label=_("What may it do?"),
        help_text=_("Never more than you may do yourself. Choose as little as is needed."),
        widget=forms.CheckboxSelectMultiple,
        choices=spoken(Scope.choices),
    )
    days = forms.TypedChoiceField(
        label=_("How long does it hold?"),
        coerce=int,
        choices=[(30, _("A month")), (90, _("Three months")), (365, _("A year"))],
        initial=90,
    )


class EndTokenForm(forms.Form):
    """Which one is to hold no longer."""

    token = forms.UUIDField()
