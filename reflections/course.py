"""How the parts of a session go: who works with whom, when others read, whose name stands there."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Grouping(TextChoices):
    """Who works with whom in a phase."""

    ALONE = "alone", _("everybody alone")
    PAIR = "pair", _("in pairs")
    FOUR = "four", _("in fours")
    SMALL = "small", _("in small groups")
    FISHBOWL = "fishbowl", _("some talk, the others listen")
    PLENARY = "plenary", _("all together")
    SPREAD = "spread", _("each at their own time")


class Reveal(TextChoices):
    """When others can read what is written in a phase."""

    LIVE = "live", _("at once")
    AT_END = "at_end", _("when the facilitator shows the notes")


class Attribution(TextChoices):
    """Whose name stands under a note."""

    NAMED = "named", _("with a name")
    ROLE = "role", _("with a role only")
    ANONYMOUS = "anonymous", _("without a name")


# Whoever wrote such a note is stored nowhere.
NAMELESS = {Attribution.ROLE, Attribution.ANONYMOUS}


class OnBehalf(TextChoices):
    """How somebody said it who did not write it herself."""

    PHONE = "phone", _("somebody who rang")
    PAPER = "paper", _("somebody who wrote on paper")
    SPOKEN = "spoken", _("somebody who said it")


class NoteKind(TextChoices):
    """What the notes of a column are."""

    OBSERVATION = "observation", _("what we saw and heard")
    FEELING = "feeling", _("what we felt")
    INTERPRETATION = "interpretation", _("what it means")
    BARRIER = "barrier", _("what stands in the way")
    OPPORTUNITY = "opportunity", _("what helps")
    HIGH = "high", _("high point")
    LOW = "low", _("low point")
    LEARNING_MOMENT = "learning_moment", _("moment of learning")
    IDEA = "idea", _("idea")
    STOP = "stop", _("what to stop")
    START = "start", _("what to start")
    QUESTION = "question", _("question")
    ACTION_DRAFT = "action_draft", _("draft of an action")


class Block(TextChoices):
    """Where in a session a phase belongs: every session can open and close in the same way."""

    OPENING = "opening", _("opening")
    BODY = "body", _("the session itself")
    CLOSING = "closing", _("closing")
