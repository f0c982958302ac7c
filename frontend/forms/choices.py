"""The choices of a form: how they are shown, and those that are known only when it is made."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst


def spoken(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Start the words of the choices with a capital."""
    return [(value, capfirst(label)) for value, label in choices]


def offer(form: forms.Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    """Let the field *name* of this form choose among *choices*; TypeError if it cannot choose."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} is not a field with choices")
    field.choices = list(choices)
