"""The form that narrows the action log."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.queries.narrowing import ALL_OPEN, ANY_FLAG, WITHOUT_REVIEW, ComesFrom, LogFilter
from actions.queries.pages import owners_in, owning_organisations_in
from actions.states import ActionState, Flag
from frontend.forms.choices import offer, spoken
from frontend.forms.filters import FilterForm
from partnerships.models.membership import Level, Membership
from partnerships.queries import themes_of

Named = tuple[UUID, str]


def _one_of(label: Any, choices: Iterable[tuple[str, Any]], *first: tuple[str, Any]) -> Any:
    return forms.ChoiceField(
        label=label, required=False, choices=[("", _("All")), *first, *spoken(choices)]
    )


def _one_by_id(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, required=False, coerce=UUID, empty_value=None)


class LogFilterForm(FilterForm):
    """Which actions of the log to show."""

    q = forms.CharField(
        label=_("Search"), required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    state = _one_of(_("State"), ActionState.choices, (ALL_OPEN, _("Still open")))
    flag = _one_of(
        _("Attention"),
        [*Flag.choices, (WITHOUT_REVIEW, _("nobody looked at its effect"))],
        (ANY_FLAG, _("Anything")),
    )
    owner = _one_by_id(_("Owner"))
    organisation = _one_by_id(_("Organisation"))
    theme = _one_by_id(_("Theme"))
    level = _one_of(_("Where the change is"), Level.choices)
    origin = _one_of(_("Where it came from"), ComesFrom.choices)

    def __init__(self, *args: Any, member: Membership, **options: Any) -> None:
        super().__init__(*args, **options)
        self._offer("owner", ((one.pk, one.person.name) for one in owners_in(member)))
        self._offer("organisation", ((one.pk, one.name) for one in owning_organisations_in(member)))
        self._offer("theme", ((one.pk, one.title) for one in themes_of(member)))

    def wanted(self) -> LogFilter:
        """Return what was chosen."""
        said = self.said
        return LogFilter(text=said.pop("q", ""), **said)

    def chosen_more(self) -> bool:
        """Say whether something was chosen that is folded away at first."""
        return any(self.cleaned_data.get(name) for name in self._folded())

    @staticmethod
    def _folded() -> tuple[str, ...]:
        return ("organisation", "theme", "level", "origin")

    def _offer(self, name: str, choices: Iterable[Named]) -> None:
        offer(self, name, [("", _("All")), *((str(pk), label) for pk, label in choices)])
