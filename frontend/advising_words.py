"""An advisor's notes, list and rounds as pages show them; who reads a note stands beside it, always."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actions.models.advisor_note import Confidentiality
from actions.records.advising import AdvisorNoteRecord, AskRecord
from actions.records.workbench import FollowUpLine, HinderedPlace, Pattern, RoundRecord
from actions.states import UNDER_WAY, Barrier, Claim
from frontend.action_words import ActionLine, action_line
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership

TONES: dict[str, str] = {
    Confidentiality.MINE: "bad",
    Confidentiality.MANAGERS: "warn",
    Confidentiality.EVERYBODY: "",
}


@dataclass(frozen=True)
class NoteLine:
    """One note with who reads it."""

    record: AdvisorNoteRecord
    readers: str
    tone: str
    is_mine: bool


@dataclass(frozen=True)
class FollowedLine:
    """One action in the list, with what one can do there."""

    line: ActionLine
    asked: AskRecord | None
    can_report: bool
    can_ask: bool


def follow_up_lines(
    lines: Iterable[FollowUpLine], members: Iterable[Membership]
) -> list[FollowedLine]:
    """Show actions of several partnerships to their advisor."""
    through = {member.partnership_id: member for member in members}
    return [_followed(line, through[line.partnership_id]) for line in lines]


def _followed(line: FollowUpLine, member: Membership) -> FollowedLine:
    is_under_way = line.action.state in UNDER_WAY
    return FollowedLine(
        line=action_line(line.action, member),
        asked=line.asked,
        can_report=is_under_way,
        can_ask=is_under_way and line.action.owner_id != member.pk,
    )


def barrier_words(barrier: str) -> str:
    """Name a kind of hindrance at the beginning of a line."""
    return str(capfirst(Barrier(barrier).label))


def question_about(barrier: str) -> str:
    """Word a learning question from the kind of hindrance alone: it tells nothing of other places."""
    words = {"what": Barrier(barrier).label}
    return _("What can we do differently, now that this is in the way: %(what)s?") % words


def yield_words(made: RoundRecord) -> list[str]:
    """Say what a round gave, a sentence for each thing that there is."""
    gave = made.gave
    said = [
        ngettext("%(count)d action: %(claim)s", "%(count)d actions: %(claim)s", count)
        % {"count": count, "claim": Claim(claim).label}
        for claim, count in gave.claims.items()
    ]
    said += [
        _("In the way: %(what)s (%(count)d)") % {"count": count, "what": Barrier(kind).label}
        for kind, count in gave.barriers.items()
    ]
    if gave.to_tell:
        said.append(_("Who must know: %s") % ", ".join(gave.to_tell))
    if gave.passed_over:
        passed = ngettext(
            "%(count)d action without a report",
            "%(count)d actions without a report",
            gave.passed_over,
        )
        said.append(passed % {"count": gave.passed_over})
    return said


@dataclass(frozen=True)
class PatternPlace:
    """A partnership in which the same thing is in the way, with links to its actions."""

    name: str
    slug: str
    language: str
    links: list[tuple[str, str]]
    # For a question about it; made with the page, so that pressing twice asks once.
    question_id: UUID


@dataclass(frozen=True)
class PatternLine:
    """The same kind of hindrance in several partnerships."""

    barrier: str
    title: str
    count: int
    places: list[PatternPlace]


def pattern_lines(patterns: Iterable[Pattern], members: Iterable[Membership]) -> list[PatternLine]:
    """Show what hinders in several places to whoever advises them all."""
    through = {member.partnership_id: member.partnership for member in members}
    return [
        PatternLine(
            barrier=pattern.barrier,
            title=barrier_words(pattern.barrier),
            count=pattern.count,
            places=[_place(place, through[place.partnership_id]) for place in pattern.places],
        )
        for pattern in patterns
    ]


def _place(place: HinderedPlace, partnership: Partnership) -> PatternPlace:
    return PatternPlace(
        name=place.partnership_name,
        slug=partnership.slug,
        language=partnership.language,
        links=[
            (reverse("action", args=[partnership.slug, one.id]), one.title) for one in place.actions
        ],
        question_id=uuid4(),
    )


def note_line(note: AdvisorNoteRecord, member: Membership) -> NoteLine:
    """Show one note to a member who may read it."""
    is_mine = note.by_id == member.pk
    return NoteLine(
        record=note,
        readers=_readers(note, is_mine=is_mine),
        tone=TONES[note.confidentiality],
        is_mine=is_mine,
    )


def _readers(note: AdvisorNoteRecord, *, is_mine: bool) -> str:
    if note.confidentiality == Confidentiality.MANAGERS and not is_mine:
        return _("For the programme managers only")
    return str(capfirst(Confidentiality(note.confidentiality).label))
