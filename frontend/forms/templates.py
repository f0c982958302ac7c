"""The forms in which a template is edited: its texts, its parts in order, the columns in each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import msgspec
from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from frontend.forms.blocks import BlocksForm
from frontend.forms.choices import spoken
from frontend.forms.template_rows import COLUMN, PHASE, Rows, arranged, rows_in, rows_of
from kernel.errors import InvalidInputError, StaleVersionError
from reflections.course import Attribution, Block, Grouping, NoteKind, Reveal
from reflections.models.session import ReflectionSession
from reflections.records.template import Course, TemplateContent, TemplateRecord
from reflections.session_templates.library import blocks_for
from reflections.states import PhaseKind

SHORT_TEXT = {"rows": 2}
WRITING = ("reveal", "attribution")
NUMBER = {"min": 1, "inputmode": "numeric"}


class CopyForm(forms.Form):
    """A copy of a template or of a session; its id is made with the page, so it is made once."""

    template_id = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.SlugField(required=False, widget=forms.HiddenInput)
    session_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    language = forms.ChoiceField(label=_("Language of your copy"), choices=settings.LANGUAGES)


def copy_of_session(session: ReflectionSession) -> CopyForm:
    """Ask for a template of how this session goes, in the language that it is held in."""
    asked = {"template_id": uuid4(), "session_id": session.pk, "language": session.language}
    return CopyForm(initial=asked)


def copy_of_template(template: TemplateRecord) -> CopyForm:
    """Ask for a copy of this template."""
    asked = {"template_id": uuid4(), "name": template.name, "language": template.language}
    return CopyForm(initial=asked)


class TextsForm(BlocksForm):
    """What a template is called and good for, and what it opens and closes with."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Title"))
    summary = forms.CharField(
        label=_("What is it for?"), required=False, widget=forms.Textarea(attrs=SHORT_TEXT)
    )
    preparation = forms.CharField(
        label=_("What to do before"), required=False, widget=forms.Textarea(attrs=SHORT_TEXT)
    )
    output = forms.CharField(label=_("What comes out of it"), required=False)
    source = forms.CharField(
        label=_("Where it comes from"), help_text=_("A method, a book, people."), required=False
    )
    field_order = ["version", "title", "summary", "preparation", "output", "source"]


class ColumnForm(forms.Form):
    """One place to put notes."""

    title = forms.CharField(label=_("Heading"))
    prompt = forms.CharField(label=_("Question"), required=False)
    kind = forms.ChoiceField(
        label=_("What people write in it"),
        required=False,
        choices=[("", _("Anything")), *spoken(NoteKind.choices)],
    )


class PhaseForm(forms.Form):
    """One part of the session."""

    title = forms.CharField(label=_("Title"))
    kind = forms.ChoiceField(label=_("What happens"), choices=spoken(PhaseKind.choices))
    minutes = forms.IntegerField(label=_("Minutes"), widget=forms.NumberInput(attrs=NUMBER))
    grouping = forms.ChoiceField(label=_("Who works together"), choices=spoken(Grouping.choices))
    prompt = forms.CharField(
        label=_("What is asked"), required=False, widget=forms.Textarea(attrs=SHORT_TEXT)
    )
    output = forms.CharField(label=_("What it yields"), required=False)
    reveal = forms.ChoiceField(
        label=_("When others can read the notes"), choices=spoken(Reveal.choices)
    )
    attribution = forms.ChoiceField(
        label=_("Whose name stands under a note"), choices=spoken(Attribution.choices)
    )


@dataclass(frozen=True)
class PhaseRow:
    """The form of a part with those of its columns, and whether it lies open."""

    form: PhaseForm
    columns: list[ColumnForm]
    is_open: bool

    @property
    def what_happens(self) -> list[forms.BoundField]:
        """Return the fields that every part has."""
        return [self.form[name] for name in PHASE if name not in WRITING]

    @property
    def who_reads(self) -> list[forms.BoundField]:
        """Return the fields that matter in a part in which people write."""
        return [self.form[name] for name in WRITING]


