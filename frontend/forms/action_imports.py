"""Forms of an import of actions: the file, and how it is to be read."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from actions.services.bringing_in import IMPORTABLE
from actions.services.sheet_imports import Preview
from actions.sheets.headers import header_numbers, names_in
from actions.sheets.mapping import DAY_FIRST, MONTH_FIRST, SheetMapping
from frontend.forms.choices import offer, spoken
from partnerships.models.membership import Membership

COLUMN_LABELS = {
    "title": _("What is to be done"),
    "owner": _("Who does it"),
    "due": _("Ready by"),
    "state": _("State"),
    "done_test": _("Done when"),
    "first_step": _("First step"),
    "outcome": _("What came of it"),
    "reference": _("Number of the row"),
}


class ActionsFileForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "An Excel workbook (.xlsx) or a CSV file in UTF-8: one row for each action, the names of"
            " the columns above them. At most 5 MB and 5,000 rows."
        ),
        allow_empty_file=True,  # the rule has a better sentence for it
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt,.tsv"}),
    )


class ReadingForm(forms.Form):
    """Which column is what, who is who, which word is which state, and what holds for rows that do not say."""

    sheet = forms.ChoiceField(label=_("Sheet"), required=False)
    header = forms.TypedChoiceField(label=_("Row with the names of the columns"), coerce=int)
    date_order = forms.ChoiceField(
        label=_("Days such as 03-04-2026"),
        required=False,
        choices=[
            ("", _("Please choose")),
            (DAY_FIRST, _("Day first: 3 April 2026")),
            (MONTH_FIRST, _("Month first: March 4, 2026")),
        ],
    )
    other_owner = forms.ChoiceField(
        label=_("Rows that name nobody who is a member"),
        help_text=_("They are skipped and named, or one of you is asked to do them."),
        required=False,
    )
    other_due = forms.DateField(
        label=_("Day for rows without one"),
        help_text=_("Empty: such rows are skipped and named."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    other_outcome = forms.CharField(
        label=_("What came of rows that are done and do not say"),
        help_text=_("Empty: such rows are skipped and named."),
        required=False,
        max_length=300,
    )

    def __init__(
        self,
        *args: Any,
        preview: Preview,
        sheets: Sequence[str],
        mapping: SheetMapping,
        members: Iterable[Membership],
        **options: Any,
    ) -> None:
        options["initial"] = _initial(mapping)
        super().__init__(*args, **options)
        self.mapping = mapping
        offer(self, "sheet", [(name, name) for name in sheets])
        offer(self, "header", _headers(preview))
        people = [(str(one.pk), one.person.name) for one in members]
        offer(self, "other_owner", [("", _("Skip them")), *people])
        self._offer_columns(preview.header)
        self._offer_values("owner", mapping.owners, [("", _("Nobody: see below")), *people])
        states = [(str(state), state.label) for state in IMPORTABLE]
        self._offer_values("state", mapping.states, [("", _("Skip these rows")), *spoken(states)])

    def _offer_columns(self, header: Sequence[str]) -> None:
        named = [(str(place), name) for place, name in enumerate(header) if name]
        for name, label in COLUMN_LABELS.items():
            self.fields[f"column_{name}"] = _choice(label, [("", _("None")), *named])
        self.fields["column_title"].required = True

    def _offer_values(
        self, kind: str, values: Mapping[str, str], choices: list[tuple[str, Any]]
    ) -> None:
        for place, text in enumerate(values):
            label = Truncator(text).chars(60)
            self.fields[f"{kind}_{place}"] = _choice(f"“{label}”", choices)

    @property
    def columns(self) -> list[forms.BoundField]:
        """Return the fields that say which column is what."""
        return [self[f"column_{name}"] for name in COLUMN_LABELS]

    @property
    def owners(self) -> list[forms.BoundField]:
        """Return the fields that say who is who."""
        return [self[f"owner_{place}"] for place in range(len(self.mapping.owners))]

    @property
    def states(self) -> list[forms.BoundField]:
        """Return the fields that say which word is which state."""
        return [self[f"state_{place}"] for place in range(len(self.mapping.states))]

    def reading(self) -> SheetMapping:
        """Return what a valid form says."""
        said = self.cleaned_data
        chosen = {name: said[f"column_{name}"] for name in COLUMN_LABELS}
        due = said["other_due"]
        return SheetMapping(
            sheet=said["sheet"],
            header=said["header"],
            columns={name: int(place) for name, place in chosen.items() if place},
            owners=self._values("owner", self.mapping.owners),
            states=self._values("state", self.mapping.states),
            date_order=said["date_order"],
            other_owner=said["other_owner"],
            other_due=due.isoformat() if due else "",
            other_outcome=said["other_outcome"],
        )

    def _values(self, kind: str, values: Mapping[str, str]) -> dict[str, str]:
        return {text: self.cleaned_data[f"{kind}_{place}"] for place, text in enumerate(values)}


def _choice(label: Any, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False)


def _headers(preview: Preview) -> list[tuple[str, str]]:
    lines = {line.number: names_in(line) for line in preview.sheet.lines}
    return [
        (str(number), f"{number}: {', '.join(name for name in lines[number] if name)[:80]}")
        for number in header_numbers(preview.sheet)
    ]


def _initial(mapping: SheetMapping) -> dict[str, Any]:
    return {
        "sheet": mapping.sheet,
        "header": mapping.header,
        "date_order": mapping.date_order,
        "other_owner": mapping.other_owner,
        "other_due": mapping.due_for_others,
        "other_outcome": mapping.other_outcome,
        **{f"column_{name}": str(place) for name, place in mapping.columns.items()},
        **{f"owner_{place}": who for place, who in enumerate(mapping.owners.values())},
        **{f"state_{place}": state for place, state in enumerate(mapping.states.values())},
    }
