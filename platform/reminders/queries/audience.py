"""Who hears of what asks something: the people of a partnership, and what they do there."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from actions.models.action import ActionItem, Visibility
from partnerships.models.membership import Membership
from partnerships.permissions import Role
from reflections.models.session import ReflectionSession
from reminders.kinds import Kind

# What nobody took up in so many days goes on to the programme managers.
GOES_ON_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class Ask:
    """One thing that asks something of one member; the same occasion is the same ask."""

    member_id: UUID
    kind: Kind
    about_id: UUID
    occasion: str


@dataclass(frozen=True)
class People:
    """Who is in a partnership now, and who does what there."""

    members: dict[UUID, Membership] = field(default_factory=dict)

    def with_role(self, role: Role) -> list[UUID]:
        """Return who has that role."""
        return [pk for pk, member in self.members.items() if role in member.roles]

    @property
    def managers(self) -> list[UUID]:
        """Return the programme managers."""
        return self.with_role(Role.PROGRAMME_MANAGER)

    def advisors_of(self, action: ActionItem) -> list[UUID]:
        """Return the trusted advisors; none for what is only for those who took part in its session."""
        is_hidden = action.visibility == Visibility.PARTICIPANTS
        return [] if is_hidden else self.with_role(Role.TRUSTED_ADVISOR)

    def lookers(self, action: ActionItem) -> list[UUID]:
        """Return who looks at what somebody did: the advisors, or where there is none the managers."""
        return [pk for pk in self.advisors_of(action) or self.managers if pk != action.owner_id]

    def here(self, *member_ids: UUID | None) -> list[UUID]:
        """Return who of these is still here; where nobody is, the managers."""
        return [pk for pk in member_ids if pk in self.members] or self.managers

    def told(self, *first: UUID, late: bool) -> set[UUID]:
        """Return those who hear of it first, and once it is late the managers too."""
        return {*first, *(self.managers if late else ())}

    def leader_of(self, session: ReflectionSession | None) -> list[UUID]:
        """Return who leads the session; where there is none, or she left, the managers."""
        return self.here(session.facilitator_id if session else None)
