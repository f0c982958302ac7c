"""What somebody is on a stream: which audience she belongs to, and what she may do there."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import ObjectDoesNotExist

from accounts.models import Person
from actions.policies import may_propose_action
from partnerships.models.membership import Membership
from partnerships.permissions import TABLE
from partnerships.queries import log_view_of, memberships_of
from realtime.readers import View
from reflections.models.session import Participant, ReflectionSession
from reflections.policies import (
    may_change_groups,
    may_dispose_of_insight,
    may_draft_insight,
    may_enter_votes,
    may_import_notes,
    may_read_drafts,
    may_reveal_notes,
    may_run_session,
)
from reflections.queries.board import board_view_of
from reflections.queries.sessions import sessions_of

ON_A_BOARD: dict[str, Callable[[Membership, ReflectionSession], bool]] = {
    "session.run": may_run_session,
    "note.import": may_import_notes,
    "note.reveal": may_reveal_notes,
    "group.change": may_change_groups,
    "vote.enter_for_room": may_enter_votes,
    "insight.draft": may_draft_insight,
    "insight.read_draft": may_read_drafts,
    "insight.dispose": may_dispose_of_insight,
    "action.propose": may_propose_action,
}


@dataclass(frozen=True)
class Me:
    """Who the reader is here, and which of the permissions she has."""

    member_id: UUID
    participant_id: UUID | None
    roles: tuple[str, ...]
    may: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """The audience she belongs to, and herself."""

    view: View
    me: Me


def standing_of(person: Person, stream: str) -> Standing:
    """Return what *person* is on *stream*.

    Raises ObjectDoesNotExist for what is not hers to know of, NotAllowedError before she joined.
    """
    kind, _, key = stream.partition(":")
    try:
        stream_id = UUID(key)
    except ValueError:
        raise ObjectDoesNotExist from None
    if str(stream_id) != key or kind not in _FINDERS:
        raise ObjectDoesNotExist
    return _FINDERS[kind](person, stream_id)


def is_signed_in(person: Person, session_key: str) -> bool:
    """Say whether the sign-in with this key still stands."""
    sessions = import_module(settings.SESSION_ENGINE).SessionStore
    same = sessions(session_key).get(SESSION_KEY) == str(person.pk)
    return same and Person.objects.filter(pk=person.pk, is_active=True).exists()


def _on_board(person: Person, session_id: UUID) -> Standing:
    member = memberships_of(person).get(partnership__sessions=session_id)
    view = board_view_of(member, session_id)
    session = sessions_of(member).get(pk=session_id)
    part = Participant.objects.filter(session=session_id, membership=member).first()
    may = tuple(name for name, policy in ON_A_BOARD.items() if policy(member, session))
    return Standing(view, _me(member, may, part))


def _on_log(person: Person, partnership_id: UUID) -> Standing:
    member = memberships_of(person).get(partnership=partnership_id)
    may = tuple(permission for permission in TABLE if member.may(permission))
    return Standing(log_view_of(member), _me(member, may))


def _me(member: Membership, may: tuple[str, ...], part: Participant | None = None) -> Me:
    return Me(
        member_id=member.pk,
        participant_id=part.pk if part else None,
        roles=tuple(member.roles),
        may=may,
    )


_FINDERS = {"session": _on_board, "partnership": _on_log}
