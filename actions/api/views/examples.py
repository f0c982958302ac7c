"""Examples over HTTP; each view hands over to one use case."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.examples import ExampleInput, ExampleQuery
from actions.queries.examples import ExampleFilter, examples_for
from actions.records.example import ExampleRecord, example_record
from actions.services.examples import ExampleWording, share_example, take_example_back
from partnerships.api.views import MemberView
from web.json import read, read_query
from web.openapi import answer, body, no_answer, query


class ExamplesView(MemberView):
    """What partnerships of the site share: actions and what came of them."""

    @extend_schema(
        operation_id="examples_list",
        parameters=query(ExampleQuery),
        responses=answer(ExampleRecord, many=True),
    )
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """List those that fit, the newest month first."""
        asked = msgspec.structs.asdict(read_query(request, ExampleQuery))
        return Response(examples_for(self.member, ExampleFilter(**asked)))


class ExampleView(MemberView):
    """What is shared of one action."""

    @extend_schema(request=body(ExampleInput), responses=answer(ExampleRecord))
    def put(
        self, request: Request, partnership_id: UUID, action_id: UUID, example_id: UUID
    ) -> Response:
        """Share it in these words; the id is made by the caller."""
        wording = ExampleWording(**msgspec.structs.asdict(read(request, ExampleInput)))
        made = share_example(self.member, action_id, example_id=example_id, wording=wording)
        return Response(example_record(made, self.member))


class ExampleWithdrawalView(MemberView):
    """That an action is not shared any more."""

    @extend_schema(request=None, responses=no_answer())
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Take it back."""
        take_example_back(self.member, action_id)
        return Response(status=204)
