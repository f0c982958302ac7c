"""Keeping views of the log: conditions under a name, for oneself or for everybody."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.saved_views import SharedViewRemoved, ViewShared
from actions.models.saved_view import Layout, SavedView
from actions.policies import may_keep_views, may_remove_view, may_share_views
from actions.queries.narrowing import LogFilter, as_words
from actions.queries.saved_views import saved_views_of
from eventlog.events import DomainEvent, partnership_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_line
from partnerships.models.membership import Membership
from partnerships.queries import locked_partnership_of

MOST_VIEWS = 50


@dataclass(frozen=True)
class ViewToKeep:
    """What somebody wants to find again."""

    name: str
    wanted: LogFilter = field(default_factory=LogFilter)
    layout: str = Layout.TABLE
    is_shared: bool = False


@transaction.atomic
def keep_view(member: Membership, *, view_id: UUID, view: ViewToKeep) -> SavedView:
    """Keep a view of the log; programme managers can keep one for everybody.

    May be sent any number of times with the same id; with another content it is an IdConflictError.
    """
    locked_partnership_of(member)
    if not may_keep_views(member) or (view.is_shared and not may_share_views(member)):
        raise NotAllowedError(_("Only a programme manager can keep a view for everybody."))
    said = {**vars(view), "name": clean_line(view.name, field="name", most=60)}
    said["wanted"] = as_words(view.wanted)
    if view.layout not in Layout.values:
        raise InvalidInputError(_("Please choose one of the listed values."), field="layout")
    known = SavedView.objects.filter(pk=view_id).first()
    if known:
        kept = {name: getattr(known, name) for name in said}
        if (known.by_id, kept) != (member.pk, said):
            raise IdConflictError(_("This view was kept before with another content."))
        return known
    if saved_views_of(member).filter(by=member).count() >= MOST_VIEWS:
        raise ConflictError(_("You keep very many views already. Remove one first."))
    made = SavedView.objects.create(
        id=view_id, partnership_id=member.partnership_id, by=member, saved_at=now(), **said
    )
    _tell_if_shared(member, made, ViewShared(made.pk))
    return made


@transaction.atomic
def remove_view(member: Membership, view_id: UUID) -> None:
    """Keep it no longer; removing what is gone already changes nothing."""
    locked_partnership_of(member)
    view = saved_views_of(member).filter(pk=view_id).first()
    if view is None:
        return
    if not may_remove_view(member, view):
        raise NotAllowedError(_("Only a programme manager can remove a view of everybody."))
    view.delete()
    _tell_if_shared(member, view, SharedViewRemoved(view_id))


def _tell_if_shared(member: Membership, view: SavedView, event: DomainEvent) -> None:
    # One's own views are nobody else's business, so nobody hears of them.
    if view.is_shared:
        record(event, by=member, on=[partnership_stream(view.partnership_id)])
