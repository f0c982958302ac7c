"""Signed addresses, in mail and of calendars: each says what it is for, and nobody can make one."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _

from actions.models.action import ActionItem
from kernel.clock import now
from kernel.errors import ConflictError
from reminders.models.feed import CalendarFeed

ANSWER, STOP, FEED = "reminders.answer", "reminders.stop", "reminders.feed"
# Longer than it takes until the next reminder of the same action comes.
VALID_FOR = timedelta(days=30)


class LinkGoneError(ConflictError):
    """The link was for somebody or something that is not so any more, or nobody made it."""

    code = "link_gone"


@dataclass(frozen=True)
class AnswerLink:
    """For one action and the one owner who was asked at that moment, until it expires."""

    action_id: UUID
    owner_id: UUID
    asked_at: int
    until: int

    @property
    def token(self) -> str:
        """Return what stands in the address."""
        return _signed(ANSWER, self.action_id.hex, self.owner_id.hex, self.asked_at, self.until)

    def is_for(self, action: ActionItem) -> bool:
        """Say whether the action still has the owner whom the link was made for, and time is left."""
        asked = (action.pk, action.owner_id, int(action.offered_at.timestamp()))
        is_hers = asked == (self.action_id, self.owner_id, self.asked_at)
        return is_hers and action.owner.until is None and now().timestamp() < self.until


def answer_link_for(action: ActionItem, *, made_at: datetime) -> AnswerLink:
    """Return the link with which its owner answers; made from the same moment it is the same."""
    until = (made_at + VALID_FOR).astimezone(UTC)
    asked_at = int(action.offered_at.timestamp())
    return AnswerLink(action.pk, action.owner_id, asked_at, int(until.timestamp()))


def read_answer_link(token: str) -> AnswerLink:
    """Return what a token is for, or raise LinkGoneError."""
    action_id, owner_id, asked_at, until = _read(ANSWER, token, 4)
    return AnswerLink(UUID(action_id), UUID(owner_id), int(asked_at), int(until))


def stop_token_for(person_id: UUID) -> str:
    """Return what stands in the address at which somebody stops these mails; it never expires."""
    return _signed(STOP, person_id.hex)


def read_stop_token(token: str) -> UUID:
    """Return whose mails it stops, or raise LinkGoneError."""
    [person_id] = _read(STOP, token, 1)
    return UUID(person_id)


def feed_token_for(feed: CalendarFeed) -> str:
    """Return what stands in the address of a calendar feed, until it is renewed."""
    return _signed(FEED, feed.pk.hex, feed.version)


def read_feed_token(token: str) -> tuple[UUID, int]:
    """Return which feed it is and of which version, or raise LinkGoneError."""
    feed_id, version = _read(FEED, token, 2)
    return UUID(feed_id), int(version)


def link_gone() -> LinkGoneError:
    """Return what to raise, with the sentence that says what to do instead."""
    return LinkGoneError(
        _("This link is not valid any more. Please sign in, or use the link in your newest mail.")
    )


def _signed(purpose: str, *parts: Any) -> str:
    return Signer(salt=purpose).sign(".".join(str(part) for part in parts)).replace(":", ".")


def _read(purpose: str, token: str, count: int) -> list[str]:
    plain, _dot, signature = token.rpartition(".")
    try:
        parts = Signer(salt=purpose).unsign(f"{plain}:{signature}").split(".")
    except BadSignature:
        raise link_gone() from None
    if len(parts) != count:
        raise link_gone()
    return parts
