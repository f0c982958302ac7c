"""Turning an insight or notes into an action, in the words of these tests."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from actions.models.action import ActionItem
from actions.services.origin import Origin
from actions.services.translation import ActionWording, translate_to_action
from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from tests import cast


def translated(
    member: Membership,
    session: ReflectionSession,
    wording: ActionWording,
    *,
    action_id: UUID | None = None,
    insight: Insight | None = None,
    notes: Iterable[Note] = (),
) -> ActionItem:
    """Make the action of a wording."""
    origin = Origin(
        insight_id=insight.pk if insight else None, note_ids=[note.pk for note in notes]
    )
    return translate_to_action(
        member, session.pk, action_id=action_id or uuid4(), wording=wording, origin=origin
    )


def worded(owner: Membership, **others: Any) -> ActionWording:
    """Word an action of *owner*, with *others* in place of the usual words."""
    said = {
        "title": "Check 40 homes",
        "owner_id": owner.pk,
        "due": cast.in_days(30),
        "done_test": "A list of 40 homes",
        **others,
    }
    return ActionWording(**said)
