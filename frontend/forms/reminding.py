"""Forms about reminders: an answer by link, and what one wishes to hear by mail."""

from collections.abc import Iterable
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from frontend.forms.choices import offer, spoken
from frontend.forms.fields import day, made_here
from frontend.forms.settings import OFFERED
from reminders.kinds import Kind, Way

HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]


class AnswerByLinkForm(forms.Form):
    """Yes or no, or how it goes; the sentence is the report, the outcome or the reason."""

    answer_id = made_here()
    answer = forms.ChoiceField(label=_("Your answer"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("One sentence about it"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    due = day(
        label=_("Another date, if it will be late"),
        help_text=_("Then the sentence says why."),
        required=False,
    )

    def __init__(self, *args: Any, answers: Iterable[str], **options: Any) -> None:
        """Offer the *answers* that fit."""
        super().__init__(*args, **options)
        words = answer_words()
        # Also what no longer fits, so that the rule can say what became of the action.
        offer(self, "answer", [(name, words[name]) for name in answers or words])
        if "late" not in answers:
            del self.fields["due"]
            self.fields["text"].help_text = _("If not: why? It helps to find somebody who can.")

    def clean(self) -> dict[str, Any]:
        """Ask for the sentence in all answers but a yes."""
        said = super().clean() or {}
        if said.get("answer") and said["answer"] != "yes" and not said.get("text", "").strip():
            self.add_error("text", _now("Please write one sentence."))
        return said


class MailTimesForm(forms.Form):
    """When mail may come."""

    gets_mail = forms.BooleanField(
        label=_("Send me mail about what asks something of me"), required=False
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("On which days?"),
        coerce=int,
        choices=[(number, capfirst(name)) for number, name in WEEKDAYS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    hour = forms.TypedChoiceField(
        label=_("From which hour on does the daily mail come?"), coerce=int, choices=HOURS
    )
    quiet_from = forms.TypedChoiceField(label=_("No mail at once from"), coerce=int, choices=HOURS)
    quiet_until = forms.TypedChoiceField(
        label=_("Mail at once again from"), coerce=int, choices=HOURS
    )
    time_zone = forms.ChoiceField(label=_("By the clock of"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer zones by their names."""
        super().__init__(*args, **options)
        zones = {zone for zone in available_timezones() if zone.startswith(OFFERED)}
        zones.add(str(self.initial.get("time_zone", "")))
        named = [(zone, zone) for zone in sorted(zones - {""})]
        offer(self, "time_zone", [("", _("my first partnership")), *named])


class WishesForm(forms.Form):
    """How one hears of each kind of thing in one partnership."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Ask about each kind."""
        super().__init__(*args, **options)
        for kind in Kind:
            self.fields[kind.value] = forms.ChoiceField(
                label=capfirst(kind.label), choices=spoken(Way.choices)
            )


def answer_words() -> dict[str, str]:
    """Return the answers by link as somebody would say them."""
    return {
        "yes": _now("Yes, I will do it"),
        "no": _now("No, I cannot"),
        "on_track": _now("It is on track"),
        "late": _now("It will be late"),
        "stuck": _now("It is stuck"),
        "done": _now("It is done"),
    }
