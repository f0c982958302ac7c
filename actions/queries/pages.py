"""Reading the log of a partnership page by page, in order of attention, at any length."""

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from actions.models.action import ActionItem
from actions.policies import possible_steps
from actions.queries.attention import in_order_of_urgency, rhythm_of
from actions.queries.keyset import BY_NUMBER
from actions.queries.log import actions_of
from actions.queries.narrowing import LogFilter, fits
from actions.records.action import action_record
from actions.records.log import BoardCard, BoardColumn, LogPage
from actions.states import ActionState
from kernel.clock import today
from partnerships.models.membership import Membership
from partnerships.models.partnership import Organisation

PER_PAGE = 50
MOST_PER_PAGE = 200
PER_COLUMN = 20
# What is over is looked up in the table.
ON_THE_BOARD = (
    ActionState.PROPOSED,
    ActionState.DECLINED,
    ActionState.ACCEPTED,
    ActionState.IN_PROGRESS,
    ActionState.BLOCKED,
    ActionState.DONE,
    ActionState.VERIFIED,
)


def log_page(
    member: Membership, wanted: LogFilter, *, after: str = "", most: int = PER_PAGE
) -> LogPage:
    """Return the next actions that the filter lets through, those first that ask for attention.

    *after* is the `next` of the page before. It names a place in the order, not a number of rows, so
    that nothing is skipped when others change the log meanwhile. Raises InvalidInputError for a place
    or a filter that cannot be.
    """
    found = _wanted_by(member, wanted)
    rows = list(found.filter(BY_NUMBER.after(after))[: most + 1])
    shown, rest = rows[:most], rows[most:]
    return LogPage(
        actions=[action_record(action) for action in shown],
        next=BY_NUMBER.of(shown[-1]) if rest else "",
        count=found.order_by().count(),
    )


def log_board(member: Membership, wanted: LogFilter) -> list[BoardColumn]:
    """Return the actions that the filter lets through as columns by state, the most urgent of each."""
    found = _wanted_by(member, wanted).filter(state__in=ON_THE_BOARD)
    totals = dict(found.order_by().values_list("state").annotate(Count("pk")))
    place = Window(RowNumber(), partition_by=F("state"), order_by=("urgency", "due", "number"))
    first = found.annotate(place=place).filter(place__lte=PER_COLUMN)
    cards = [
        BoardCard(action_record(action), sorted(possible_steps(member, action))) for action in first
    ]
    return [
        BoardColumn(
            state=str(state),
            cards=[card for card in cards if card.action.state == state],
            count=totals.get(state, 0),
        )
        for state in ON_THE_BOARD
    ]


def owners_in(member: Membership) -> list[Membership]:
    """Return who owns an action of the partnership, former members too, by name."""
    owners = Membership.objects.filter(
        pk__in=ActionItem.objects.filter(partnership=member.partnership_id).values("owner")
    )
    return list(owners.select_related("person").order_by("person__name", "pk"))


def owning_organisations_in(member: Membership) -> list[Organisation]:
    """Return the organisations of those who own actions, by name."""
    owned = ActionItem.objects.filter(partnership=member.partnership_id)
    found = Organisation.objects.filter(pk__in=owned.values("owner__organisation"))
    return list(found.order_by("name"))


def _wanted_by(member: Membership, wanted: LogFilter) -> QuerySet[ActionItem]:
    rhythm = rhythm_of(member.partnership, today())
    return in_order_of_urgency(actions_of(member).filter(fits(wanted, rhythm)), rhythm)
