"""The form by which one chooses what figures are about."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from frontend.forms.choices import offer
from frontend.forms.filters import FilterForm
from partnerships.models.partnership import Theme


class IndicatorFilterForm(FilterForm):
    """On which theme, from which month to which."""

    theme = forms.TypedChoiceField(label=_("Theme"), required=False, coerce=UUID, empty_value=None)
    since = forms.TypedChoiceField(
        label=_("From"), required=False, coerce=date.fromisoformat, empty_value=None
    )
    until = forms.TypedChoiceField(
        label=_("Up to"), required=False, coerce=date.fromisoformat, empty_value=None
    )

    def __init__(
        self, *args: Any, themes: Iterable[Theme], months: Iterable[date], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        offer(self, "theme", [("", _("All")), *((str(one.pk), one.title) for one in themes)])
        named = [(month.isoformat(), date_format(month, "F Y")) for month in months]
        offer(self, "since", [("", _("The first session")), *named])
        offer(self, "until", [("", _("Today")), *named])
