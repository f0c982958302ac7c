"""Forms about the preparation of a session: data, people, answers, series."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from frontend.forms.choices import offer, spoken
from frontend.forms.fields import day, long_text, made_here
from partnerships.models.membership import Membership
from partnerships.models.partnership import StakeholderGroup
from partnerships.permissions import Role
from reflections.models.invitation import Answer, Attendance
from reflections.models.series import Rhythm, SessionSeries
from reflections.models.session import Mode, ReflectionSession


class ItemForm(forms.Form):
    """A figure or a source, and what it means."""

    title = forms.CharField(label=_("What is it?"), help_text=_("For example: Falls at home, 2025"))
    explanation = long_text(
        3,
        label=_("What does it say, in plain words?"),
        help_text=_("As you would tell it to a neighbour. Without percentages, if you can."),
    )
    limits = long_text(
        2,
        label=_("What does it not say?"),
        help_text=_("Who is not counted? What could one think that is not true?"),
        required=False,
    )
    source = forms.CharField(label=_("Where does it come from?"), required=False)
    as_of = day(
        label=_("From which day are the figures?"),
        required=False,
    )
    link = forms.CharField(label=_("Link"), required=False, widget=forms.URLInput)


class NewItemForm(ItemForm):
    """One that is not there yet."""

    item_id = made_here()


class ItemChangeForm(ItemForm):
    """One that is there."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class InviteForm(forms.Form):
    """Who is asked to come."""

    member_ids = forms.TypedMultipleChoiceField(
        label=_("Who should come?"), coerce=UUID, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, members: Iterable[Membership], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "member_ids", [(str(one.pk), _who(one)) for one in members])


class TickForm(forms.Form):
    """Whom to tick on the list."""

    who = forms.ChoiceField(
        label=_("Tick people who belong together"),
        choices=[
            ("", _("Nobody")),
            ("all", _("Everybody")),
            ("theme", _("Who took part in sessions on this theme")),
            (
                _("By role"),
                [(f"role:{role}", label) for role, label in spoken(Role.choices)],
            ),
            (
                _("By group"),
                [(f"group:{group}", label) for group, label in spoken(StakeholderGroup.choices)],
            ),
        ],
        required=False,
    )

    @property
    def chosen(self) -> str:
        """Return what was chosen, or nothing."""
        return str(self.cleaned_data["who"]) if self.is_valid() else ""


class AnswerForm(forms.Form):
    """Whether somebody comes, and what she needs."""

    answer = forms.ChoiceField(
        label=_("Will you come?"), choices=spoken(Answer.choices), widget=forms.RadioSelect
    )
    attendance = forms.ChoiceField(
        label=_("If you come: how do you take part?"),
        choices=spoken(Attendance.choices),
        widget=forms.RadioSelect,
        required=False,
    )
    access_needs = long_text(
        2,
        label=_("What do you need to take part?"),
        required=False,
    )
    language_needs = forms.CharField(
        label=_("What helps you to follow the language?"), required=False
    )

    def __init__(self, *args: Any, session: ReflectionSession, **options: Any) -> None:
        """Ask how only where there are two ways, and say what becomes of the needs."""
        super().__init__(*args, **options)
        promise = _promise(session.partnership.needs_days)
        self.fields["access_needs"].help_text = "{} {}".format(
            _("For example room for a wheelchair, large print or a quiet place."), promise
        )
        self.fields["language_needs"].help_text = "{} {}".format(
            _("For example an interpreter, sign language or papers in another language."), promise
        )
        if session.mode != Mode.HYBRID:
            del self.fields["attendance"]


class SeriesForm(forms.Form):
    """A series that begins with this session."""

    series_id = made_here()
    title = forms.CharField(
        label=_("What is the series called?"), help_text=_("For example: Learning evening")
    )
    rhythm = forms.ChoiceField(
        label=_("How often do you meet?"), choices=spoken(Rhythm.choices), initial=Rhythm.MONTH
    )


class SeriesChoiceForm(forms.Form):
    """A series that is there already."""

    series_id = forms.TypedChoiceField(label=_("Series"), coerce=UUID)

    def __init__(self, *args: Any, series: Iterable[SessionSeries], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "series_id", [(str(one.pk), one.title) for one in series])


class NextForm(forms.Form):
    """The next session of a series: its id, made with the page."""

    session_id = made_here()


def _who(member: Membership) -> str:
    where = member.organisation.name if member.organisation else ""
    return f"{member.person.name}, {where}" if where else member.person.name


def _promise(days: int) -> str:
    return ngettext(
        "Only those who lead this session and the programme managers see this. "
        "We delete it %(days)d day after the session.",
        "Only those who lead this session and the programme managers see this. "
        "We delete it %(days)d days after the session.",
        days,
    ) % {"days": days}
