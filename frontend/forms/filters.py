"""What narrows a list, sent with its address."""

from typing import Any

from django import forms


class FilterForm(forms.Form):
    """Which part of a list to show; what makes no sense does not narrow."""

    @property
    def said(self) -> dict[str, Any]:
        """What was chosen, by field."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
