"""The form that adds a webhook."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _


class WebhookForm(forms.Form):
    """Where news goes."""

    webhook_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    url = forms.CharField(
        label=_("Address"),
        help_text=_("Of the programme that is to be told. It begins with https://."),
        max_length=500,
        widget=forms.TextInput(attrs={"type": "url", "inputmode": "url"}),
    )
