"""Writing down what is said about a topic, and who does."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import NotAllowedError, WrongPhaseError
from kernel.text import clean_optional_text
from kernel.versions import must_be_current
from partnerships.models.membership import Membership
from reflections.events.discussion import MinutesWritten, MinuteTakerChanged
from reflections.models.discussion import Minutes
from reflections.models.participant import Participant
from reflections.policies import may_write_minutes
from reflections.queries.board import view_of
from reflections.queries.sessions import locked_session_for
from reflections.queries.talk import group_title_of, must_see_topic
from reflections.services.running import open_session_to_run
from reflections.states import OPEN_STATES

LONGEST_MINUTES = 4000


@transaction.atomic
def write_minutes(
    participant: Participant, *, about: str, topic_id: UUID, text: str, version: int
) -> Minutes:
    """Write the minutes of a topic anew (*version* is what was read before, 0 for the first)."""
    cleaned = clean_optional_text(text, field="text", most=LONGEST_MINUTES)
    session = locked_session_for(participant)
    if not may_write_minutes(participant):
        raise NotAllowedError(_("Only those who run the session, or whom they ask, take minutes."))
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_("This can be done only while the session is open."))
    must_see_topic(view_of(participant), about, topic_id)
    minutes = Minutes.objects.filter(session=session, topic_id=topic_id).first()
    if minutes is None:
        minutes = Minutes(session=session, about=about, topic_id=topic_id, version=0)
    if minutes.text == cleaned and minutes.version:
        return minutes
    must_be_current(
        minutes,
        version,
        _("Somebody else wrote in these minutes first. Choose which text to keep."),
        text=cleaned,
    )
    minutes.text = cleaned
    minutes.group_title = group_title_of(about, topic_id)
    minutes.version += 1
    minutes.changed_by = participant
    minutes.changed_at = now()
    minutes.save()
    record(MinutesWritten(topic_id), by=participant, on=[session_stream(session.pk)])
    return minutes


@transaction.atomic
def ask_for_minutes(member: Membership, session_id: UUID, *, participant_id: UUID) -> Participant:
    """Ask a participant to take minutes as well."""
    return _set_minute_taker(member, session_id, participant_id, takes_minutes=True)


@transaction.atomic
def release_from_minutes(
    member: Membership, session_id: UUID, *, participant_id: UUID
) -> Participant:
    """Let a participant off taking minutes."""
    return _set_minute_taker(member, session_id, participant_id, takes_minutes=False)


def _set_minute_taker(
    member: Membership, session_id: UUID, participant_id: UUID, *, takes_minutes: bool
) -> Participant:
    session = open_session_to_run(member, session_id)
    participant = Participant.objects.get(pk=participant_id, session=session)
    if participant.takes_minutes != takes_minutes:
        participant.takes_minutes = takes_minutes
        participant.save(update_fields=["takes_minutes"])
        record(MinuteTakerChanged(participant.pk), by=member, on=[session_stream(session.pk)])
    return participant
