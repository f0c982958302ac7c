"""Many people who all have something to do, made in bulk."""

from datetime import date
from uuid import uuid4

from accounts.models import Person
from actions.models.action import ActionItem
from kernel.clock import now, today
from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession


def people_who_said_yes(
    lead: Membership, session: ReflectionSession, *, people: int, each: int, due: date
) -> list[Person]:
    """Make so many members, who said yes right now to so many actions each, from that session."""
    persons = Person.objects.bulk_create(
        Person(email=f"m{n}@example.org", name=f"Member {n}", language="nl") for n in range(people)
    )
    owners = Membership.objects.bulk_create(
        Membership(partnership=lead.partnership, person=one, roles=["member"], since=today())
        for one in persons
    )
    ActionItem.objects.bulk_create(
        ActionItem(
            id=uuid4(),
            partnership=lead.partnership,
            session=session,
            number=number,
            title=f"Check {number} homes for loose rugs",
            done_test="A list",
            owner=owner,
            original_due=due,
            due=due,
            state="accepted",
            proposed_by=lead,
            offered_at=now(),
            accepted_at=now(),
        )
        for number, owner in enumerate((one for one in owners for _n in range(each)), start=1)
    )
    return persons
