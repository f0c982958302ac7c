"""Partnerships over HTTP; every view inside a partnership starts with MemberView."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import Person
from partnerships.models.membership import Membership
from partnerships.queries import log_view_of, member_records, memberships_of
from partnerships.records import MemberRecord, PartnershipRecord, partnership_record
from web.openapi import answer


class PersonView(APIView):
    """Something of the signed-in person, whatever the partnership."""

    @property
    def person(self) -> Person:
        """Return who asks."""
        person = self.request.user
        if not isinstance(person, Person):
            raise NotAuthenticated
        return person


class MemberView(PersonView):
    """Something inside one partnership: a partnership of others answers 404."""

    member: Membership

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Find out as whom the person asks, before anything that she sent is looked at."""
        super().initial(request, *args, **kwargs)
        self.member = memberships_of(self.person).get(partnership=kwargs["partnership_id"])


class PartnershipsView(PersonView):
    """The partnerships that one is a member of."""

    @extend_schema(operation_id="partnerships_list", responses=answer(PartnershipRecord, many=True))
    def get(self, request: Request) -> Response:
        """List them by name."""
        return Response([partnership_record(member) for member in memberships_of(self.person)])


class MembersView(MemberView):
    """Who is in the partnership."""

    @extend_schema(operation_id="members_list", responses=answer(MemberRecord, many=True))
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """List the current members, as far as one may see them."""
        records = member_records(log_view_of(self.member), None).values()
        return Response(sorted(records, key=lambda member: (member.name, member.id)))
