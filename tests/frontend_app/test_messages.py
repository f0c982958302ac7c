import gettext
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.core.management import CommandError, call_command
from django.test.utils import override_settings

from frontend.catalogs.extraction import DOMAINS, template_catalog
from frontend.catalogs.upkeep import (
    PLACEHOLDER,
    Place,
    compile_catalog,
    faults,
    places,
    read,
    save,
    updated,
)

# Letters that two languages may share: "Nu: %(phase)s." is both Dutch and Swedish.
MOST_ALIKE = 25

TSX = """
import { gettext, ngettext, interpolate } from "../i18n";
export function Count<T extends object>({ n }: { n: number }) {
  const label = n > 1 && gettext("Several, isn't it?");
  return <p title={gettext('In a "title"')}>{/a<b/.test("x") ? gettext("Said in JSX") : null}
    {interpolate(ngettext("%(count)d note", "%(count)d notes", n), { count: n })} it's text {label}</p>;
}
export const later = gettext("After the component");
"""
TEMPLATE = """{% load i18n %}{% translate "A heading" %} <p>{% translate "It's quoted" %}</p>
{% blocktranslate trimmed with name=person.name %}Hello
  {{ name }}{% endblocktranslate %}
{% blocktranslate count n=notes|length %}One note{% plural %}{{ n }} notes{% endblocktranslate %}
"""
PYTHON = """
from django.utils.translation import gettext as _, gettext_lazy, ngettext
title = gettext_lazy("Title")
long = _("One sentence."
         " Another.")
many = ngettext("%(n)d day", "%(n)d days", 2)
untouched = "Not shown to anybody"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in {
        "platform/app/words.py": PYTHON,
        "platform/app/migrations/0001.py": '_("In a migration")',
        "frontend/templates/page.html": TEMPLATE,
        "frontend/src/islands/count.tsx": TSX,
        "frontend/node_modules/x/index.ts": 'gettext("Of a package")',
        "reflections/notes.txt": '{% translate "Not a template" %}',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def texts(catalog: Catalog) -> set[str | tuple[str, ...]]:
    return {message.id for message in catalog if message.id}


def dutch(tmp_path: Path, *, domain: str = "django") -> Place:
    return next(place for place in places(domain, tmp_path / "locale") if place.language == "nl")


def test_texts_of_python_and_templates_are_found(project: Path) -> None:
    assert texts(template_catalog("django", project)) == {
        "Title",
        "One sentence. Another.",
        ("%(n)d day", "%(n)d days"),
        "A heading",
        "It's quoted",
        "Hello %(name)s",
        ("One note", "%(n)s notes"),
    }


def test_texts_of_browser_code_are_found(project: Path) -> None:
    assert texts(template_catalog("djangojs", project)) == {
        "Several, isn't it?",
        'In a "title"',
        "Said in JSX",
        ("%(count)d note", "%(count)d notes"),
        "After the component",
    }


def test_an_update_keeps_translations_and_drops_what_is_gone(project: Path, tmp_path: Path) -> None:
    place = dutch(tmp_path)
    old = Catalog(locale="nl")
    old.add("A heading", "Een kop")
    old.add("Gone since", "Al lang weg")
    save(place, old)

    catalog = updated(place, template_catalog("django", project))

    assert catalog["A heading"].string == "Een kop"
    assert "Gone since" not in texts(catalog)
    assert not catalog.obsolete


def test_the_file_is_the_same_whenever_it_is_written(project: Path, tmp_path: Path) -> None:
    place = dutch(tmp_path)
    catalog = updated(place, template_catalog("django", project))

    save(place, catalog)
    first = place.path.read_bytes()
    save(place, updated(place, template_catalog("django", project)))

    assert place.path.read_bytes() == first
    assert b"Date" not in first
    assert b"#: platform/app/words.py\n" in first


@pytest.mark.parametrize(
    ("text", "translation", "fault"),
    [
        ("Notes", "Notities", []),
        ("Notes", "", ["not translated: 'Notes'"]),
        ("By %(name)s", "Door %(name)s", []),
        ("By %(name)s", "Door %(naam)s", ["other placeholders: 'By %(name)s'"]),
        ("By %(name)s", "Door iemand", ["other placeholders: 'By %(name)s'"]),
        (("%(n)d day", "%(n)d days"), ("één dag", "%(n)d dagen"), []),
        (("%(n)d day", "%(n)d days"), ("%(n)d dag", ""), ["not translated: '%(n)d day'"]),
        (
            ("%(n)d day", "%(n)d days"),
            ("%(x)d dag", "%(n)d dagen"),
            ["other placeholders: '%(n)d day'"],
        ),
    ],
)
def test_a_wrong_translation_is_named(
    text: str | tuple[str, str], translation: str | tuple[str, str], fault: list[str]
) -> None:
    catalog = Catalog(locale="nl")
    catalog.add(text, translation)

    assert faults(catalog) == fault


def test_a_doubtful_translation_is_named() -> None:
    catalog = Catalog(locale="sv")
    catalog.add("Notes", "Anteckningar", flags=["fuzzy"])

    assert faults(catalog) == ["marked as doubtful: 'Notes'"]


def test_a_compiled_catalog_gives_the_translation(tmp_path: Path) -> None:
    place = dutch(tmp_path)
    catalog = Catalog(locale="nl")
    catalog.add(("%(n)d day", "%(n)d days"), ("%(n)d dag", "%(n)d dagen"))
    save(place, catalog)

    with compile_catalog(place).open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    assert compiled.ngettext("%(n)d day", "%(n)d days", 3) % {"n": 3} == "3 dagen"


def test_the_check_fails_when_a_catalog_is_behind(tmp_path: Path) -> None:
    with (
        override_settings(LOCALE_PATHS=[tmp_path]),
        pytest.raises(CommandError, match="nl/django: behind the texts in the code"),
    ):
        call_command("messages", "--check", verbosity=0)

    assert list(tmp_path.iterdir()) == []


def test_the_check_reads_back_what_the_command_wrote(tmp_path: Path) -> None:
    with override_settings(LOCALE_PATHS=[tmp_path]):
        call_command("messages", verbosity=0)

        with pytest.raises(CommandError) as failure:
            call_command("messages", "--check", verbosity=0)

    assert "behind the texts" not in str(failure.value)
    assert "not translated" in str(failure.value)


def forms(text: str | Iterable[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def sentences(texts: Iterable[str | Iterable[str] | None]) -> set[str]:
    """Return those of the texts, in each form, that are too long to be alike by chance."""
    said = {form for text in texts for form in forms(text)}
    return {form for form in said if sum(map(str.isalpha, PLACEHOLDER.sub("", form))) > MOST_ALIKE}


def test_only_long_texts_count_as_sentences_and_placeholders_count_for_nothing() -> None:
    long = "Eén lange zin over notities hier"
    many = "%(n)d dagen, en dat is meer dan u zou denken"

    assert sentences(["Nu: %(part_of_the_session_now)s.", long, ("%(n)d dag", many)]) == {
        long,
        many,
    }


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_language_borrows_the_sentences_of_another(domain: str) -> None:
    catalogs = [[message for message in read(place) if message.id] for place in places(domain)]
    dutch, swedish = (sentences(message.string for message in one) for one in catalogs)
    english = sentences(message.id for message in catalogs[0])

    assert dutch
    assert swedish
    assert dutch & swedish == set()
    assert english & (dutch | swedish) == set()
