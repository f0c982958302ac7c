"""The forms in which a session is planned, changed and called off."""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from frontend.forms.blocks import BlocksForm
from frontend.forms.choices import offer, spoken
from frontend.forms.fields import day, long_text, made_here
from partnerships.models.membership import Membership
from partnerships.queries import members_of, themes_of
from reflections.models.session import Mode, ReflectionSession, Scope
from reflections.records.template import BUILT_IN, TemplateRecord
from reflections.services.details import details_of
from reflections.session_templates.library import scope_of


def _moment(**options: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
    return forms.DateTimeField(widget=widget, **options)


class DetailsForm(forms.Form):
    """What a session is about, how it goes, when and where."""

    title = forms.CharField(
        label=_("Title"), help_text=_("As people will recognise it in their agenda.")
    )
    goal = long_text(
        2,
        label=_("Goal"),
        help_text=_("What do you want to know or decide at the end?"),
        required=False,
    )
    scope = forms.ChoiceField(
        label=_("What is it about?"),
        choices=spoken(Scope.choices),
        initial=Scope.THEME,
        widget=forms.RadioSelect,
    )
    theme_ids = forms.TypedMultipleChoiceField(
        label=_("Themes"), required=False, coerce=UUID, widget=forms.CheckboxSelectMultiple
    )
    starts_at = _moment(label=_("Day and time at which it starts"))
    ends_at = _moment(
        label=_("Day and time at which it ends"),
        help_text=_("Leave this empty to end when the last part does."),
        required=False,
    )
    mode = forms.ChoiceField(
        label=_("How do people take part?"),
        choices=spoken(Mode.choices),
        initial=Mode.ON_SITE,
        widget=forms.RadioSelect,
    )
    place = forms.CharField(
        label=_("Place"),
        help_text=_("So that somebody who was never there finds it. Needed on site."),
        required=False,
    )
    meeting_link = forms.CharField(
        label=_("Link to the meeting"),
        help_text=_("Where people see and hear each other. Needed online."),
        required=False,
        widget=forms.URLInput,
    )
    input_opens_on = day(
        label=_("Day from which people can write"),
        required=False,
    )
    facilitator_id = forms.TypedChoiceField(label=_("Who leads it?"), coerce=UUID)

    def __init__(self, *args: Any, member: Membership, **options: Any) -> None:
        """Offer what the member's partnership has."""
        super().__init__(*args, **options)
        leaders = [one for one in members_of(member) if one.may("session.plan")]
        themes = [(str(theme.pk), theme.title) for theme in themes_of(member)]
        offer(self, "facilitator_id", [(str(one.pk), one.person.name) for one in leaders])
        offer(self, "theme_ids", themes)
        self.fields["input_opens_on"].help_text = _usual(member.partnership.input_days)
        if not themes:
            del self.fields["theme_ids"]


class PlanForm(BlocksForm, DetailsForm):
    """A session that is not there yet, planned from a template."""

    session_id = made_here()
    language = forms.ChoiceField(
        label=_("Language of the headings and questions"), choices=settings.LANGUAGES
    )
    field_order = ["session_id", "opening", "closing"]

    def __init__(
        self, *args: Any, member: Membership, template: TemplateRecord, **options: Any
    ) -> None:
        """Offer what the template leaves open: one of our own has its language and its blocks."""
        super().__init__(*args, member=member, **options)
        self.fields["facilitator_id"].initial = str(member.pk)
        self.fields["language"].initial = member.partnership.language
        self.fields["scope"].initial = scope_of(template)
        left_open = {
            "opening": template.opening,
            "closing": template.closing,
            "language": template.state == BUILT_IN,
        }
        for name in [name for name, is_open in left_open.items() if not is_open]:
            del self.fields[name]


class ChangeForm(DetailsForm):
    """A session that is planned, as it stands."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, member: Membership, session: ReflectionSession, **options: Any
    ) -> None:
        """Begin with what stands."""
        initial = {**details_of(session), "version": session.version}
        super().__init__(*args, member=member, initial=initial, **options)


class CancelForm(forms.Form):
    """Why a session does not take place."""

    reason = long_text(
        2,
        label=_("Why?"),
        help_text=_("Those who are invited read this."),
    )


def _usual(days: int) -> str:
    return ngettext(
        "It opens by itself on that day; %(days)d day before is usual here."
        " Leave this empty to open it yourself.",
        "It opens by itself on that day; %(days)d days before is usual here."
        " Leave this empty to open it yourself.",
        days,
    ) % {"days": days}
