"""The shapes that browser and server share, as TypeScript: made from the API's document and the socket's messages."""

from collections.abc import Iterable, Mapping
from inspect import cleandoc
from typing import Any, get_args

import msgspec
from drf_spectacular.generators import SchemaGenerator

from realtime import protocol

HEAD = """/** What browser and server say to each other. Made by `manage.py export_types`; do not edit. */
"""
REFERENCE = "#/components/schemas/"
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean"}
PLAIN["null"] = "null"

Schema = Mapping[str, Any]


def typescript() -> str:
    """Return the whole module."""
    schemas = _schemas()
    declarations = [_declaration(name, schemas[name]) for name in sorted(schemas)]
    unions = [
        _union("Incoming", get_args(protocol.Incoming)),
        _union("Outgoing", get_args(protocol.Outgoing)),
    ]
    return "\n".join([HEAD, *declarations, *unions])


def _schemas() -> dict[str, Schema]:
    generator = SchemaGenerator()  # type: ignore[no-untyped-call]
    document = generator.get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    messages = (*get_args(protocol.Incoming), *get_args(protocol.Outgoing), protocol.Snapshot)
    _, components = msgspec.json.schema_components(messages, ref_template=REFERENCE + "{name}")
    return {**document["components"]["schemas"], **components}


def _declaration(name: str, schema: Schema) -> str:
    comment = _comment(schema.get("description", ""))
    if schema.get("type") != "object" or "properties" not in schema:
        return f"{comment}export type {name} = {_type(schema)};\n"
    return f"{comment}export interface {name} {{\n{_fields(schema)}}}\n"


def _comment(text: str) -> str:
    if "\n" not in text:
        return f"/** {text} */\n" if text else ""
    lines = (f" * {line}".rstrip() for line in cleandoc(text).splitlines())
    return "\n".join(["/**", *lines, " */", ""])


def _fields(schema: Schema) -> str:
    required = set(schema.get("required", ()))
    return "".join(
        f"  {field}{'' if field in required else '?'}: {_type(shape)};\n"
        for field, shape in schema["properties"].items()
    )


def _type(schema: Schema) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(REFERENCE)
    if "anyOf" in schema:
        return " | ".join(_type(option) for option in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(f'"{value}"' for value in schema["enum"])
    if schema.get("type") == "array":
        inner = _type(schema.get("items", {}))
        return f"({inner})[]" if "|" in inner else f"{inner}[]"
    if schema.get("type") == "object":
        values = schema.get("additionalProperties", True)
        return f"Record<string, {_type(values) if isinstance(values, Mapping) else 'unknown'}>"
    return PLAIN.get(schema.get("type", ""), "unknown")


def _union(name: str, kinds: Iterable[type]) -> str:
    return f"export type {name} = {' | '.join(kind.__name__ for kind in kinds)};\n"
