"""Which actions of the log somebody wants to see."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actions.models.action import Translation
from actions.models.life import EffectReview
from actions.queries.attention import Rhythm, flag_holds
from actions.states import OPEN, ActionState, Flag
from kernel.errors import InvalidInputError
from partnerships.models.membership import Level
from partnerships.models.partnership import StakeholderGroup
from reflections.models.note import Note

# More than any number of an action has, and still fits the database's integers.
MOST_DIGITS = 9
ALL_OPEN = "open"
WITHOUT_REVIEW = "without_review"
ANY_FLAG = "any"


class ComesFrom(TextChoices):
    """What an action was made out of."""

    INSIGHT = "insight", gettext_lazy("from an insight")
    NOTES = "notes", gettext_lazy("straight from notes")
    CITIZENS = "citizens", gettext_lazy("with input from citizens")
    ELSEWHERE = "elsewhere", gettext_lazy("brought in from elsewhere")


@dataclass(frozen=True)
class LogFilter:
    """Which actions of the log somebody wants to see; what is empty does not narrow.

    `state` is a state or "open" for all open ones; `flag` is a flag, "any" for all that asks for
    attention, or "without_review" for what was confirmed and nobody looked what came of it; `text`
    may be a number.
    """

    state: str = ""
    owner: UUID | None = None
    organisation: UUID | None = None
    theme: UUID | None = None
    level: str = ""
    origin: str = ""
    flag: str = ""
    text: str = ""


def as_words(wanted: LogFilter) -> dict[str, str]:
    """Return what narrows, as addresses and kept views hold it."""
    return {name: str(value) for name, value in vars(wanted).items() if value}


def fits(wanted: LogFilter, rhythm: Rhythm) -> Q:
    """Say under which condition an action of one partnership is wanted.

    Raises InvalidInputError for a value that is none of those that there are.
    """
    _must_be_known(wanted)
    return (
        _is_in_state(wanted.state)
        & _belongs_to(wanted)
        & _comes_from(wanted.origin)
        & _asks(wanted.flag, rhythm)
        & _says(wanted.text)
    )


def _must_be_known(wanted: LogFilter) -> None:
    for field, values in (
        ("state", [*ActionState.values, ALL_OPEN]),
        ("level", Level.values),
        ("origin", ComesFrom.values),
        ("flag", [*Flag.values, ANY_FLAG, WITHOUT_REVIEW]),
    ):
        if getattr(wanted, field) and getattr(wanted, field) not in values:
            raise InvalidInputError(_("Please choose one of the listed values."), field=field)


def _is_in_state(state: str) -> Q:
    if state == ALL_OPEN:
        return Q(state__in=OPEN)
    return Q(state=state) if state else Q()


def _belongs_to(wanted: LogFilter) -> Q:
    narrowed = {
        "owner": wanted.owner,
        "owner__organisation": wanted.organisation,
        "level": wanted.level,
    }
    found = Q(**{name: value for name, value in narrowed.items() if value})
    if wanted.theme:
        # A session has each theme once, so that no action is found twice.
        found &= Q(session__themes=wanted.theme)
    return found


def _comes_from(origin: str) -> Q:
    if not origin:
        return Q()
    if origin == ComesFrom.ELSEWHERE:
        return Q(imported__isnull=False)
    from_insight = Translation.objects.filter(action=OuterRef("pk"), insight__isnull=False)
    if origin == ComesFrom.INSIGHT:
        return Q(Exists(from_insight))
    if origin == ComesFrom.NOTES:
        return Q(imported__isnull=True) & ~Q(Exists(from_insight))
    citizens = Note.objects.filter(_was_written_by_citizens(), translations__action=OuterRef("pk"))
    return Q(Exists(citizens))


def _was_written_by_citizens() -> Q:
    # Only what a note itself shows: where a nameless one comes from is known to nobody.
    group = StakeholderGroup.CITIZENS
    return Q(withheld_at__isnull=True) & (Q(writer_group=group) | Q(author__group=group))


def _asks(flag: str, rhythm: Rhythm) -> Q:
    if flag == WITHOUT_REVIEW:
        reviews = EffectReview.objects.filter(action=OuterRef("pk"))
        return Q(state__in=[ActionState.VERIFIED, ActionState.CLOSED]) & ~Q(Exists(reviews))
    if flag == ANY_FLAG:
        stuck = Q(state=ActionState.BLOCKED)
        return reduce(or_, (flag_holds(one, rhythm) for one in Flag), stuck)
    return flag_holds(flag, rhythm) if flag else Q()


def _says(text: str) -> Q:
    if not text:
        return Q()
    words = (
        Q(title__icontains=text)
        | Q(done_test__icontains=text)
        | Q(first_step__icontains=text)
        | Q(owner__person__name__icontains=text)
    )
    return words | Q(number=int(text)) if text.isdecimal() and len(text) <= MOST_DIGITS else words
