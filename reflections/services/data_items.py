"""Bringing data items to a session."""

from dataclasses import asdict, dataclass, fields
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import DomainEvent, session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, NotAllowedError
from kernel.text import clean_line, clean_optional_line, clean_optional_text, clean_text
from kernel.versions import must_be_current
from partnerships.models.membership import Membership
from reflections.events.preparation import (
    DataGathered,
    DataItemAdded,
    DataItemRemoved,
    DataItemRevised,
)
from reflections.models.data_item import DataItem
from reflections.models.session import ReflectionSession
from reflections.policies import may_change_data
from reflections.queries.sessions import locked_session_of
from reflections.services.details import clean_link
from reflections.services.inviting import tell_of_preparation
from reflections.states import OVER_STATES


@dataclass(frozen=True, kw_only=True)
class ItemContent:
    """What a data item says."""

    title: str
    explanation: str
    source: str = ""
    as_of: date | None = None
    link: str = ""
    limits: str = ""


@transaction.atomic
def add_data_item(
    member: Membership, session_id: UUID, *, item_id: UUID, content: ItemContent
) -> DataItem:
    """Bring a data item; sending it again gives the one that is there."""
    session = _session_to_change(member, session_id)
    cleaned = _cleaned(content)
    known = DataItem.objects.filter(pk=item_id).first()
    if known:
        if (known.session_id, _content_of(known)) != (session.pk, cleaned):
            raise IdConflictError(_("This data item was saved before with another content."))
        return known
    item = DataItem.objects.create(
        id=item_id, session=session, added_by=member, added_at=now(), **asdict(cleaned)
    )
    _tell(DataItemAdded(item.pk), member, session)
    return item


@transaction.atomic
def revise_data_item(
    member: Membership, session_id: UUID, *, item_id: UUID, content: ItemContent, version: int
) -> DataItem:
    """Say anew what a data item says; StaleVersionError holds both when somebody was first."""
    session = _session_to_change(member, session_id)
    item = session.data_items.get(pk=item_id)
    cleaned = _cleaned(content)
    if _content_of(item) == cleaned:
        return item
    must_be_current(
        item,
        version,
        _("Somebody else changed this data item meanwhile. Look at both, and choose."),
        **asdict(cleaned),
    )
    for name, value in asdict(cleaned).items():
        setattr(item, name, value)
    item.version += 1
    item.save()
    _tell(DataItemRevised(item.pk), member, session)
    return item


@transaction.atomic
def remove_data_item(member: Membership, session_id: UUID, *, item_id: UUID) -> None:
    """Take a data item away; it is not there a second time."""
    session = _session_to_change(member, session_id)
    session.data_items.get(pk=item_id).delete()
    _tell(DataItemRemoved(item_id), member, session)


def _session_to_change(member: Membership, session_id: UUID) -> ReflectionSession:
    session = locked_session_of(member, session_id)
    if not may_change_data(member, session):
        raise NotAllowedError(
            _("Only data scientists and those who run the session can change its data.")
        )
    if session.state in OVER_STATES:
        raise ConflictError(_("The session is over; its data stays as it is."))
    return session


def _cleaned(content: ItemContent) -> ItemContent:
    return ItemContent(
        title=clean_line(content.title, field="title", most=120),
        explanation=clean_text(content.explanation, field="explanation", most=1000),
        source=clean_optional_line(content.source, field="source", most=200),
        as_of=content.as_of,
        link=clean_link(content.link, field="link"),
        limits=clean_optional_text(content.limits, field="limits", most=500),
    )


def _content_of(item: DataItem) -> ItemContent:
    return ItemContent(**{field.name: getattr(item, field.name) for field in fields(ItemContent)})


def _tell(event: DomainEvent, member: Membership, session: ReflectionSession) -> None:
    record(event, by=member, on=[session_stream(session.pk)])
    tell_of_preparation(DataGathered(session.pk), member, session)
