"""Forms about actions: one for each step that a member can take, and the filter of the log."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from actions.models.advisor_note import Confidentiality
from actions.states import Barrier, Channel, Claim, Confidence, possible_claims
from frontend.forms.choices import offer, spoken
from frontend.forms.fields import day, long_text, made_here
from partnerships.models.membership import Membership


class PressForm(forms.Form):
    """A step that needs no more than pressing a button."""


class DeclineForm(forms.Form):
    """Why one says no."""

    reason = long_text(
        label=_("Why not?"), help_text=_("One sentence helps to find somebody who can.")
    )


class OfferForm(forms.Form):
    """Whom to ask instead."""

    owner_id = forms.TypedChoiceField(label=_("Whom do you ask?"), coerce=UUID)

    def __init__(self, *args: Any, members: Iterable[Membership], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(
            self,
            "owner_id",
            [
                ("", _("Choose one member")),
                *((str(member.pk), member.person.name) for member in members),
            ],
        )


class CheckInForm(forms.Form):
    """How an action goes, told by its owner or written down by whoever spoke to her."""

    check_in_id = made_here()
    claim = forms.ChoiceField(label=_("How is it going?"), widget=forms.RadioSelect)
    text = long_text(label=_("What happened?"), help_text=_("One or two sentences are enough."))
    blocker = forms.CharField(
        label=_("What stands in the way?"), help_text=_("Needed when it is stuck."), required=False
    )
    barrier = forms.ChoiceField(
        label=_("What kind of thing is it?"),
        help_text=_("So that the same hindrance can be seen in several places."),
        required=False,
        choices=[("", _("Nothing, or not said")), *spoken(Barrier.choices)],
    )
    next_step = forms.CharField(label=_("What is the next step?"), required=False)
    who_must_know = forms.CharField(label=_("Who must know of it?"), required=False)
    channel = forms.ChoiceField(
        label=_("How did the news come in?"), choices=spoken(Channel.choices)
    )
    confidence = forms.ChoiceField(
        label=_("Will it be done in time?"),
        choices=spoken(Confidence.choices),
        initial=Confidence.UNKNOWN,
    )
    next_check_in = day(
        label=_("When do we ask again?"),
        required=False,
    )

    def __init__(self, *args: Any, state: str, heard: bool, **options: Any) -> None:
        """Offer the claims that fit the action's *state*; *heard* from the owner, or by herself."""
        super().__init__(*args, **options)
        # Also what no longer fits, so that the rule can say what became of the action.
        claims = possible_claims(state) or list(Claim)
        offer(self, "claim", [(claim.value, capfirst(claim.label)) for claim in claims])
        self.fields["channel"].initial = Channel.PHONE if heard else Channel.HERE
        if heard:
            self.fields["text"].label = _("What did you hear?")


class CompletionForm(forms.Form):
    """What came of it."""

    outcome = long_text(
        label=_("What came of it?"),
        help_text=_("What did you do, and what is different now? Somebody else will look at it."),
    )


class NotYetForm(forms.Form):
    """What somebody who looked found missing."""

    check_in_id = made_here()
    text = long_text(label=_("What is still missing?"))


class AdvisorNoteForm(forms.Form):
    """What an advisor writes beside the reports; the strictest choice stands first."""

    advisor_note_id = made_here()
    text = long_text(label=_("Your note"))
    confidentiality = forms.ChoiceField(
        label=_("Who may read it?"),
        help_text=_("It never stands in a mail or an export."),
        choices=spoken(Confidentiality.choices),
        initial=Confidentiality.MINE,
        widget=forms.RadioSelect,
    )


class NoteRemovalForm(forms.Form):
    """Which of one's own notes to take away."""

    advisor_note_id = forms.UUIDField(widget=forms.HiddenInput)
