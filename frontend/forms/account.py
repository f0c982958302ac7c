"""Forms about one's own account."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class OwnAccountForm(forms.Form):
    """One's own name and language."""

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As others in your partnership see it."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        help_text=_("For these pages and for the mail you get."),
        required=False,
        choices=[("", _("As my browser asks")), *settings.LANGUAGES],
    )
