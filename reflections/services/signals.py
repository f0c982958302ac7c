"""What a participant says with a press: that she is ready, and how she reacts to a topic."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import NotAllowedError, WrongPhaseError
from reflections.events.discussion import TopicReactedTo
from reflections.events.facilitating import ReadinessChanged
from reflections.models.discussion import ReactionKind, TopicReaction
from reflections.models.facilitating import ReadySignal
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.policies import may_signal
from reflections.queries.board import view_of
from reflections.queries.sessions import locked_session_for
from reflections.queries.talk import must_see_topic
from reflections.states import OPEN_STATES


@transaction.atomic
def signal_ready(participant: Participant, *, phase_id: UUID) -> None:
    """Say that one is done with the present phase; saying it twice is once."""
    session = _session_to_signal_in(participant)
    if session.current_phase_id != phase_id:
        raise WrongPhaseError(_("The session is in another part by now."))
    _signal, is_new = ReadySignal.objects.get_or_create(
        participant=participant, phase_id=phase_id, defaults={"at": now()}
    )
    if is_new:
        record(ReadinessChanged(session.pk), by=participant, on=[session_stream(session.pk)])


@transaction.atomic
def take_ready_back(participant: Participant, *, phase_id: UUID) -> None:
    """Say that one is not done after all."""
    session = _session_to_signal_in(participant)
    deleted, _by_kind = participant.ready_signals.filter(phase=phase_id).delete()
    if deleted:
        record(ReadinessChanged(session.pk), by=participant, on=[session_stream(session.pk)])


@transaction.atomic
def react(participant: Participant, *, about: str, topic_id: UUID, kind: str) -> None:
    """React to a topic; the same reaction twice is one."""
    session = _session_to_signal_in(participant)
    must_be_known(kind, ReactionKind.values, field="kind")
    must_see_topic(view_of(participant), about, topic_id)
    _reaction, is_new = TopicReaction.objects.get_or_create(
        session=session, participant=participant, about=about, topic_id=topic_id, kind=kind
    )
    if is_new:
        record(TopicReactedTo(topic_id), by=participant, on=[session_stream(session.pk)])


@transaction.atomic
def take_reaction_back(participant: Participant, *, topic_id: UUID, kind: str) -> None:
    """Take a reaction back; what is not there is back already."""
    session = _session_to_signal_in(participant)
    deleted, _by_kind = participant.topic_reactions.filter(topic_id=topic_id, kind=kind).delete()
    if deleted:
        record(TopicReactedTo(topic_id), by=participant, on=[session_stream(session.pk)])


def _session_to_signal_in(participant: Participant) -> ReflectionSession:
    session = locked_session_for(participant)
    if not may_signal(participant):
        raise NotAllowedError(_("You are here to look and listen."))
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_("This can be done only while the session is open."))
    return session
