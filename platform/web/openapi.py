"""The OpenAPI document: its schemas are made from the records and inputs themselves."""

from typing import Any
from uuid import UUID

import msgspec
from drf_spectacular.authentication import SessionScheme
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.utils import OpenApiParameter

# Everything that an API view reads or answers with; views add theirs by `body` and `answer`.
_TYPES: dict[str, Any] = {}


class Problem(msgspec.Struct):
    """Why a request was refused: a stable code and a sentence that says what to do next."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    field: str = ""


_TYPES["Problem"] = Problem
_REFUSED = {("4XX", "application/problem+json"): {"$ref": "#/components/schemas/Problem"}}


class OwnSessionScheme(SessionScheme):
    """Describes our way to sign in like the framework's own; defining it is enough."""

    target_class = "web.authentication.SessionAuthentication"


class GuestSessionScheme(SessionScheme):
    """Describes how guests are known: by the same cookie, without an account."""

    target_class = "reflections.api.visiting.GuestAuthentication"
    name = "guestCookie"


class TokenScheme(OpenApiAuthenticationExtension):
    """Describes the tokens with which programmes ask."""

    target_class = "accounts.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        """Return what the document says."""
        return {"type": "http", "scheme": "bearer"}


def body(*kinds: type) -> dict[str, Any]:
    """Describe a request body of one of *kinds*, for `extend_schema(request=...)`."""
    return {"application/json": _one_of(kinds)}


def answer(*kinds: type, many: bool = False) -> dict[Any, Any]:
    """Describe an answer of one of *kinds*, or a list, for `extend_schema(responses=...)`."""
    one = _one_of(kinds)
    return {(200, "application/json"): {"type": "array", "items": one} if many else one, **_REFUSED}


def query(kind: type[msgspec.Struct]) -> list[OpenApiParameter]:
    """Describe what may stand after the question mark, for `extend_schema(parameters=...)`."""
    types = {"int": int, "uuid": UUID}
    return [
        OpenApiParameter(
            field.name,
            next((types[name] for name in types if name in str(field.type).lower()), str),
            required=field.required,
        )
        for field in msgspec.structs.fields(kind)
    ]


def no_answer() -> dict[Any, Any]:
    """Describe an answer that says nothing but that it was done."""
    return {204: None, **_REFUSED}


def _one_of(kinds: tuple[type, ...]) -> dict[str, Any]:
    for kind in kinds:
        if _TYPES.setdefault(kind.__name__, kind) is not kind:
            raise ValueError(f"two shapes are called {kind.__name__}")
    found: list[dict[str, Any]] = [
        {"$ref": f"#/components/schemas/{kind.__name__}"} for kind in kinds
    ]
    return found[0] if len(found) == 1 else {"oneOf": found}


def shapes() -> list[type]:
    """Return everything that API views read or answer with, as far as they are loaded."""
    return list(_TYPES.values())


def add_record_schemas(result: dict[str, Any], **settings: Any) -> dict[str, Any]:
    """Put the schemas of all records and inputs into the document (drf-spectacular's last step)."""
    _, components = msgspec.json.schema_components(
        shapes(), ref_template="#/components/schemas/{name}"
    )
    result.setdefault("components", {}).setdefault("schemas", {}).update(components)
    return result
