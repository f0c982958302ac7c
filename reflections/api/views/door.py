"""The door of a session over HTTP: for whoever runs it."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.door import DoorInput
from reflections.records.participant import (
    DoorRecord,
    ParticipantRecord,
    door_record,
    participant_record,
)
from reflections.services.door import (
    Door,
    admit_participant,
    change_door,
    remove_participant,
    renew_join_secrets,
)
from web.json import read
from web.openapi import answer, body


class DoorView(MemberView):
    """How one gets in."""

    @extend_schema(request=body(DoorInput), responses=answer(DoorRecord))
    def put(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Say who may come in from now on."""
        door = Door(**msgspec.structs.asdict(read(request, DoorInput)))
        return Response(door_record(change_door(self.member, session_id, door=door)))


class JoinSecretsView(MemberView):
    """The link and the code that people come in by."""

    @extend_schema(request=None, responses=answer(DoorRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Make the old ones useless."""
        return Response(door_record(renew_join_secrets(self.member, session_id)))


class AdmissionView(MemberView):
    """Somebody who waits at the door."""

    @extend_schema(request=None, responses=answer(ParticipantRecord))
    def post(
        self, request: Request, partnership_id: UUID, session_id: UUID, participant_id: UUID
    ) -> Response:
        """Let her in."""
        part = admit_participant(self.member, session_id, participant_id=participant_id)
        return Response(participant_record(part))


class RemovalView(MemberView):
    """Somebody who is to be in the session no longer."""

    @extend_schema(request=None, responses=answer(ParticipantRecord))
    def post(
        self, request: Request, partnership_id: UUID, session_id: UUID, participant_id: UUID
    ) -> Response:
        """Take her out; what she wrote stays."""
        part = remove_participant(self.member, session_id, participant_id=participant_id)
        return Response(participant_record(part))
