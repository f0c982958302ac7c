"""From a theme to the whole region and back: sending up, taking back, replying."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import DomainEvent, partnership_stream, session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    WrongPhaseError,
)
from kernel.text import clean_line, clean_text
from kernel.versions import must_be_current
from partnerships.models.membership import Membership
from reflections.events.region_items import ItemAnswered, ItemSentUp, ItemTakenBack
from reflections.models.insight import Insight
from reflections.models.region_item import RegionItem
from reflections.models.session import ReflectionSession
from reflections.policies import may_reply_to_items, may_send_up
from reflections.queries.region_items import items_on, open_region_sessions
from reflections.queries.sessions import locked_session_of
from reflections.states import OPEN_STATES, InsightState, SessionState

MOST_ITEMS = 3


@transaction.atomic
def send_up(
    member: Membership, session_id: UUID, *, item_id: UUID, insight_id: UUID, ask: str
) -> RegionItem:
    """Send an agreed insight up to the region, with what the region should do; at most three.

    The same again is the first item; the same id with another content an IdConflictError.
    """
    session = _theme_session(member, session_id)
    ask = clean_line(ask, field="ask", most=300)
    known = RegionItem.objects.filter(pk=item_id).first()
    if known:
        if (known.session_id, known.insight_id, known.ask) != (session.pk, insight_id, ask):
            raise IdConflictError(_("This was sent up before with another content."))
        return known
    insight = Insight.objects.get(pk=insight_id, session=session)
    _must_be_for_the_region(insight)
    standing = items_on(session)
    if standing.filter(insight=insight).exists():
        raise ConflictError(_("This insight was sent up already."))
    if standing.count() >= MOST_ITEMS:
        raise ConflictError(
            _("A session sends up three insights at most. Take one back to send up another.")
        )
    item = RegionItem.objects.create(
        id=item_id, session=session, insight=insight, ask=ask, sent_by=member, sent_at=now()
    )
    _tell(ItemSentUp(item.pk), member, item)
    return item


@transaction.atomic
def take_back(member: Membership, session_id: UUID, *, item_id: UUID) -> RegionItem:
    """Take back what was sent up, until there is a reply; taking it back twice is once."""
    session = _theme_session(member, session_id)
    item = RegionItem.objects.select_for_update().get(pk=item_id, session=session)
    if item.taken_back_at:
        return item
    if item.replied_at:
        raise ConflictError(_("The region has replied. What it replied to stays as it is."))
    item.taken_back_at = now()
    item.save(update_fields=["taken_back_at"])
    _tell(ItemTakenBack(item.pk), member, item)
    return item


@transaction.atomic
def reply_to_item(
    member: Membership, session_id: UUID, *, item_id: UUID, reply: str, version: int
) -> RegionItem:
    """Reply to what a theme sent up, in a region-wide session or after it; a reply can be reworded."""
    session = locked_session_of(member, session_id)
    if not may_reply_to_items(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can reply."))
    reply = clean_text(reply, field="reply", most=1000)
    if not session.is_region_wide or not _has_begun(session):
        raise WrongPhaseError(_("Replies are given in a region-wide session, from its start on."))
    item = items_on(session).select_for_update(of=("self",)).get(pk=item_id)
    if item.reply == reply:
        return item
    must_be_current(
        item, version, _("Somebody replied first. Choose which text to keep."), reply=reply
    )
    item.reply = reply
    item.replied_in, item.replied_by, item.replied_at = session, member, now()
    item.version += 1
    item.save(update_fields=["reply", "replied_in", "replied_by", "replied_at", "version"])
    _tell(ItemAnswered(item.pk), member, item)
    return item


def _theme_session(member: Membership, session_id: UUID) -> ReflectionSession:
    session = locked_session_of(member, session_id)
    if not may_send_up(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can do this."))
    if session.is_region_wide:
        raise ConflictError(_("This session is about the whole region: nothing lies above it."))
    return session


def _must_be_for_the_region(insight: Insight) -> None:
    if insight.state != InsightState.AGREED:
        raise ConflictError(_("Agree on this insight first."))
    if not insight.is_beyond_a_theme:
        raise InvalidInputError(
            _(
                "Only what has to change beyond the work floor goes up to the region."
                " This insight does not say so."
            ),
            field="insight_id",
        )


def _has_begun(session: ReflectionSession) -> bool:
    return session.state in OPEN_STATES or session.state == SessionState.CLOSED


def _tell(event: DomainEvent, member: Membership, item: RegionItem) -> None:
    """Tell the theme, the partnership, and every region-wide session that has the item before it."""
    partnership_id = item.session.partnership_id
    boards = {item.session_id, *open_region_sessions(partnership_id).values_list("pk", flat=True)}
    if item.replied_in_id:
        boards.add(item.replied_in_id)
    streams = [session_stream(pk) for pk in boards]
    record(event, by=member, on=[*streams, partnership_stream(partnership_id)])
