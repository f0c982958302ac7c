"""Reading follow-up rounds: how far one is, and what it gave."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Person
from actions.models.follow_up_round import FollowUpRound, RoundItem
from actions.policies import possible_steps
from actions.queries.workbench import advised_by
from actions.records.action import check_in_record
from actions.records.workbench import RoundLine, RoundRecord, RoundYield
from actions.states import possible_claims
from partnerships.models.membership import Membership


def rounds_of(person: Person) -> QuerySet[FollowUpRound]:
    """Return her own rounds, the newest first."""
    return FollowUpRound.objects.filter(person=person)


def items_of(person: Person, round_id: UUID) -> QuerySet[RoundItem]:
    """Return the actions of her round, in order: of partnerships that she still advises."""
    advised = [one.partnership_id for one in advised_by(person)]
    return RoundItem.objects.filter(
        round=round_id, round__person=person, action__partnership__in=advised
    )


def item_to_report(person: Person, round_id: UUID, action_id: UUID | None) -> RoundItem | None:
    """Return the item of that action, or the first of which nothing was said yet."""
    items = items_of(person, round_id).select_related("action")
    if action_id:
        return items.filter(action=action_id, report=None).first()
    return items.filter(report=None, is_passed_over=False).first()


def round_record(person: Person, round_id: UUID) -> RoundRecord:
    """Return her round with what it gave so far, or raise DoesNotExist."""
    made = rounds_of(person).get(pk=round_id)
    through = {one.partnership_id: one for one in advised_by(person)}
    items = items_of(person, round_id).select_related(
        "action__partnership", "action__owner", "action__session", "report__by__person"
    )
    lines = [_line(item, through[item.action.partnership_id]) for item in items]
    return RoundRecord(
        id=made.pk,
        started_at=made.started_at,
        finished_at=made.finished_at,
        lines=lines,
        gave=_yield_of(lines),
    )


def _line(item: RoundItem, member: Membership) -> RoundLine:
    action = item.action
    may_report = "check_in" in possible_steps(member, action)
    return RoundLine(
        action_id=action.pk,
        title=action.title,
        partnership_id=action.partnership_id,
        partnership_name=action.partnership.name,
        claims=[str(claim) for claim in possible_claims(action.state)] if may_report else [],
        report=check_in_record(item.report) if item.report else None,
        is_passed_over=item.is_passed_over,
    )


def _yield_of(lines: Iterable[RoundLine]) -> RoundYield:
    lines = list(lines)
    reports = [line.report for line in lines if line.report]
    passed_over = sum(line.is_passed_over for line in lines)
    return RoundYield(
        claims=dict(Counter(report.claim for report in reports)),
        barriers=dict(Counter(report.barrier for report in reports if report.barrier)),
        to_tell=sorted({report.who_must_know for report in reports} - {""}),
        passed_over=passed_over,
        left=len(lines) - len(reports) - passed_over,
    )
