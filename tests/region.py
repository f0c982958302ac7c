"""What goes up from a theme to the whole region, made through the services."""

from uuid import UUID, uuid4

from kernel.clock import now
from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.region_item import RegionItem
from reflections.models.session import ReflectionSession, Scope
from reflections.services.insights import Wording, agree_insight, draft_insight
from reflections.services.joining import join_session
from reflections.services.leading import start_session
from reflections.services.planning import SessionPlan, plan_session
from reflections.services.region import reply_to_item, send_up
from reflections.states import PhaseKind
from tests import cast

ASK = "Agree who pays for the first visit"


def planned(member: Membership, title: str = "The region in spring") -> ReflectionSession:
    """Plan a region-wide session."""
    plan = SessionPlan(
        title=title, template="open-question", starts_at=now(), scope=Scope.REGION_WIDE
    )
    return plan_session(member, session_id=uuid4(), plan=plan)


def begun(member: Membership, *others: Membership) -> ReflectionSession:
    """Start a region-wide session."""
    session = planned(member)
    start_session(member, session.pk)
    for other in others:
        join_session(other, session.pk)
    cast.go_to(member, session, PhaseKind.COLLECT)
    session.refresh_from_db()
    return session


def insight(
    member: Membership,
    session: ReflectionSession,
    statement: str = "Three plans, and nobody owns what lies between",
    level: str = "meso",
) -> Insight:
    """Agree an insight that has to change beyond the work floor."""
    notes = [note.pk for note in cast.revealed(member, session, statement)]
    wording = Wording(statement=statement, note_ids=notes, level=level)
    made = draft_insight(member, session.pk, insight_id=uuid4(), wording=wording)
    return agree_insight(member, session.pk, insight_id=made.pk)


def sent_up(
    member: Membership,
    session: ReflectionSession | None = None,
    *,
    ask: str = ASK,
    item_id: UUID | None = None,
) -> RegionItem:
    """Send a new insight of a session on a theme up to the region."""
    session = session or cast.collecting(member)
    return send_up(
        member,
        session.pk,
        item_id=item_id or uuid4(),
        insight_id=insight(member, session).pk,
        ask=ask,
    )


def replied(member: Membership, session: ReflectionSession, item: RegionItem) -> RegionItem:
    """Reply to it in a region-wide session."""
    return reply_to_item(
        member, session.pk, item_id=item.pk, reply="The fund pays until June", version=item.version
    )
