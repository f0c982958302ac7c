"""Forms about what contributors are told."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from frontend.forms.choices import spoken
from reflections.models.feedback import FeedbackAnswer


class FeedbackForm(forms.Form):
    """An answer, or the day by which there is one."""

    # Made with the page, so that sending it twice is the same as sending it once.
    feedback_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    promised_by = forms.DateField(
        label=_("By when do they hear from you?"),
        help_text=_("Everybody can read this day at once."),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    answer = forms.ChoiceField(
        label=_("What is done with the input?"),
        choices=[("", _("Not said")), *spoken(FeedbackAnswer.choices)],
        required=False,
    )
    text = forms.CharField(
        label=_("In plain words"),
        help_text=_("Short, with common words. A programme manager publishes it."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("Needed when you will not do it."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
