"""JSON in and out of the API: records are written and inputs read by msgspec."""

import json
import re
from functools import reduce
from operator import or_
from typing import Any, TypeVar

import msgspec
from django.utils.translation import gettext as _
from rest_framework.exceptions import UnsupportedMediaType
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from kernel.errors import InvalidInputError

Sent = TypeVar("Sent", bound="Input")

LONGEST = 200  # of a sentence that may quote what was sent


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


class BodyForLater(BaseParser):
    """Leaves the body unread: the framework looks for a form's token in it, and ours is a header."""

    media_type = "*/*"

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Any:
        """Find nothing."""
        return {}


class Input(msgspec.Struct, forbid_unknown_fields=True):
    """Something that a browser sends: every field is named, an unknown one is refused."""


def read(request: Request, *kinds: type[Sent]) -> Sent:
    """Return the request's body as one of *kinds*; where there are several, each has a tag.

    Raises InvalidInputError for what is not JSON, lacks, misnames or repeats a field, or has a
    wrong type; UnsupportedMediaType for a body that does not say that it is JSON.
    """
    kind = request.content_type or ""
    if kind.partition(";")[0].strip().lower() != "application/json":
        raise UnsupportedMediaType(kind)
    try:
        sent = msgspec.json.decode(request.body, type=reduce(or_, kinds))
    except msgspec.ValidationError as problem:
        raise InvalidInputError(
            _("This request cannot be read: %(problem)s") % {"problem": str(problem)[:LONGEST]},
            field=_field_in(str(problem)),
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise InvalidInputError(
            _("This request is not valid JSON in UTF-8."), field="body"
        ) from None
    _must_name_each_field_once(request.body)
    return sent


def read_query(request: Request, kind: type[Sent]) -> Sent:
    """Return what stands after the question mark of the address.

    Raises InvalidInputError for a name that is not known, stands there twice, or has a wrong value.
    """
    asked = request.query_params
    twice = next((name for name, values in asked.lists() if len(values) > 1), "")
    if twice:
        raise InvalidInputError(_("This request names a field twice."), field=twice)
    try:
        return msgspec.convert(asked.dict(), kind, strict=False)
    except msgspec.ValidationError as problem:
        raise InvalidInputError(
            _("This request cannot be read: %(problem)s") % {"problem": str(problem)[:LONGEST]},
            field=_field_in(str(problem)),
        ) from None


def _must_name_each_field_once(body: bytes) -> None:
    # Readers disagree on which of two values counts, so neither does.
    pairs = json.loads(body, object_pairs_hook=list)
    if len(pairs) != len(dict(pairs)):
        raise InvalidInputError(_("This request names a field twice."), field="body")


def _field_in(problem: str) -> str:
    # msgspec's sentences name a field or end with a place: ... field `due`, ... - at `$.due`
    named = re.search(r"(?:`\$\.|field `)(\w+)", problem)
    return named[1] if named else "body"
