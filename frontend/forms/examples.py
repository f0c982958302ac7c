"""Forms about examples: what one shares, and what one looks for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.models.action import Strength
from actions.states import UNDECIDED, Effect
from frontend.forms.choices import spoken
from frontend.forms.fields import long_text, made_here
from frontend.forms.filters import FilterForm
from partnerships.models.membership import Level
from reflections.models.insight import Component, Loop

ALL = ("", _("All"))
KNOWN = [(effect.value, effect.label) for effect in Effect if effect not in UNDECIDED]


class ExampleForm(forms.Form):
    """What was done and what came of it, for people who were not there."""

    example_id = made_here()
    what = forms.CharField(
        label=_("What did you do?"),
        help_text=_("In plain words, without names of people or places."),
        max_length=300,
    )
    came_of_it = long_text(label=_("What came of it?"))
    lesson = long_text(
        label=_("What would you tell somebody who wants to do it, too?"), required=False
    )


class ExampleFilterForm(FilterForm):
    """What one looks for."""

    text = forms.CharField(
        label=_("Search"), required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    component = forms.ChoiceField(
        label=_("What it is about"), required=False, choices=[ALL, *spoken(Component.choices)]
    )
    level = forms.ChoiceField(
        label=_("Where the change is"), required=False, choices=[ALL, *spoken(Level.choices)]
    )
    loop = forms.ChoiceField(
        label=_("How deep it goes"), required=False, choices=[ALL, *spoken(Loop.choices)]
    )
    strength = forms.ChoiceField(
        label=_("What it changes"), required=False, choices=[ALL, *spoken(Strength.choices)]
    )
    effect = forms.ChoiceField(
        label=_("What it did"), required=False, choices=[ALL, *spoken(KNOWN)]
    )
