"""The shapes that browser and server share, as TypeScript: a file for each module that holds some.

They are made from the API's document and the socket's messages, and lie where their modules lie.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from inspect import cleandoc
from posixpath import dirname, relpath
from typing import Any, get_args

import msgspec
from drf_spectacular.generators import SchemaGenerator
from msgspec import inspect

from realtime import protocol
from web.openapi import shapes

MADE = "Made by `manage.py export_types`; do not edit."
FOLDER, ALL = "protocol", "protocol.ts"
ALL_OF_IT = "What browser and server say to each other, with all shapes that it is made of."
UNIONS = {"Incoming": protocol.Incoming, "Outgoing": protocol.Outgoing}
MESSAGES = (*get_args(protocol.Incoming), *get_args(protocol.Outgoing), protocol.Snapshot)
REFERENCE = "#/components/schemas/"
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean"}
PLAIN["null"] = "null"

Schema = Mapping[str, Any]


def typescript() -> dict[str, str]:
    """Return the files by where they lie below the browser's source."""
    schemas, modules = _schemas(), _modules()
    place = {name: f"{FOLDER}/{modules[name].replace('.', '/')}.ts" for name in sorted(schemas)}
    files: dict[str, list[str]] = defaultdict(list)
    for name, path in place.items():
        files[path].append(_declaration(name, schemas[name]))
    for path, parts in files.items():
        own = [name for name in place if place[name] == path]
        used = {name for one in own for name in _names_in(schemas[one])} - set(own)
        about = (sys.modules[modules[own[0]]].__doc__ or "").partition("\n")[0]
        files[path] = [_head(about), *_imports(path, used, place), *parts]
    messages = {kind.__name__ for kinds in UNIONS.values() for kind in get_args(kinds)}
    everything = [f'export type * from "./{path.removesuffix(".ts")}";\n' for path in sorted(files)]
    unions = [_union(name, get_args(kinds)) for name, kinds in UNIONS.items()]
    files[ALL] = [_head(ALL_OF_IT), *_imports(ALL, messages, place), "".join(everything), *unions]
    return {path: "\n".join(parts) for path, parts in sorted(files.items())}


def _head(about: str) -> str:
    return f"/** {about} {MADE} */\n"


def _imports(path: str, names: Iterable[str], place: Mapping[str, str]) -> list[str]:
    by_path: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        by_path[place[name]].append(name)
    lines = [
        f'import type {{ {", ".join(found)} }} from "{_from(path, other)}";\n'
        for other, found in sorted(by_path.items())
    ]
    return ["".join(lines)] if lines else []


def _from(path: str, other: str) -> str:
    way = relpath(other.removesuffix(".ts"), dirname(path) or ".")
    return way if way.startswith(".") else f"./{way}"


def _modules() -> dict[str, str]:
    """Return the module of each shape, by its name: of all that is said, and of what it is made of."""
    found: dict[str, str] = {}
    waiting: list[object] = list(inspect.multi_type_info([*shapes(), *MESSAGES]))
    while waiting:
        one = waiting.pop()
        kind = getattr(one, "cls", None)
        if kind is None or kind.__name__ not in found:
            waiting += _parts(one)
        if kind is not None:
            found[kind.__name__] = kind.__module__
    return found


def _parts(described: object) -> Iterator[object]:
    """Return what a description of a type is made of: types of fields, of items, of alternatives."""
    for name in getattr(described, "__struct_fields__", ()):
        part = getattr(described, name)
        yield from part if isinstance(part, tuple) else (part,)


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
