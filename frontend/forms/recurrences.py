"""What is sent when somebody compares an insight with an earlier one."""

from django import forms

STEPS = ("same", "other", "take_back")


class ComparisonForm(forms.Form):
    """Two insights, and what is said of them."""

    insight_id = forms.UUIDField()
    earlier_id = forms.UUIDField()
    step = forms.ChoiceField(choices=[(step, step) for step in STEPS])
