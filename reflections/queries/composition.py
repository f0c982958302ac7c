"""Reading who may be at a session, for the composition check."""

from django.db.models import Q, QuerySet

from partnerships.models.membership import Membership
from partnerships.models.partnership import StakeholderGroup
from partnerships.permissions import Role
from reflections.composition import Expected
from reflections.models.invitation import Answer
from reflections.models.participant import ParticipantState
from reflections.models.session import ReflectionSession


def expected_people(session: ReflectionSession) -> list[Expected]:
    """Return who may come: who leads it, who joined it, and who is asked and did not say no.

    With nobody asked and nobody there it is nobody: the one who leads it is no meeting.
    """
    asked = Q(pk__in=session.invitations.exclude(answer=Answer.NO).values("member"))
    joined = session.participants.filter(state=ParticipantState.JOINED, membership__isnull=False)
    there = Q(pk__in=joined.values("membership"))
    people = list(_current(asked | there))
    if people:
        people = list(_current(asked | there | Q(pk=session.facilitator_id)))
    return [_expected(member) for member in people]


def _current(who: Q) -> QuerySet[Membership]:
    return Membership.objects.filter(who, until__isnull=True).select_related("organisation")


def _expected(member: Membership) -> Expected:
    group = member.organisation.stakeholder_group if member.organisation else ""
    return Expected(
        group=group,
        is_citizen=group == StakeholderGroup.CITIZENS
        or Role.CITIZEN_REPRESENTATIVE in member.roles,
        mandate_level=member.mandate_level,
    )
