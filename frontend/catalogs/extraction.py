"""Finds the texts that people see: in Python, in templates and in the browser's code."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.conf import settings
from django.utils.translation.template import templatize

ROOT: Path = settings.ROOT
SOURCES = ("platform", "reflections", "actions", "reminders", "realtime", "frontend")
LEFT_OUT = {"node_modules", "dist", "migrations", "__pycache__", "locale"}
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


@dataclass(frozen=True)
class Reader:
    """How one kind of file is read: Babel's method, and what comes before it."""

    method: str
    prepare: Callable[[bytes], bytes] = bytes


def _calls_in_template(source: bytes) -> bytes:
    return templatize(source.decode()).encode()


TEMPLATE = Reader("javascript", _calls_in_template)
BROWSER_CODE = Reader("javascript")

# Django's name of a catalog: which files feed it.
DOMAINS: dict[str, dict[str, Reader]] = {
    "django": {".py": Reader("python"), ".html": TEMPLATE, ".txt": TEMPLATE},
    "djangojs": {".ts": BROWSER_CODE, ".tsx": BROWSER_CODE},
}


def template_catalog(domain: str, root: Path = ROOT) -> Catalog:
    """Return all texts of one domain, without translations."""
    catalog = Catalog(project="Doorwerk", version="1", charset="utf-8")
    for path, reader in _files(domain, root):
        place = [(path.relative_to(root).as_posix(), 0)]
        source = BytesIO(reader.prepare(path.read_bytes()))
        for _line, text, comments, context in extract(
            reader.method, source, KEYWORDS, ["Translators:"], {"encoding": "utf-8"}
        ):
            catalog.add(text, locations=place, auto_comments=comments, context=context)
    return catalog


def _files(domain: str, root: Path) -> Iterator[tuple[Path, Reader]]:
    readers = DOMAINS[domain]
    for source in SOURCES:
        for path in sorted((root / source).rglob("*")):
            is_template = path.suffix in {".html", ".txt"}
            if is_template and "templates" not in path.parts:
                continue
            if path.suffix in readers and not LEFT_OUT & set(path.parts):
                yield path, readers[path.suffix]
