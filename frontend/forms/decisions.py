"""The form in which something that is open is reworded or decided."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.models.decision import Decision
from frontend.forms.choices import offer
from frontend.forms.fields import day, long_text
from partnerships.models.membership import Membership


class DecisionForm(forms.Form):
    """What is to be decided, or with a day what was decided, by whom and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = long_text(2, label=_("What is decided, or to be decided?"))
    options = long_text(
        2,
        label=_("What else can one choose?"),
        help_text=_("Later one can see that it was considered."),
        required=False,
    )
    decided_on = day(
        label=_("On which day was it decided?"),
        required=False,
        help_text=_("Leave it empty as long as it is open."),
    )
    decided_by = forms.CharField(
        label=_("Who decided?"),
        help_text=_("A board or a meeting by its name, or choose members below."),
        required=False,
    )
    decider_ids = forms.TypedMultipleChoiceField(
        label=_("Members who decided"),
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    rationale = long_text(
        2,
        label=_("Why so?"),
        help_text=_("Needed once it is decided. Whoever reads it in a year was not there."),
        required=False,
    )
    dissent = long_text(2, label=_("Does somebody see it differently?"), required=False)
    review_on = day(label=_("When do you look at it again?"), required=False)
    replaces_id = forms.TypedChoiceField(
        label=_("Does it take the place of an earlier decision?"),
        coerce=UUID,
        empty_value=None,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        members: Iterable[Membership],
        earlier: Iterable[Decision],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        offer(self, "decider_ids", [(str(one.pk), one.person.name) for one in members])
        replaced = [(str(one.pk), f"{one.number}. {one.text}") for one in earlier]
        offer(self, "replaces_id", [("", _("No")), *replaced])


class StillHoldsForm(forms.Form):
    """When somebody looks again at a decision that still holds."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    review_on = day(
        label=_("When do you look again?"),
        help_text=_("Leave it empty if nobody has to."),
        required=False,
    )
