"""The wording check over HTTP."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.wording import WordingInput
from actions.queries.wording import wording_of
from actions.records.wording import WordingRecord
from actions.wording.check import Draft
from partnerships.api.views import MemberView
from web.json import read
from web.openapi import answer, body


class WordingView(MemberView):
    """How the wording of an action does."""

    @extend_schema(request=body(WordingInput), responses=answer(WordingRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Look at it as far as it is typed; nothing is kept."""
        typed = read(request, WordingInput)
        draft = Draft(
            what=typed.title,
            due=typed.due,
            done_test=typed.done_test,
            cue=typed.if_cue,
            first_step=typed.first_step,
        )
        found = wording_of(
            self.member, session_id, draft=draft, owner_id=typed.owner_id, level=typed.level
        )
        return Response(found)
