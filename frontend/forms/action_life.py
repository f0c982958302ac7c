"""Forms of the later life of an action: another date, its end, a look at its effect, going on."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.models.action import Horizon, Strength
from actions.states import Effect, NextStep
from frontend.forms.choices import offer, spoken
from frontend.forms.fields import day, long_text, made_here
from partnerships.models.membership import Level
from reflections.models.session import ReflectionSession


def _listed(label: Any, choices: Iterable[tuple[str, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, required=False, choices=[("", _("Not said")), *spoken(choices)]
    )


class DueChangeForm(forms.Form):
    """Another date, and why."""

    change_id = made_here()
    due = day(label=_("New date"))
    reason = long_text(
        label=_("Why?"), help_text=_("The day that was first agreed stays visible beside it.")
    )


class DateAnswerForm(forms.Form):
    """Yes or no to the date that somebody asked for."""

    change_id = forms.UUIDField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label=_("Do you agree?"),
        choices=[("yes", _("Yes, this is the date now")), ("no", _("No, the date stays"))],
        widget=forms.RadioSelect,
    )
    reason = long_text(label=_("Why not?"), required=False, help_text=_("Needed for a no."))


class RewordingForm(forms.Form):
    """How the action reads."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("What"))
    done_test = forms.CharField(label=_("Done when"))
    first_step = long_text(label=_("First step"), required=False)
    if_cue = forms.CharField(label=_("When it begins"), required=False)
    level = _listed(_("Where the change is"), Level.choices)
    strength = _listed(_("What it changes"), Strength.choices)
    horizon = _listed(_("When one notices it"), Horizon.choices)
    risk = long_text(label=_("Take care"), required=False)
    plan_goal = forms.CharField(label=_("Goal of the regional plan"), required=False)


class DropForm(forms.Form):
    """Why nobody does it any more."""

    reason = long_text(
        label=_("Why is it dropped?"),
        help_text=_("Whoever gave input can read it. You can open the action again later."),
    )


class StopLadderForm(forms.Form):
    """Why nobody else has to hear that it is late."""

    reason = long_text(
        label=_("Why need nobody else hear that it is late?"),
        help_text=_(
            "It stands in the history. When there is news or another date, it begins anew."
        ),
    )


class WaiveReviewForm(forms.Form):
    """Why nobody looks at the effect."""

    reason = long_text(label=_("Why does nobody need to look what came of it?"))


class ReopenForm(forms.Form):
    """Why it goes on."""

    reason = long_text(label=_("Why does it go on?"))


class ReviewForm(forms.Form):
    """What came of it."""

    review_id = made_here()
    effect = forms.ChoiceField(
        label=_("What did it do?"), choices=spoken(Effect.choices), widget=forms.RadioSelect
    )
    evidence = long_text(
        label=_("How do you know?"),
        help_text=_("A number, a story, or who told you. One or two sentences are enough."),
    )
    lesson = long_text(label=_("What do we learn from it?"), required=False)
    next_step = forms.ChoiceField(
        label=_("What follows?"),
        required=False,
        choices=[("", _("Nothing is decided")), *spoken(NextStep.choices)],
    )
    session_id = forms.TypedChoiceField(
        label=_("Talk about the lesson in this session"),
        help_text=_("There it is the draft of an insight. Those who lead the session take it up."),
        coerce=UUID,
        empty_value=None,
        required=False,
    )
    question = long_text(
        2,
        label=_("Does it leave a question?"),
        help_text=_("It comes onto the learning agenda."),
        required=False,
    )
    again_on = day(
        label=_("When does somebody look again?"),
        help_text=_("Needed when it is too early or nobody can tell."),
        required=False,
    )

    def __init__(self, *args: Any, sessions: Iterable[ReflectionSession], **options: Any) -> None:
        """Offer the *sessions* that a lesson can go into."""
        super().__init__(*args, **options)
        named = [(str(one.pk), one.title) for one in sessions]
        offer(self, "session_id", [("", _("In no session")), *named])
