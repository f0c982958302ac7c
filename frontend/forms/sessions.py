"""The form in which a session is planned."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from frontend.forms.choices import offer
from partnerships.models.membership import Membership
from partnerships.queries import members_of, themes_of
from reflections.models.session import Mode, Scope
from reflections.queries.templates import built_in_templates
from reflections.records.template import TemplateRecord


def _capitalised(choices: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    return [(value, lazy(capfirst, str)(label)) for value, label in choices]


class PlanForm(forms.Form):
    """What a session is about, how it goes and when."""

    # Made with the page, so that sending it twice is the same as sending it once.
    session_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    template = forms.ChoiceField(label=_("How do you want to look back?"), widget=forms.RadioSelect)
    opening = forms.BooleanField(
        label=_("Begin with what was promised before (15 minutes)"), required=False, initial=True
    )
    closing = forms.BooleanField(
        label=_("End by turning what was learned into actions (40 minutes)"),
        required=False,
        initial=True,
    )
    title = forms.CharField(
        label=_("Title"), help_text=_("As people will recognise it in their agenda.")
    )
    goal = forms.CharField(
        label=_("Goal"),
        help_text=_("What do you want to know or decide at the end?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    scope = forms.ChoiceField(
        label=_("What is it about?"),
        choices=_capitalised(Scope.choices),
        initial=Scope.THEME,
        widget=forms.RadioSelect,
    )
    theme_ids = forms.TypedMultipleChoiceField(
        label=_("Themes"), required=False, coerce=UUID, widget=forms.CheckboxSelectMultiple
    )
    mode = forms.ChoiceField(
        label=_("How do people take part?"),
        choices=_capitalised(Mode.choices),
        initial=Mode.ON_SITE,
        widget=forms.RadioSelect,
    )
    starts_at = forms.DateTimeField(
        label=_("Day and time at which it starts"),
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )
    facilitator_id = forms.TypedChoiceField(label=_("Who leads it?"), coerce=UUID)
    language = forms.ChoiceField(
        label=_("Language of the headings and questions"), choices=settings.LANGUAGES
    )

    def __init__(self, *args: Any, member: Membership, **options: Any) -> None:
        """Offer what the member's partnership has."""
        super().__init__(*args, **options)
        leaders = [one for one in members_of(member) if one.may("session.plan")]
        themes = [(str(theme.pk), theme.title) for theme in themes_of(member)]
        templates = built_in_templates(get_language() or member.partnership.language)
        offer(self, "template", [(one.name, _described(one)) for one in templates])
        offer(self, "facilitator_id", [(str(one.pk), one.person.name) for one in leaders])
        offer(self, "theme_ids", themes)
        self.fields["facilitator_id"].initial = str(member.pk)
        self.fields["language"].initial = member.partnership.language
        if not themes:
            del self.fields["theme_ids"]


def _described(template: TemplateRecord) -> str:
    return format_html(
        '<span><strong>{}</strong><span class="choice__more">{}</span></span>',
        template.title,
        template.summary,
    )
