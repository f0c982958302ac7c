"""The forms by which insights go up to the region and replies come back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from frontend.forms.fields import made_here


class SendUpForm(forms.Form):
    """What the region should do with an insight."""

    item_id = made_here()
    ask = forms.CharField(
        label=_("What should the region do?"),
        help_text=_("One sentence. It stands above the insight when the whole region meets."),
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 300}),
    )


class ReplyForm(forms.Form):
    """What the region replies to a theme."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reply = forms.CharField(
        label=_("Your reply"),
        help_text=_("What will the region do with it, and if nothing, why?"),
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 1000}),
    )
