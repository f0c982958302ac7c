"""Fields that many forms ask with."""

from typing import Any
from uuid import uuid4

from django import forms


def made_here() -> forms.UUIDField:
    """Carry an id that is made with the page, so that sending it twice is sending it once."""
    return forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


def long_text(rows: int = 3, **options: Any) -> forms.CharField:
    """Ask for a few sentences."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **options)


def day(**options: Any) -> forms.DateField:
    """Ask for a day."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(widget=widget, **options)
