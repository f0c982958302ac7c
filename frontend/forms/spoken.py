"""Choices as a form shows them."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import capfirst


def spoken(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Start the words of the choices with a capital."""
    return [(value, capfirst(label)) for value, label in choices]
