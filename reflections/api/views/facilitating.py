"""Running a session over HTTP; each view hands over to one use case."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.facilitating import (
    MemberInput,
    MoreTimeInput,
    NewPhaseInput,
    PhaseOrderInput,
    PhaseWordingInput,
    TimerInput,
    TopicInput,
)
from reflections.api.visiting import ParticipantView
from reflections.models.session import ReflectionSession
from reflections.records.facilitating import TimerRecord, timer_record
from reflections.records.session import PhaseRecord, SessionRecord, phase_record, session_record
from reflections.services.facilitators import add_facilitator, hand_over, remove_facilitator
from reflections.services.phases import PhaseWording, add_phase, change_phase, order_phases
from reflections.services.presenting import present_topic, stop_presenting
from reflections.services.signals import signal_ready, take_ready_back
from reflections.services.timing import extend_timer, start_timer, stop_timer
from web.json import read
from web.openapi import answer, body, no_answer


class TimerView(MemberView):
    """The time that a session gives itself."""

    @extend_schema(request=body(TimerInput), responses=answer(TimerRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, timer_id: UUID
    ) -> Response:
        """Start a timer; the id is made by the caller and makes repeats harmless."""
        minutes = read(request, TimerInput).minutes
        timer = start_timer(self.member, session_id, timer_id=timer_id, minutes=minutes)
        return Response(timer_record(timer))

    @extend_schema(request=body(MoreTimeInput), responses=answer(TimerRecord))
    def patch(
        self, request: Request, partnership_id: UUID, session_id: UUID, timer_id: UUID
    ) -> Response:
        """Give it more time."""
        more = read(request, MoreTimeInput)
        timer = extend_timer(
            self.member,
            session_id,
            timer_id=timer_id,
            minutes=more.minutes,
            ends_at=more.ends_at,
        )
        return Response(timer_record(timer))

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, timer_id: UUID
    ) -> Response:
        """Stop it."""
        stop_timer(self.member, session_id)
        return Response(status=204)


class OnePhaseView(MemberView):
    """One part of a session."""

    @extend_schema(request=body(NewPhaseInput), responses=answer(PhaseRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, phase_id: UUID
    ) -> Response:
        """Add it at the end; the id is made by the caller and makes repeats harmless."""
        new = read(request, NewPhaseInput)
        wording = PhaseWording(title=new.title, prompt=new.prompt, minutes=new.minutes)
        phase = add_phase(
            self.member, session_id, phase_id=phase_id, kind=new.kind, wording=wording
        )
        return Response(phase_record(phase))

    @extend_schema(request=body(PhaseWordingInput), responses=answer(PhaseRecord))
    def patch(
        self, request: Request, partnership_id: UUID, session_id: UUID, phase_id: UUID
    ) -> Response:
        """Give it another name, question or length."""
        said = read(request, PhaseWordingInput)
        wording = PhaseWording(title=said.title, prompt=said.prompt, minutes=said.minutes)
        phase = change_phase(
            self.member, session_id, phase_id=phase_id, wording=wording, version=said.version
        )
        return Response(phase_record(phase))


class PhaseOrderView(MemberView):
    """The order of the parts of a session."""

    @extend_schema(request=body(PhaseOrderInput), responses=answer(SessionRecord))
    def put(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Put them in another order."""
        phase_ids = read(request, PhaseOrderInput).phase_ids
        return _shown(order_phases(self.member, session_id, phase_ids=phase_ids))


class ReadyView(ParticipantView):
    """Whether one is done with a part of the session."""

    @extend_schema(request=None, responses=no_answer())
    def post(
        self, request: Request, partnership_id: UUID, session_id: UUID, phase_id: UUID
    ) -> Response:
        """Say that one is."""
        signal_ready(self.participant, phase_id=phase_id)
        return Response(status=204)

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, phase_id: UUID
    ) -> Response:
        """Say that one is not, after all."""
        take_ready_back(self.participant, phase_id=phase_id)
        return Response(status=204)


class PresentationView(MemberView):
    """What every screen shows."""

    @extend_schema(request=body(TopicInput), responses=no_answer())
    def put(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Bring every screen to a topic."""
        topic = read(request, TopicInput)
        present_topic(self.member, session_id, about=topic.about, topic_id=topic.topic_id)
        return Response(status=204)

    @extend_schema(request=None, responses=no_answer())
    def delete(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Let everybody look around again."""
        stop_presenting(self.member, session_id)
        return Response(status=204)


class FacilitatorView(MemberView):
    """Somebody who runs a session beside its facilitator."""

    @extend_schema(request=None, responses=answer(SessionRecord))
    def post(
        self, request: Request, partnership_id: UUID, session_id: UUID, member_id: UUID
    ) -> Response:
        """Let her run it as well."""
        return _shown(add_facilitator(self.member, session_id, member_id=member_id))

    @extend_schema(request=None, responses=answer(SessionRecord))
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, member_id: UUID
    ) -> Response:
        """End that; she may step back herself."""
        return _shown(remove_facilitator(self.member, session_id, member_id=member_id))


class LeadView(MemberView):
    """Who leads a session."""

    @extend_schema(request=body(MemberInput), responses=answer(SessionRecord))
    def put(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Hand the lead over."""
        member_id = read(request, MemberInput).member_id
        return _shown(hand_over(self.member, session_id, member_id=member_id))


def _shown(session: ReflectionSession) -> Response:
    return Response(session_record(session))
