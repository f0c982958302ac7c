"""Forms of an import: the file, and which of its columns is what."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from frontend.forms.choices import offer
from reflections.models.session import SessionColumn


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "A CSV file in UTF-8: one row for each note, the names of the columns in the first row."
            " At most 5 MB and 5,000 rows."
        ),
        allow_empty_file=True,  # the rule has a better sentence for it
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv,text/plain"}),
    )


class ColumnsForm(forms.Form):
    """Which column of the file is what, where the notes go, and whose words they are."""

    text = forms.TypedChoiceField(label=_("Column with the text"), coerce=int)
    reference = forms.TypedChoiceField(
        label=_("Column that names each row"),
        help_text=_(
            "A number or code that no two rows share. With it, a row that was imported before is"
            " known again; without it, the text itself is used."
        ),
        coerce=int,
        required=False,
        empty_value=None,
    )
    column_id = forms.TypedChoiceField(label=_("The notes go to"), coerce=UUID)
    attribution = forms.CharField(
        label=_("Whose words are these?"),
        help_text=_(
            "Name the source and its licence. This line is shown wherever the notes are shown."
        ),
        required=False,
        max_length=300,
    )

    def __init__(
        self,
        *args: Any,
        header: Sequence[str],
        columns: Iterable[SessionColumn],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        named = [(str(place), name) for place, name in enumerate(header)]
        offer(self, "text", named)
        offer(self, "reference", [("", _("None")), *named])
        offer(self, "column_id", [(str(column.pk), column.title) for column in columns])
