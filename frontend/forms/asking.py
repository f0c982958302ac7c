"""Forms by which others are asked, join in or see an action, and by which actions are joined and parted."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.models.action import Visibility
from frontend.forms.choices import offer, spoken
from frontend.forms.fields import day, long_text, made_here
from partnerships.models.membership import Membership


def _one_member(label: Any, **options: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=UUID, empty_value=None, **options)


class _AmongMembers(forms.Form):
    """Chooses among members, in the fields that it names."""

    fields_of_one: tuple[str, ...] = ()

    def __init__(self, *args: Any, members: Iterable[Membership], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = [(str(one.pk), one.person.name) for one in members]
        for name in self.fields_of_one:
            offer(self, name, [("", _("Choose one member")), *self.people])


class HandOverForm(_AmongMembers):
    """Who could take it over."""

    fields_of_one = ("to_id",)
    handover_id = made_here()
    to_id = _one_member(_("Whom do you ask?"))
    reason = long_text(label=_("Why?"), help_text=_("Until she says yes it stays whose it is."))


class TakeOverForm(forms.Form):
    """Yes or no to taking it over."""

    answer = forms.ChoiceField(
        label=_("Do you take it over?"),
        choices=[("yes", _("Yes, I will do it")), ("no", _("No, I cannot"))],
        widget=forms.RadioSelect,
    )
    reason = long_text(label=_("Why not?"), required=False, help_text=_("Needed for a no."))


class EscalationForm(_AmongMembers):
    """What is asked of whom, and by when."""

    fields_of_one = ("to_id",)
    escalation_id = made_here()
    ask = long_text(label=_("What do you need?"), help_text=_("What only somebody above can give."))
    to_id = _one_member(_("Whom do you ask?"), required=False)
    forum = forms.CharField(
        label=_("Or which board or meeting?"), required=False, help_text=_("One of the two.")
    )
    answer_by = day(label=_("By when do you need an answer?"))


class AnswerAboveForm(forms.Form):
    """What was answered."""

    escalation_id = forms.UUIDField(widget=forms.HiddenInput)
    answer = long_text(label=_("What is the answer?"))


class EvidenceForm(forms.Form):
    """What shows how far it is."""

    evidence_id = made_here()
    text = long_text(
        label=_("What shows how far it is?"), help_text=_("A number, a letter, a photo somewhere.")
    )
    link = forms.CharField(
        label=_("Where can one see it?"),
        help_text=_("An address that begins with https://."),
        required=False,
    )


class PeopleForm(_AmongMembers):
    """Who helps, and who above answers for it."""

    fields_of_one = ("sponsor_id",)
    helper_ids = forms.TypedMultipleChoiceField(
        label=_("Who helps?"), coerce=UUID, widget=forms.CheckboxSelectMultiple, required=False
    )
    sponsor_id = _one_member(
        _("Who answers for it above?"),
        required=False,
        help_text=_("Somebody who can make room for it where she works."),
    )

    def __init__(self, *args: Any, owner_id: UUID, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "helper_ids", [one for one in self.people if one[0] != str(owner_id)])


class ShowForm(forms.Form):
    """Who sees it."""

    visibility = forms.ChoiceField(
        label=_("Who sees this action?"),
        choices=spoken(Visibility.choices),
        widget=forms.RadioSelect,
    )
    plain_words = long_text(
        label=_("In plain words"),
        help_text=_("What everybody may read, without names. Needed when everybody sees it."),
        required=False,
    )


class MergeForm(forms.Form):
    """Which other action is part of this one."""

    number = forms.IntegerField(
        label=_("Number of the other action"),
        min_value=1,
        max_value=999_999_999,
        help_text=_("It ends there, and points to this one. What it came from comes along."),
    )
    reason = long_text(label=_("Why?"))


class SplitForm(_AmongMembers):
    """What becomes an action of its own."""

    fields_of_one = ("owner_id",)
    part_id = made_here()
    title = forms.CharField(label=_("What"))
    owner_id = _one_member(_("Who"))
    due = day(label=_("Ready by"))
    done_test = forms.CharField(label=_("Done when"))
