"""Forms of minutes: the text, and each action that is proposed in it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actions.services.minutes import LONGEST_TEXT, Answer, AnsweredProposal
from frontend.forms.choices import offer
from partnerships.models.membership import Membership

MAKE, REFUSE, LATER = "make", "refuse", "later"
# What an action needs; of what is not made now, anything may be missing.
WORDING = ("title", "owner_id", "due", "done_test")


class MinutesForm(forms.Form):
    """The minutes."""

    name = forms.CharField(
        label=gettext_lazy("What are these minutes of?"),
        help_text=gettext_lazy("For example: steering group, 3 March. The actions will say so."),
        max_length=200,
    )
    text = forms.CharField(
        label=gettext_lazy("Text of the minutes"),
        help_text=gettext_lazy(
            "Lines that begin with “Action:”, “Actie:”, “Åtgärd:” or an open box, “[ ]”, become"
            " proposals. Names and days in them are recognised."
        ),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 14}),
    )


class ProposalForm(forms.Form):
    """One proposed action: what is to become of it, and in which words."""

    choice = forms.ChoiceField(
        label=gettext_lazy("What is to become of it?"),
        choices=[
            (MAKE, gettext_lazy("Make this action")),
            (REFUSE, gettext_lazy("Leave it out")),
            (LATER, gettext_lazy("Decide later")),
        ],
        widget=forms.RadioSelect,
    )
    title = forms.CharField(label=gettext_lazy("What is to be done"))
    owner_id = forms.ChoiceField(label=gettext_lazy("Who does it"))
    due = forms.DateField(
        label=gettext_lazy("Ready by"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    done_test = forms.CharField(
        label=gettext_lazy("Done when"),
        help_text=gettext_lazy("How can one see that it is done?"),
    )

    def __init__(
        self, *args: Any, answered: AnsweredProposal, members: Iterable[Membership], **options: Any
    ) -> None:
        options.update(prefix=f"line{answered.proposal.line}", initial=_initial(answered))
        super().__init__(*args, **options)
        self.line = answered.proposal.line
        self.said = answered.proposal.said
        if self.is_bound and self["choice"].value() != MAKE:
            for name in WORDING:
                self.fields[name].required = False
        names = [(str(one.pk), one.person.name) for one in members]
        offer(self, "owner_id", [("", _("Choose somebody")), *names])
        days = answered.proposal.days
        if len(days) > 1:
            first, second = (date_format(day, "j F Y") for day in days)
            self.fields["due"].help_text = _("The line can mean %(first)s or %(second)s.") % {
                "first": first,
                "second": second,
            }

    def typed(self) -> Answer:
        """Return what was typed, also where it makes no sense."""
        said = {name: str(self[name].value() or "")[:1000] for name in ("choice", *WORDING)}
        return Answer(**said)


def _initial(answered: AnsweredProposal) -> dict[str, Any]:
    proposal, answer = answered.proposal, answered.answer
    if answer:
        return vars(answer)
    return {
        "choice": LATER,
        "title": proposal.title,
        "owner_id": str(proposal.owner_id or ""),
        "due": proposal.due,
    }
