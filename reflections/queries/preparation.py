"""Reading the preparation of a session: who is asked, who comes, what she needs, which data there is."""

from collections import Counter, defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from partnerships.queries import LogView, members_of
from reflections.models.data_item import DataItem
from reflections.models.invitation import Answer, AttendanceNeeds, Invitation
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.policies import may_invite, may_read_needs
from reflections.queries.board import BoardView
from reflections.records.preparation import (
    DataItemRecord,
    PreparationRecord,
    data_item_record,
)


def preparation_records(
    view: LogView, ids: Collection[UUID] | None
) -> dict[str, PreparationRecord]:
    """Return how far sessions are that *view* may know of; those with nothing yet are left out."""
    sessions = ReflectionSession.objects.filter(partnership=view.partnership_id)
    if not view.sees_drafts:
        sessions = sessions.filter(planned_at__isnull=False)
    if ids is not None:
        sessions = sessions.filter(pk__in=ids)
    data = DataItem.objects.filter(session__in=sessions).order_by().values_list("session")
    items = dict(data.annotate(Count("pk")))
    asked = Invitation.objects.filter(session__in=sessions).values_list("session", "answer")
    answers: dict[UUID, Counter[str]] = defaultdict(Counter)
    for pk, answer, count in asked.annotate(Count("pk")):
        answers[pk][answer] = count
    return {
        str(pk): PreparationRecord(
            id=pk,
            invited=answers[pk].total(),
            coming=answers[pk][Answer.YES],
            perhaps=answers[pk][Answer.PERHAPS],
            not_coming=answers[pk][Answer.NO],
            data_items=items.get(pk, 0),
        )
        for pk in items.keys() | answers.keys()
    }


def data_item_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, DataItemRecord]:
    """Return the data items of a board; all of them when *ids* is None."""
    items = DataItem.objects.filter(session=view.session_id)
    if ids is not None:
        items = items.filter(pk__in=ids)
    return {
        str(item.pk): data_item_record(item) for item in items.select_related("added_by__person")
    }


def data_items_of(session: ReflectionSession) -> QuerySet[DataItem]:
    """Return the data items of a session that the reader found, oldest first."""
    return session.data_items.select_related("added_by__person")


def invitations_of(member: Membership, session: ReflectionSession) -> QuerySet[Invitation]:
    """Return who is asked, by name, for those who run the session."""
    if not may_invite(member, session):
        raise NotAllowedError(_("Only those who run the session see who is invited."))
    return _with_people(session.invitations.all()).order_by("member__person__name", "pk")


def invitation_to(member: Membership, session: ReflectionSession) -> Invitation | None:
    """Return the member's own invitation, if she has one."""
    return _with_people(session.invitations.filter(member=member)).first()


def invitation_with(invitation_id: UUID) -> Invitation | None:
    """Return an invitation with all that a letter about it tells, or nothing if it is gone."""
    return (
        Invitation.objects.filter(pk=invitation_id)
        .select_related("member__person", "invited_by__person", "session__partnership")
        .prefetch_related("session__phases", "session__facilitator__person")
        .first()
    )


def own_needs(member: Membership, session: ReflectionSession) -> AttendanceNeeds | None:
    """Return what the member said that she needs, as long as it is kept."""
    return AttendanceNeeds.objects.filter(
        invitation__session=session, invitation__member=member
    ).first()


def needs_of(member: Membership, session: ReflectionSession) -> QuerySet[AttendanceNeeds]:
    """Return what those who may come need, by name, for nobody but those who run the session."""
    if not may_read_needs(member, session):
        raise NotAllowedError(_("Only those who run the session see what people need."))
    return (
        AttendanceNeeds.objects.filter(invitation__session=session)
        .select_related("invitation__member__person")
        .order_by("invitation__member__person__name")
    )


def invitable_to(member: Membership, session: ReflectionSession) -> QuerySet[Membership]:
    """Return the members who are not asked yet, by name."""
    return members_of(member).exclude(pk__in=session.invitations.values("member"))


def took_part_around(session: ReflectionSession) -> set[UUID]:
    """Return the members who took part in a session on one of the same themes."""
    parts = Participant.objects.filter(
        session__partnership=session.partnership_id, session__themes__in=session.themes.all()
    ).exclude(session=session)
    return set(parts.exclude(membership=None).values_list("membership_id", flat=True))


def _with_people(invitations: QuerySet[Invitation]) -> QuerySet[Invitation]:
    return invitations.select_related("member__person", "member__organisation")
