"""Carrying out what a form asks, with the rules' own sentences beside the fields."""

from collections.abc import Callable
from typing import Any

from django.forms import Form

from kernel.errors import DomainError, InvalidInputError


def is_done(form: Form, act: Callable[[dict[str, Any]], object]) -> bool:
    """Do *act* with what a valid form holds; a rule's no becomes an error of the form."""
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except InvalidInputError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
    except DomainError as error:
        form.add_error(None, error.message)
    return not form.errors
