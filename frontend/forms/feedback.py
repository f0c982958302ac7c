"""Forms about what contributors are told."""

from django import forms
from django.utils.translation import gettext_lazy as _

from frontend.forms.choices import spoken
from frontend.forms.fields import day, long_text, made_here
from reflections.models.feedback import FeedbackAnswer


class FeedbackForm(forms.Form):
    """An answer, or the day by which there is one."""

    feedback_id = made_here()
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    promised_by = day(
        label=_("By when do they hear from you?"),
        help_text=_("Everybody can read this day at once."),
        required=False,
    )
    answer = forms.ChoiceField(
        label=_("What is done with the input?"),
        choices=[("", _("Not said")), *spoken(FeedbackAnswer.choices)],
        required=False,
    )
    text = long_text(
        4,
        label=_("In plain words"),
        help_text=_("Short, with common words. A programme manager publishes it."),
        required=False,
    )
    reason = long_text(
        2,
        label=_("Why?"),
        help_text=_("Needed when you will not do it."),
        required=False,
    )
