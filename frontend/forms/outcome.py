"""Carrying out what a form asks, with the rules' own sentences beside the fields."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, cast

from django.forms import ChoiceField, Form
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kernel.errors import DomainError, InvalidInputError, StaleVersionError


def is_done(form: Form, act: Callable[[dict[str, Any]], object]) -> bool:
    """Do *act* with what a valid form holds; a rule's no becomes an error of the form.

    When somebody else was first, each field in question says what was saved meanwhile, and what was
    typed stays: sending the form once more is to choose it.
    """
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except InvalidInputError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
    except StaleVersionError as error:
        form.add_error(None, error.message)
        _show_both(form, dict(error.details["current"]))
    except DomainError as error:
        form.add_error(None, error.message)
    return not form.errors


def _show_both(form: Form, current: dict[str, Any]) -> None:
    # Of the newest version now: what is sent next was chosen with both in sight.
    sent = cast("QueryDict", form.data).copy()
    sent[form.add_prefix("version")] = str(current.pop("version"))
    form.data = sent
    for name, value in current.items():
        if name in form.fields:
            words = _spoken(form, name, value) or _("nothing")
            form.add_error(name, _("Saved meanwhile: %(value)s") % {"value": words})


def _spoken(form: Form, name: str, value: Any) -> str:
    field = form.fields[name]
    if isinstance(field, ChoiceField):
        choices = cast("Iterable[tuple[Any, Any]]", field.choices)
        labels = {str(key): str(label) for key, label in choices}
        chosen = value if isinstance(value, list | tuple) else [value]
        return ", ".join(labels.get(str(one), str(one)) for one in chosen)
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    return date_format(value, "j F Y") if isinstance(value, date) else str(value or "")
