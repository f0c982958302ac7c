"""JSON in and out of the API: records are written and inputs read by msgspec."""

from typing import Any, TypeVar

import msgspec
from django.utils.translation import gettext as _
from rest_framework.exceptions import UnsupportedMediaType
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from kernel.errors import InvalidInputError

Sent = TypeVar("Sent", bound="Input")


class RecordRenderer(BaseRenderer):
    """Writes records, dates, ids and plain values as JSON."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None
    ) -> bytes:
        """Return *data* as JSON."""
        return b"" if data is None else msgspec.json.encode(data)


class Input(msgspec.Struct, forbid_unknown_fields=True):
    """Something that a browser sends: every field is named, an unknown one is refused."""


def read(request: Request, into: type[Sent]) -> Sent:
    """Return the request's body as an *into*.

    Raises InvalidInputError for what is not JSON, lacks or misnames a field, or has a wrong type;
    UnsupportedMediaType for a body that does not say that it is JSON.
    """
    if request.content_type != "application/json":
        raise UnsupportedMediaType(request.content_type or "")
    try:
        return msgspec.json.decode(request.body, type=into)
    except msgspec.ValidationError as problem:
        raise InvalidInputError(
            _("This request cannot be read: %(problem)s") % {"problem": problem},
            field=_field_in(str(problem)),
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise InvalidInputError(
            _("This request is not valid JSON in UTF-8."), field="body"
        ) from None


def _field_in(problem: str) -> str:
    # msgspec ends its sentences with the place, as in: ... - at `$.due`
    place = problem.rpartition("`$.")[2].rstrip("`") if "`$." in problem else ""
    return place or "body"
