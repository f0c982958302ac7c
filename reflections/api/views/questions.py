"""The learning agenda over HTTP; each view hands over to one use case."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.questions import (
    DeepDiveInput,
    MergingInput,
    ProvisionalAnswerInput,
    QuestionChangeInput,
    QuestionInput,
    QuestionReasonInput,
    TalkInput,
)
from reflections.queries.questions import learning_agenda, open_questions_before, questions_of
from reflections.records.question import OpenQuestion, QuestionRecord, question_record
from reflections.services.questions import (
    QuestionWording,
    ask_question,
    plan_deep_dive,
    reword_question,
    talk_about_question,
)
from reflections.services.settling import (
    answer_question,
    dissolve_question,
    doubt_answer,
    merge_question,
    reopen_question,
    resolve_question,
)
from web.json import read
from web.openapi import answer, body


class QuestionsView(MemberView):
    """The learning agenda of a partnership."""

    @extend_schema(operation_id="questions_list", responses=answer(QuestionRecord, many=True))
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """List the questions: what persists, what is open, what is settled."""
        return Response(learning_agenda(self.member))


class OpenQuestionsView(MemberView):
    """The open questions that a session looks at first."""

    @extend_schema(operation_id="open_questions_list", responses=answer(OpenQuestion, many=True))
    def get(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """List those on its themes, what persists first."""
        return Response(open_questions_before(self.member, session_id))


class QuestionStepView(MemberView):
    """A step that ends with the question as it then is."""

    def shown(self, question_id: UUID) -> Response:
        """Answer with the question, read anew: the record shows more than the use case loaded."""
        return Response(question_record(questions_of(self.member).get(pk=question_id)))


class QuestionView(QuestionStepView):
    """One question."""

    @extend_schema(responses=answer(QuestionRecord))
    def get(self, request: Request, partnership_id: UUID, question_id: UUID) -> Response:
        """Show it."""
        return self.shown(question_id)

    @extend_schema(request=body(QuestionInput), responses=answer(QuestionRecord))
    def put(self, request: Request, partnership_id: UUID, question_id: UUID) -> Response:
        """Ask it; the id is made by the caller and makes repeats harmless."""
        said = msgspec.structs.asdict(read(request, QuestionInput))
        session_id = said.pop("session_id")
        wording = QuestionWording(**said)
        ask_question(self.member, question_id=question_id, wording=wording, session_id=session_id)
        return self.shown(question_id)

    @extend_schema(request=body(QuestionChangeInput), responses=answer(QuestionRecord))
    def patch(self, request: Request, partnership_id: UUID, question_id: UUID) -> Response:
        """Word it anew."""
        said = msgspec.structs.asdict(read(request, QuestionChangeInput))
        version = said.pop("version")
        wording = QuestionWording(**said)
        reword_question(self.member, question_id, wording=wording, version=version)
        return self.shown(question_id)


class ProvisionalAnswerView(QuestionStepView):
    """What somebody thinks for now."""

    @extend_schema(request=body(ProvisionalAnswerInput), responses=answer(QuestionRecord))
    def put(
        self, request: Request, partnership_id: UUID, question_id: UUID, answer_id: UUID
    ) -> Response:
        """Say it; the id is made by the caller and makes repeats harmless."""
        text = read(request, ProvisionalAnswerInput).text
        answer_question(self.member, question_id, answer_id=answer_id, text=text)
        return self.shown(question_id)


class ResolutionView(QuestionStepView):
    """That the answer holds."""

    @extend_schema(request=None, responses=answer(QuestionRecord))
    def post(self, request: Request, partnership_id: UUID, question_id: UUID) -> Response:
        """Say so."""
        resolve_question(self.member, question_id)
        return self.shown(question_id)


class DoubtView(QuestionStepView):
    """That the answer does not hold after all."""

    @extend_schema(request=body(QuestionReasonInput), responses=answer(QuestionRecord))
    def post(self, request: Request, partnership_id: UUID, question_id: UUID) -> Response:
        """Say so, and why."""
        doubt_answer(self.member, question_id, reason=read(request, QuestionReasonInput).reason)
        return self.shown(question_id)


class DissolutionView(QuestionStepView):
    """That it is no longer a question."""

    @extend_schema(request=body(QuestionReasonInput), responses=answer(QuestionRecord))
    def post(self, request: Request, partnership_id: UUID, question_id: UUID) -> Response:
        """Say so, and why."""
        reason = read(request, QuestionReasonInput).reason
        dissolve_question(self.member, question_id, reason=reason)
        return self.shown(question_id)


class ReaskingView(QuestionStepView):
    """That it is a question again."""

    @extend_schema(request=body(QuestionReasonInput), responses=answer(QuestionRecord))
    def post(self, request: Request, partnership_id: UUID, question_id: UUID) -> Response:
        """Ask it again, and say why."""
        reopen_question(self.member, question_id, reason=read(request, QuestionReasonInput).reason)
        return self.shown(question_id)


class QuestionMergingView(QuestionStepView):
    """That it is part of another question."""

    @extend_schema(request=body(MergingInput), responses=answer(QuestionRecord))
    def post(self, request: Request, partnership_id: UUID, question_id: UUID) -> Response:
        """Say of which."""
        merge_question(self.member, question_id, into_id=read(request, MergingInput).into_id)
        return self.shown(question_id)


class TalkView(QuestionStepView):
    """That a session talked about it."""

    @extend_schema(request=body(TalkInput), responses=answer(QuestionRecord))
    def post(self, request: Request, partnership_id: UUID, question_id: UUID) -> Response:
        """Say so; once for each session."""
        session_id = read(request, TalkInput).session_id
        talk_about_question(self.member, question_id, session_id=session_id)
        return self.shown(question_id)


class DeepDiveView(QuestionStepView):
    """The session of its own that is planned for it."""

    @extend_schema(request=body(DeepDiveInput), responses=answer(QuestionRecord))
    def put(self, request: Request, partnership_id: UUID, question_id: UUID) -> Response:
        """Say which, or that there is none any more."""
        session_id = read(request, DeepDiveInput).session_id
        plan_deep_dive(self.member, question_id, session_id=session_id)
        return self.shown(question_id)
