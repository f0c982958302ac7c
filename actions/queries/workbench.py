"""Reading the actions of all partnerships that a trusted advisor follows up, page by page."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from accounts.models import Person
from actions.models.action import ActionItem
from actions.models.check_in import CheckIn
from actions.queries.asking import last_asks
from actions.queries.attention import Rhythm, flag_holds, rhythm_of, urgency_where
from actions.queries.keyset import BY_ID
from actions.queries.log import with_everything_shown
from actions.queries.narrowing import ANY_FLAG, WITHOUT_REVIEW, LogFilter, fits
from actions.queries.sight import seen_by_any
from actions.records.action import action_record
from actions.records.workbench import (
    FollowUpLine,
    FollowUpPage,
    HinderedAction,
    HinderedPlace,
    Pattern,
)
from actions.states import OPEN, UNDER_WAY, ActionState
from kernel.clock import today
from partnerships.models.membership import Membership
from partnerships.permissions import Role
from partnerships.queries import memberships_of

PER_PAGE = 25
SEVERAL = 2


def advised_by(person: Person) -> list[Membership]:
    """Return the memberships in which somebody is a trusted advisor: each partnership chose her."""
    return [one for one in memberships_of(person) if Role.TRUSTED_ADVISOR in one.roles]


def follow_up_page(
    person: Person, wanted: LogFilter, *, slug: str = "", after: str = "", most: int = PER_PAGE
) -> FollowUpPage:
    """Return the next actions that ask for her, of all partnerships or the one called *slug*.

    What is open, done but not confirmed, or to be looked at; those first that ask for attention, by
    the rhythm of each partnership. *after* is the `next` of the page before. Raises InvalidInputError
    for a place or a filter that cannot be.
    """
    members = [one for one in advised_by(person) if slug in {"", one.partnership.slug}]
    rhythms = _by_rhythm(members)
    seen = ActionItem.objects.filter(seen_by_any(members))
    found = seen.filter(_wherever(rhythms, wanted) & _to_follow_up(wanted))
    urgency = urgency_where(lambda flag: _holds(rhythms, flag))
    ordered = found.annotate(urgency=urgency).order_by("urgency", "due", "pk")
    rows = list(with_everything_shown(ordered).filter(BY_ID.after(after))[: most + 1])
    shown, rest = rows[:most], rows[most:]
    asking = found.filter(_wherever(rhythms, LogFilter(flag=ANY_FLAG)))
    return FollowUpPage(
        lines=_lines(shown),
        next=BY_ID.of(shown[-1]) if rest else "",
        count=found.count(),
        asking=asking.count(),
    )


def advised_action(person: Person, action_id: UUID) -> tuple[Membership, ActionItem]:
    """Return an action of a partnership that she advises, and as whom; or raise DoesNotExist."""
    through = {one.partnership_id: one for one in advised_by(person)}
    action = ActionItem.objects.get(seen_by_any(through.values()), pk=action_id)
    return through[action.partnership_id], action


def patterns_for(person: Person) -> list[Pattern]:
    """Return which kinds of hindrance the last reports name in several of her partnerships.

    Each partnership's part is what she reads there anyway; none of it is told to another one.
    """
    members = advised_by(person)
    places = {one.partnership_id: one.partnership.name for one in members}
    hindered: dict[str, dict[UUID, list[HinderedAction]]] = defaultdict(lambda: defaultdict(list))
    for barrier, place, pk, title in _hindered(members):
        hindered[barrier][place].append(HinderedAction(pk, title))
    patterns = [
        Pattern(
            barrier=barrier,
            count=sum(map(len, found.values())),
            places=[HinderedPlace(pk, places[pk], found[pk]) for pk in places if pk in found],
        )
        for barrier, found in hindered.items()
        if len(found) >= SEVERAL
    ]
    return sorted(patterns, key=lambda one: (-len(one.places), -one.count, one.barrier))


def _hindered(members: Collection[Membership]) -> Iterator[tuple[str, UUID, UUID, str]]:
    """Return what the last report on each action says is in the way, where, and on which action."""
    newest = CheckIn.objects.filter(action=OuterRef("pk")).order_by("-at")
    under_way = ActionItem.objects.filter(seen_by_any(members), state__in=UNDER_WAY)
    stuck = under_way.annotate(barrier=Subquery(newest.values("barrier")[:1])).filter(
        barrier__gt=""
    )
    yield from stuck.values_list("barrier", "partnership", "pk", "title")


def _by_rhythm(members: Iterable[Membership]) -> dict[Rhythm, list[UUID]]:
    rhythms = defaultdict(list)
    for member in members:
        rhythms[rhythm_of(member.partnership, today())].append(member.partnership_id)
    return rhythms


def _holds(rhythms: dict[Rhythm, list[UUID]], flag: str) -> Q:
    return _any_of(
        Q(partnership__in=ids) & flag_holds(flag, rhythm) for rhythm, ids in rhythms.items()
    )


def _wherever(rhythms: dict[Rhythm, list[UUID]], wanted: LogFilter) -> Q:
    return _any_of(Q(partnership__in=ids) & fits(wanted, rhythm) for rhythm, ids in rhythms.items())


def _any_of(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions, Q(pk__in=[]))


def _to_follow_up(wanted: LogFilter) -> Q:
    if wanted.flag == WITHOUT_REVIEW:
        return Q()
    to_look_at = Q(state=ActionState.VERIFIED, review_on__lte=today())
    return Q(state__in=[*OPEN, ActionState.DONE]) | to_look_at


def _lines(actions: Collection[ActionItem]) -> list[FollowUpLine]:
    asked = last_asks([action.pk for action in actions])
    return [
        FollowUpLine(
            partnership_id=action.partnership_id,
            action=action_record(action),
            asked=asked.get(action.pk),
        )
        for action in actions
    ]
