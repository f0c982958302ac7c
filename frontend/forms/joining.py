"""Forms of those who come into a session, and of those who keep its door."""

from django import forms
from django.utils.translation import gettext_lazy as _

from frontend.forms.choices import spoken
from frontend.forms.fields import made_here
from partnerships.models.partnership import StakeholderGroup
from reflections.services.joining import LONGEST_NAME


class CodeForm(forms.Form):
    """The code that somebody read or heard; a link and a square code fill it in by themselves."""

    code = forms.CharField(
        label=_("Code of the session"),
        help_text=_("Eight letters and digits, as ABCD-1234."),
        max_length=64,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class GuestForm(forms.Form):
    """What a guest says of herself."""

    participant_id = made_here()
    name = forms.CharField(
        label=_("What may we call you?"),
        help_text=_("A first name is enough. You can also leave it empty."),
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    group = forms.ChoiceField(
        label=_("Where do you come from?"),
        choices=[*spoken(StakeholderGroup.choices), ("", _("Something else"))],
        initial=StakeholderGroup.CITIZENS,
        required=False,
    )
    is_observer = forms.BooleanField(
        label=_("I only want to look on"),
        help_text=_("You see what is shown, and write nothing."),
        required=False,
    )


class MemberJoinForm(forms.Form):
    """How a member comes in."""

    is_observer = GuestForm.base_fields["is_observer"]


class DoorForm(forms.Form):
    """Who may come in besides those who are in."""

    admits_guests = forms.BooleanField(
        label=_("Guests may come in"),
        help_text=_("Without an account, by the link, the square code or the code."),
        required=False,
    )
    has_waiting_room = forms.BooleanField(
        label=_("Guests wait until I let them in"), required=False
    )
    is_locked = forms.BooleanField(
        label=_("The door is closed"),
        help_text=_("No new guests. Whoever is in stays in."),
        required=False,
    )
    capacity = forms.IntegerField(label=_("Room for how many people"), min_value=1, max_value=1000)


class KeepForm(forms.Form):
    """What a guest needs for an account."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("We send a code to it. You sign in with that, without a password."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
