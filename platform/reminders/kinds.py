"""What people are reminded of, and how they hear of it unless they choose otherwise: data."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Way(TextChoices):
    """How somebody hears of it."""

    NOW = "now", _("by mail at once")
    DIGEST = "digest", _("in the daily mail")
    HERE = "here", _("only here")
    NOT = "not", _("not at all")


class Kind(TextChoices):
    """What asks something of somebody, the most urgent first."""

    LATE = "late", _("my action is late")
    QUESTION = "question", _("somebody asks how my action is going")
    ASKED = "asked", _("I am asked to do something")
    ABOVE = "above", _("an answer from above is needed")
    TOLD = "told", _("an action of somebody else stays late")
    ORPHAN = "orphan", _("an action has nobody who does it")
    DUE = "due", _("my action is due soon")
    DATE = "date", _("somebody asks for another date")
    ANSWER = "answer", _("an answer was promised to those who gave input")
    QUIET = "quiet", _("nobody heard of my action for long")
    CONFIRM = "confirm", _("an action is done, and somebody has to look")
    EFFECT = "effect", _("one can see by now what came of an action")
    REVIEW = "review", _("it is time to look at a decision again")
    DIVE = "dive", _("a session for a learning question comes near")
    INVITED = "invited", _("I am asked to come to a session")


# An invitation is a letter of its own already.
USUAL_WAYS: dict[str, Way] = {
    **dict.fromkeys(Kind, Way.DIGEST),
    Kind.ASKED: Way.NOW,
    Kind.QUESTION: Way.NOW,
    Kind.ABOVE: Way.NOW,
    Kind.INVITED: Way.HERE,
}
URGENCY: dict[str, int] = {kind: place for place, kind in enumerate(Kind)}
# These show something of a session, and change with it.
ABOUT_SESSIONS = {Kind.ANSWER, Kind.DIVE, Kind.INVITED}
# What an owner answers by the link in a mail.
BY_LINK = {Kind.LATE, Kind.QUESTION, Kind.ASKED, Kind.DUE, Kind.QUIET}