class TemplateEditor:
    """All forms of one template; *focus* names the row that was just added or moved.

    With *check* the forms say what is wrong in them.
    """

    def __init__(
        self, texts: Mapping[str, Any], rows: Rows, *, check: bool = False, focus: str = ""
    ) -> None:
        self.focus = focus
        self.is_behind = False
        self._check = check
        self.texts = TextsForm(texts) if check else TextsForm(initial=dict(texts))
        self.columns = self._column_forms(rows["columns"], "columns")
        self.phases = [self._phase_row(row, f"phases-{n}") for n, row in enumerate(rows["phases"])]

    def __iter__(self) -> Iterator[forms.Form]:
        """Go through all forms as they stand on the page."""
        yield self.texts
        yield from self.columns
        for row in self.phases:
            yield row.form
            yield from row.columns

    @property
    def errors(self) -> bool:
        """Say whether anything is wrong."""
        return any(form.errors for form in self)

    @property
    def faults(self) -> list[tuple[str, str, str]]:
        """Return what is wrong: the field's id, where it is in words, and the sentence."""
        faults = [("", "", str(error)) for error in self.texts.non_field_errors()]
        for form in self:
            faults += [
                (field.auto_id, f"{_part(form.prefix or '')}{field.label}", str(error))
                for field in form
                for error in field.errors
            ]
        return faults

    @property
    def version(self) -> int:
        """Return the version that the checked forms were filled in for."""
        return int(self.texts.cleaned_data["version"])

    @property
    def content(self) -> TemplateContent:
        """Return what the checked forms say."""
        said = {**self.texts.cleaned_data}
        del said["version"]
        for place in (Block.OPENING, Block.CLOSING):
            said[place.value] = blocks_for(place)[0] if said[place.value] else ""
        phases = [
            {**_said(row.form, PHASE), "columns": [_said(one, COLUMN) for one in row.columns]}
            for row in self.phases
        ]
        columns = [_said(one, COLUMN) for one in self.columns]
        course = msgspec.convert({"phases": phases, "columns": columns}, type=Course)
        return TemplateContent(**said, course=course)

    def refuse(self, error: InvalidInputError) -> None:
        """Put the sentence of a rule beside the field that it is about."""
        for form in self:
            for name in form.fields:
                if form.add_prefix(name) == error.field:
                    form.add_error(name, error.message)
                    return
        self.texts.add_error(None, error.message)

    def fall_behind(self, error: StaleVersionError) -> None:
        """Keep what was typed, on top of what somebody else saved in between."""
        self.is_behind = True
        self.texts.add_error(None, error.message)
        self.texts.data = {**self.texts.data, "version": error.details["current"]["version"]}

    def _phase_row(self, row: Mapping[str, Any], place: str) -> PhaseRow:
        form = self._form(PhaseForm, row, place)
        columns = self._column_forms(row["columns"], f"{place}-columns")
        is_wrong = self._check and any(one.errors for one in (form, *columns))
        is_looked_at = f"{self.focus}-".startswith(f"{place}-")
        return PhaseRow(form=form, columns=columns, is_open=is_wrong or is_looked_at)

    def _column_forms(self, rows: list[dict[str, Any]], place: str) -> list[ColumnForm]:
        found = [self._form(ColumnForm, row, f"{place}-{n}") for n, row in enumerate(rows)]
        for form in found:
            if form.prefix == self.focus:
                form.fields["title"].widget.attrs["autofocus"] = True
        return found

    def _form(self, kind: type[Any], row: Mapping[str, Any], place: str) -> Any:
        if not self._check:
            return kind(initial=row, prefix=place)
        return kind({f"{place}-{name}": value for name, value in row.items()}, prefix=place)


def editor_of(template: TemplateRecord) -> TemplateEditor:
    """Show a template as it is."""
    texts = {name: getattr(template, name) for name in TextsForm.base_fields}
    blocks = {place.value: bool(texts[place.value]) for place in (Block.OPENING, Block.CLOSING)}
    return TemplateEditor({**texts, **blocks}, rows_of(template.course))


def checked_editor(sent: Mapping[str, str]) -> TemplateEditor:
    """Show what was sent to be saved, with what is wrong in it."""
    return TemplateEditor(sent, rows_in(sent), check=True)


def arranged_editor(sent: Mapping[str, str], step: str) -> TemplateEditor:
    """Show what was sent, with one row added, moved or removed."""
    rows = rows_in(sent)
    focus = arranged(rows, step)
    texts = {name: sent.get(name, "") for name in TextsForm.base_fields}
    return TemplateEditor(texts, rows, focus=focus)


def _part(place: str) -> str:
    """Say in which part of the session a form is, if it is in one."""
    if not place.startswith("phases-"):
        return ""
    return gettext("Part %(number)d") % {"number": int(place.split("-")[1]) + 1} + ", "


def _said(form: forms.Form, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in names}
