"""What is said of a session when it is planned and may be said anew until it is live."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext as _

from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import InvalidInputError
from kernel.text import clean_line, clean_optional_line, clean_optional_text
from partnerships.models.membership import Membership
from partnerships.queries import members_of, themes_of
from reflections.models.session import Mode, ReflectionSession, Scope

# Further away is a slip of the pen.
FARTHEST = timedelta(days=20 * 365)
LONGEST_MEETING = timedelta(days=1)

_is_address = URLValidator(schemes=["https", "http"])


@dataclass(frozen=True, kw_only=True)
class SessionDetails:
    """What a session is about, when, where and how.

    With no facilitator she leads it herself; with no end it lasts as long as its phases.
    """

    title: str
    starts_at: datetime
    ends_at: datetime | None = None
    goal: str = ""
    scope: str = Scope.THEME
    mode: str = Mode.ON_SITE
    place: str = ""
    meeting_link: str = ""
    theme_ids: Collection[UUID] = field(default_factory=tuple)
    facilitator_id: UUID | None = None
    input_opens_on: date | None = None


Details = TypeVar("Details", bound=SessionDetails)


def cleaned(member: Membership, said: Details, *, minutes: int) -> Details:
    """Return *said* as it will be kept; *minutes* is what the phases take together.

    Raises InvalidInputError for what cannot be, or does not belong to the partnership.
    """
    must_be_known(said.scope, Scope.values, field="scope")
    must_be_known(said.mode, Mode.values, field="mode")
    return replace(
        said,
        title=clean_line(said.title, field="title", most=120),
        goal=clean_optional_text(said.goal, field="goal", most=500),
        ends_at=_end(said, minutes),
        place=clean_optional_line(said.place, field="place", most=200),
        meeting_link=clean_link(said.meeting_link, field="meeting_link"),
        theme_ids=_known_themes(member, said.theme_ids),
        facilitator_id=_facilitator(member, said.facilitator_id).pk,
        input_opens_on=_day_before(said, member),
    )


def details_of(session: ReflectionSession) -> dict[str, Any]:
    """Return what was said of a session, by the names in which it is said."""
    said = {name: getattr(session, name) for name in _KEPT_AS_SAID}
    return {**said, "theme_ids": tuple(sorted(session.themes.values_list("pk", flat=True)))}


def fields_of(said: SessionDetails) -> dict[str, Any]:
    """Return the columns of a session that *said* fills; its themes are kept elsewhere."""
    return {name: getattr(said, name) for name in _KEPT_AS_SAID}


def clean_link(text: str, *, field: str) -> str:
    """Return an address of the web as it was pasted; it may be empty."""
    link = clean_optional_line(text, field=field, most=500)
    try:
        if link:
            _is_address(link)
    except ValidationError:
        raise InvalidInputError(
            _("This is not a complete web address. Example: https://example.org/room"), field=field
        ) from None
    return link


_KEPT_AS_SAID = (
    *("title", "goal", "scope", "mode", "starts_at", "ends_at"),
    *("place", "meeting_link", "facilitator_id", "input_opens_on"),
)


def _end(said: SessionDetails, minutes: int) -> datetime:
    if abs(said.starts_at - now()) > FARTHEST:
        raise InvalidInputError(_("Please choose a day closer to today."), field="starts_at")
    end = said.ends_at or said.starts_at + timedelta(minutes=minutes)
    if end <= said.starts_at:
        raise InvalidInputError(_("A session ends after it starts."), field="ends_at")
    if end - said.starts_at > FARTHEST:
        raise InvalidInputError(_("Please choose a day closer to today."), field="ends_at")
    if said.mode != Mode.SPREAD and end - said.starts_at > LONGEST_MEETING:
        raise InvalidInputError(
            _("This is longer than a day. Choose “spread over days”, or an earlier end."),
            field="ends_at",
        )
    return end


def _day_before(said: SessionDetails, member: Membership) -> date | None:
    day = said.input_opens_on
    with timezone.override(member.partnership.time_zone):
        if day and day > timezone.localdate(said.starts_at):
            raise InvalidInputError(
                _("Input opens on the day of the session, or before."), field="input_opens_on"
            )
    return day


def _known_themes(member: Membership, theme_ids: Collection[UUID]) -> tuple[UUID, ...]:
    chosen = tuple(sorted(set(theme_ids)))
    if themes_of(member).filter(pk__in=chosen).count() != len(chosen):
        raise InvalidInputError(_("Please choose among the listed themes."), field="theme_ids")
    return chosen


def _facilitator(member: Membership, facilitator_id: UUID | None) -> Membership:
    if facilitator_id is None:
        return member
    found = members_of(member).filter(pk=facilitator_id).first()
    if found is None or not found.may("session.plan"):
        raise InvalidInputError(
            _("Please choose a facilitator or a programme manager."), field="facilitator_id"
        )
    return found
