"""What people do before a session, made through the services."""

from uuid import uuid4

from partnerships.models.membership import Membership
from reflections.models.data_item import DataItem
from reflections.models.invitation import Invitation
from reflections.models.series import Rhythm, SessionSeries
from reflections.models.session import ReflectionSession
from reflections.services.answering import Reply, answer_invitation
from reflections.services.data_items import ItemContent, add_data_item
from reflections.services.inviting import invite_members
from reflections.services.series import start_series


def invited(
    member: Membership, session: ReflectionSession, *others: Membership
) -> list[Invitation]:
    """Ask *others* to come to a session."""
    return invite_members(member, session.pk, member_ids=[one.pk for one in others])


def answered(
    member: Membership, session: ReflectionSession, answer: str = "yes", **others: str
) -> Invitation:
    """Let the member say whether she comes."""
    return answer_invitation(member, session.pk, reply=Reply(answer=answer, **others))


def brought(
    member: Membership, session: ReflectionSession, title: str = "Falls in 2025"
) -> DataItem:
    """Bring a data item to a session."""
    content = ItemContent(
        title=title, explanation="Of 100 people over 75, 9 fell and broke a bone."
    )
    return add_data_item(member, session.pk, item_id=uuid4(), content=content)


def series(
    member: Membership, session: ReflectionSession, title: str = "Learning evening"
) -> SessionSeries:
    """Make the session the first of a monthly series."""
    return start_series(member, session.pk, series_id=uuid4(), title=title, rhythm=Rhythm.MONTH)
