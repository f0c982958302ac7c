"""The form for what others said."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from frontend.forms.choices import offer, spoken
from frontend.forms.fields import made_here
from reflections.course import Attribution, OnBehalf
from reflections.models.note import MOST_PEOPLE


class ForOthersForm(forms.Form):
    """One note of somebody who did not write it herself."""

    note_id = made_here()
    column_id = forms.TypedChoiceField(label=_("Question"), coerce=UUID)
    on_behalf = forms.ChoiceField(
        label=_("Whose words are these?"), choices=spoken(OnBehalf.choices)
    )
    text = forms.CharField(
        label=_("In their own words"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "autofocus": True}),
    )
    for_people = forms.IntegerField(
        label=_("For how many people do they speak?"),
        initial=1,
        min_value=1,
        max_value=MOST_PEOPLE,
    )
    agreed = forms.BooleanField(
        label=_("They agreed that I write this down"),
        help_text=_(
            "Without a yes it is not kept. Leave out names and what would give somebody away."
        ),
        required=False,
    )

    def __init__(self, *args: Any, columns: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the columns of the session."""
        super().__init__(*args, **kwargs)
        offer(self, "column_id", columns)


class AttributionsForm(forms.Form):
    """What people can choose from when they write."""

    allowed = forms.MultipleChoiceField(
        label=_("People can write"),
        choices=spoken(Attribution.choices),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
