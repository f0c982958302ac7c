"""The shape in which an example leaves the server: whose it is, is known to nobody but its own people."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.timezone import localtime

from actions.models.example import SharedExample
from partnerships.models.membership import Membership


@dataclass(frozen=True)
class ExampleRecord:
    """What somebody did and what came of it; `action_id` only for those who are in its partnership."""

    id: UUID
    what: str
    came_of_it: str
    lesson: str
    effect: str
    level: str
    strength: str
    loop: str
    components: list[str]
    language: str
    # The first day of the month: a day could tell which partnership it was.
    shared_in: date
    action_id: UUID | None


def example_record(example: SharedExample, member: Membership) -> ExampleRecord:
    """Show one example to *member*; wants `action` loaded."""
    is_own = example.action.partnership_id == member.partnership_id
    return ExampleRecord(
        id=example.pk,
        what=example.what,
        came_of_it=example.came_of_it,
        lesson=example.lesson,
        effect=example.effect,
        level=example.level,
        strength=example.strength,
        loop=example.loop,
        components=list(example.components),
        language=example.language,
        shared_in=localtime(example.shared_at).date().replace(day=1),
        action_id=example.action_id if is_own else None,
    )
