"""The shapes that browser and server share, as TypeScript: made from the API's document and the socket's messages."""

from collections.abc import Iterable, Iterator, Mapping
from inspect import cleandoc
from typing import Any, get_args

import msgspec
from drf_spectacular.generators import SchemaGenerator

from realtime import protocol

MADE = "Made by `manage.py export_types`; do not edit."
INPUTS, RECORDS, FRAMES = "protocol/inputs.ts", "protocol/records.ts", "protocol.ts"
HEADS = {
    INPUTS: "What the browser says by HTTP.",
    RECORDS: "What the server shows: the one shape of each thing, in answers and in frames.",
    FRAMES: "What goes over the socket and begins a page; with all that the other two files describe.",
}
UNIONS = {"Incoming": protocol.Incoming, "Outgoing": protocol.Outgoing}
MESSAGES = (*get_args(protocol.Incoming), *get_args(protocol.Outgoing), protocol.Snapshot)
REFERENCE = "#/components/schemas/"
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean"}
PLAIN["null"] = "null"

Schema = Mapping[str, Any]


def typescript() -> dict[str, str]:
    """Return the modules by where they lie below the browser's source."""
    schemas = _schemas()
    place = {name: _place_of(name) for name in sorted(schemas)}
    modules = {
        path: [f"/** {head} {MADE} */\n", *_imports(path, schemas, place)]
        for path, head in HEADS.items()
    }
    for name, path in place.items():
        modules[path].append(_declaration(name, schemas[name]))
    modules[FRAMES] += [_union(name, get_args(kinds)) for name, kinds in UNIONS.items()]
    return {path: "\n".join(parts) for path, parts in modules.items()}


def _place_of(name: str) -> str:
    if name in {kind.__name__ for kind in MESSAGES} | {"Put"}:
        return FRAMES
    return INPUTS if name.endswith("Input") else RECORDS


def _imports(path: str, schemas: Mapping[str, Schema], place: Mapping[str, str]) -> list[str]:
    if path != FRAMES:
        return []
    used = {name for one in schemas if place[one] == FRAMES for name in _names_in(schemas[one])}
    names = "".join(f"  {name},\n" for name in sorted(used) if place[name] == RECORDS)
    return [
        f'import type {{\n{names}}} from "./protocol/records";\n',
        'export type * from "./protocol/inputs";\nexport type * from "./protocol/records";\n',
    ]


def _names_in(shape: object) -> Iterator[str]:
    if isinstance(shape, Mapping):
        if "$ref" in shape:
            yield str(shape["$ref"]).removeprefix(REFERENCE)
        for part in shape.values():
            yield from _names_in(part)
    elif isinstance(shape, list):
        for part in shape:
            yield from _names_in(part)


def _schemas() -> dict[str, Schema]:
    generator = SchemaGenerator()
    document = generator.get_schema(request=None, public=True)
    _, components = msgspec.json.schema_components(MESSAGES, ref_template=REFERENCE + "{name}")
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
