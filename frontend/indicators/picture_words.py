"""What stands in the pictures of figures: titles, what a bar is about, what became of something."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from actions.indicators.pictures import AGES, SILENCES, WAITS
from actions.states import Effect
from reflections.states import Disposition

TITLES = {
    "flow": gettext_lazy("From notes to effects"),
    "open_by_age": gettext_lazy("How old open actions are"),
    "until_yes": gettext_lazy("From the session to the yes"),
    "closure": gettext_lazy("What became of actions by their first date"),
    "drift": gettext_lazy("From the level of an insight to that of its action"),
    "silence": gettext_lazy("How long ago there was news"),
}
ABOUT = {
    "flow": gettext_lazy(
        "How many notes led to insights, insights to actions, and what these did. Each column shows"
        " all of its kind; what has no band to the right ended there, or has not gone on yet."
    ),
    "open_by_age": gettext_lazy("Open actions by the time since their owner was asked."),
    "until_yes": gettext_lazy("Days from the end of the session until the owner said yes."),
    "closure": gettext_lazy("Actions whose first date has passed, by the month of that date."),
    "drift": gettext_lazy(
        "Each number counts steps from an insight to an action. Below the diagonal the action is on"
        " a lower level than the insight."
    ),
    "silence": gettext_lazy(
        "Actions that somebody is at, by the days since anybody said how it goes."
    ),
}
SERIES = {
    "actions": gettext_lazy("Actions"),
    "in_time": gettext_lazy("Not late"),
    "late": gettext_lazy("Late"),
    "on_time": gettext_lazy("Done by then"),
    "later": gettext_lazy("Done later"),
    "not_done": gettext_lazy("Not done"),
}
BARS = {"before": gettext_lazy("Before that"), "waiting": gettext_lazy("No yes yet")}
COLUMNS = (
    gettext_lazy("Notes"),
    gettext_lazy("Insights"),
    gettext_lazy("Actions"),
    gettext_lazy("Effects"),
)
PLACES = {
    "note.used": gettext_lazy("led to something"),
    "note.unused": gettext_lazy("led to nothing yet"),
    "insight.none": gettext_lazy("no answer yet"),
    "insight.straight": gettext_lazy("straight from notes"),
    "action.open": gettext_lazy("still open"),
    "action.done": gettext_lazy("done, not confirmed"),
    "action.confirmed": gettext_lazy("confirmed"),
    "action.dropped": gettext_lazy("dropped"),
}


def bar_words(picture: str, code: str, check_in_days: int) -> str:
    """Return what one bar is about."""
    if code in BARS:
        return str(BARS[code])
    if picture == "closure":
        return date_format(date.fromisoformat(f"{code}-01"), "M Y")
    ends = {
        "open_by_age": AGES,
        "until_yes": WAITS,
        "silence": [round(times * check_in_days) for times in SILENCES],
    }[picture]
    return _span_words(int(code), ends)


def _span_words(place: int, ends: Sequence[int]) -> str:
    if place == len(ends):
        return _("Over %(days)d days") % {"days": ends[-1]}
    if ends[place] == 0:
        return _("In the session")
    if place == 0:
        words = ngettext("Up to %(days)d day", "Up to %(days)d days", ends[0])
        return words % {"days": ends[0]}
    return _("%(first)d to %(last)d days") % {"first": ends[place - 1] + 1, "last": ends[place]}


def place_words(code: str) -> str:
    """Return what the things that are counted in one place of the flow have in common."""
    if code in PLACES:
        return capfirst(str(PLACES[code]))
    kind, _dot, what = code.partition(".")
    return capfirst(str((Disposition if kind == "insight" else Effect)(what).label))
