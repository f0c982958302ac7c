"""The OpenAPI document: its schemas are made from the records and inputs themselves."""

from typing import Any

import msgspec

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


def body(kind: type) -> dict[str, Any]:
    """Describe a request body of *kind*, for `extend_schema(request=...)`."""
    _TYPES[kind.__name__] = kind
    return {"application/json": {"$ref": f"#/components/schemas/{kind.__name__}"}}


def answer(kind: type, *, many: bool = False) -> dict[Any, Any]:
    """Describe an answer of *kind*, or a list of them, for `extend_schema(responses=...)`."""
    _TYPES[kind.__name__] = kind
    reference = {"$ref": f"#/components/schemas/{kind.__name__}"}
    shape = {"type": "array", "items": reference} if many else reference
    return {(200, "application/json"): shape, **_REFUSED}


def no_answer() -> dict[Any, Any]:
    """Describe an answer that says nothing but that it was done."""
    return {204: None, **_REFUSED}


def add_record_schemas(result: dict[str, Any], **settings: Any) -> dict[str, Any]:
    """Put the schemas of all records and inputs into the document (drf-spectacular's last step)."""
    _, components = msgspec.json.schema_components(
        list(_TYPES.values()), ref_template="#/components/schemas/{name}"
    )
    result.setdefault("components", {}).setdefault("schemas", {}).update(components)
    return result
