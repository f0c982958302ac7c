"""Keeps the catalogs of translations in step with the texts, checks them and compiles them."""

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings

LANGUAGES = ("nl", "sv")
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdifr]")
# What a header needs to be read again; dates and tools would change with every run.
KEPT_HEADERS = (b'"Project-Id', b'"Language:', b'"Plural', b'"MIME', b'"Content')


@dataclass(frozen=True)
class Place:
    """Where the catalog of one domain in one language is kept."""

    domain: str
    language: str
    locale: Path

    @property
    def path(self) -> Path:
        """The file that translators edit."""
        return self.locale / self.language / "LC_MESSAGES" / f"{self.domain}.po"

    def __str__(self) -> str:
        return f"{self.language}/{self.domain}"


def places(domain: str, locale: Path | None = None) -> list[Place]:
    """Return the places of one domain, one for each language besides English."""
    folder = locale or Path(settings.LOCALE_PATHS[0])
    return [Place(domain, language, folder) for language in LANGUAGES]


def read(place: Place) -> Catalog:
    """Return the catalog as it stands, empty when there is none yet."""
    if not place.path.exists():
        return Catalog(locale=place.language, project="Doorwerk", version="1", charset="utf-8")
    with place.path.open("rb") as file:
        return read_po(file, locale=place.language, domain=place.domain)


def updated(place: Place, template: Catalog) -> Catalog:
    """Return the catalog with the texts of *template*: new ones empty, gone ones dropped."""
    catalog = read(place)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def as_text(catalog: Catalog) -> bytes:
    """Return the catalog as a file, the same bytes for the same content on every day."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=100, sort_output=True, include_lineno=False)
    head, _, body = buffer.getvalue().partition(b"\n\n")
    lines = [
        line
        for line in head.splitlines()
        if line.startswith((b"msgid", b"msgstr")) or line.startswith(KEPT_HEADERS)
    ]
    return b"\n".join(lines) + b"\n\n" + body


def save(place: Place, catalog: Catalog) -> None:
    """Write the catalog to its place."""
    place.path.parent.mkdir(parents=True, exist_ok=True)
    place.path.write_bytes(as_text(catalog))


def compile_catalog(place: Place) -> Path:
    """Write the compiled catalog, which the site reads, beside the one that people edit."""
    compiled = place.path.with_suffix(".mo")
    with compiled.open("wb") as file:
        write_mo(file, read(place))
    return compiled


def faults(catalog: Catalog) -> list[str]:
    """Return a sentence for each text that is missing, doubtful or has other placeholders."""
    found = []
    for message in catalog:
        if message.id and (fault := _fault(message)):
            text = message.id if isinstance(message.id, str) else message.id[0]
            found.append(f"{fault}: {text!r}")
    return found


def _fault(message: Message) -> str:
    string = message.string or ""
    given = [string] if isinstance(string, str) else list(string)
    if not given or not all(given):
        return "not translated"
    if message.fuzzy:
        return "marked as doubtful"
    return "other placeholders" if not _same_placeholders(message, given) else ""


def _same_placeholders(message: Message, given: list[str]) -> bool:
    if isinstance(message.id, str):
        return _placeholders(message.id) == _placeholders(given[0])
    # One form may leave the number out ("one note"); none may invent a placeholder.
    allowed = set(_placeholders(" ".join(message.id)))
    return all(set(_placeholders(form)) <= allowed for form in given)


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text.replace("%%", "")))
