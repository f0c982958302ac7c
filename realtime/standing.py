"""What somebody is on a stream: which audience she belongs to, and what she may do there."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from hashlib import blake2s
from importlib import import_module
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import ObjectDoesNotExist

from accounts.models import Person
from actions.policies import (
    may_dissent,
    may_lead_read_back,
    may_propose_action,
    may_record_decision,
)
from partnerships.models.membership import Membership
from partnerships.permissions import TABLE
from partnerships.queries import log_view_of, memberships_of
from realtime.readers import View
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.policies import (
    may_add_note,
    may_appoint_facilitators,
    may_cast_vote,
    may_change_groups,
    may_comment,
    may_dispose_of_insight,
    may_draft_feedback,
    may_draft_insight,
    may_enter_votes,
    may_import_notes,
    may_keep_the_door,
    may_read_drafts,
    may_reply_to_items,
    may_reveal_notes,
    may_run_session,
    may_send_up,
    may_signal,
    may_withhold_notes,
    may_write_minutes,
)
from reflections.queries.board import BoardView, board_view_on, guest_view_of
from reflections.queries.participants import acting_part, part_of
from reflections.queries.sessions import sessions_of
from reflections.visitors import Visitor, parts_in
from reminders.queries.inbox import InboxView

ON_A_BOARD: dict[str, Callable[[Membership, ReflectionSession], bool]] = {
    "session.run": may_run_session,
    "session.admit": may_keep_the_door,
    "session.appoint": may_appoint_facilitators,
    "note.withhold": may_withhold_notes,
    "note.import": may_import_notes,
    "note.reveal": may_reveal_notes,
    "group.change": may_change_groups,
    "vote.enter_for_room": may_enter_votes,
    "insight.draft": may_draft_insight,
    "insight.read_draft": may_read_drafts,
    "insight.dispose": may_dispose_of_insight,
    "feedback.draft": may_draft_feedback,
    "insight.send_up": may_send_up,
    "region.reply": may_reply_to_items,
    "action.propose": may_propose_action,
    "decision.record": may_record_decision,
}
# What somebody does as one of those who take part, guests among them.
AS_PARTICIPANT: dict[str, Callable[[Participant], bool]] = {
    "note.add": may_add_note,
    "vote.cast": may_cast_vote,
    "topic.signal": may_signal,
    "comment.add": may_comment,
    "minutes.write": may_write_minutes,
    "read_back.lead": may_lead_read_back,
    "read_back.dissent": may_dissent,
}


@dataclass(frozen=True)
class Me:
    """Who the reader is here, and which of the permissions she has; guests have no `member_id`."""

    member_id: UUID | None
    participant_id: UUID | None
    roles: tuple[str, ...]
    may: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """The audience she belongs to, and herself."""

    view: View
    me: Me

    @property
    def name(self) -> str:
        """Return the same short text for the same standing in every process: for comparing."""
        return blake2s(repr(self).encode(), digest_size=8).hexdigest()

    def depends_on(self, touched: Collection[UUID]) -> bool:
        """Say whether it may be another one because of what happened to these records."""
        about = {self.me.member_id, self.me.participant_id}
        if isinstance(self.view, BoardView):
            about.add(self.view.session_id)
        return not about.isdisjoint(touched)


def standing_of(visitor: Visitor, stream: str) -> Standing:
    """Return what *visitor* is on *stream*.

    Raises ObjectDoesNotExist for what is not hers to know of, NotAllowedError before she joined or
    was let in.
    """
    kind, _, key = stream.partition(":")
    try:
        stream_id = UUID(key)
    except ValueError:
        raise ObjectDoesNotExist from None
    if str(stream_id) != key or kind not in _FINDERS:
        raise ObjectDoesNotExist
    return _FINDERS[kind](visitor, stream_id)


def still_stands(visitor: Visitor, session_key: str) -> bool:
    """Say whether the browser with this key is still that *visitor*: signed in, or with her parts."""
    browser = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    if visitor.person is None:
        return visitor.parts.items() <= parts_in(browser).items()
    same = browser.get(SESSION_KEY) == str(visitor.person.pk)
    return same and Person.objects.filter(pk=visitor.person.pk, is_active=True).exists()


def _on_board(visitor: Visitor, session_id: UUID) -> Standing:
    member = _member_at(visitor, session_id)
    if member is None:
        return _as_guest(acting_part(visitor, session_id))
    session = sessions_of(member).get(pk=session_id)
    view = board_view_on(member, session)
    part = part_of(visitor, session_id, member=member)
    if part:
        part.session = session  # of which it is known already who runs it
    may = tuple(name for name, policy in ON_A_BOARD.items() if policy(member, session))
    return Standing(view, _me(member, (*may, *_may_take_part(part)), part))


def _member_at(visitor: Visitor, session_id: UUID) -> Membership | None:
    if visitor.person is None:
        return None
    return memberships_of(visitor.person).filter(partnership__sessions=session_id).first()


def _as_guest(part: Participant) -> Standing:
    me = Me(member_id=None, participant_id=part.pk, roles=(), may=_may_take_part(part))
    return Standing(guest_view_of(part), me)


def _may_take_part(part: Participant | None) -> tuple[str, ...]:
    return tuple(name for name, policy in AS_PARTICIPANT.items() if part and policy(part))


def _on_log(visitor: Visitor, partnership_id: UUID) -> Standing:
    if visitor.person is None:
        raise ObjectDoesNotExist
    member = memberships_of(visitor.person).get(partnership=partnership_id)
    may = tuple(permission for permission in TABLE if member.may(permission))
    return Standing(log_view_of(member), _me(member, may))


def _in_inbox(visitor: Visitor, person_id: UUID) -> Standing:
    if visitor.person is None or visitor.person.pk != person_id:
        raise ObjectDoesNotExist
    return Standing(InboxView(person_id), Me(None, None, roles=(), may=()))


def _me(member: Membership, may: tuple[str, ...], part: Participant | None = None) -> Me:
    return Me(
        member_id=member.pk,
        participant_id=part.pk if part else None,
        roles=tuple(member.roles),
        may=may,
    )


_FINDERS = {"session": _on_board, "partnership": _on_log, "person": _in_inbox}
