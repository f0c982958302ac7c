"""Reading actions and decisions back before a session ends: whether it is what was meant."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.read_back import RemarkMade
from actions.models.action import ActionItem
from actions.models.decision import Decision
from actions.models.read_back import Remark, Verdict
from actions.policies import may_dissent, may_lead_read_back
from eventlog.events import session_stream
from eventlog.services import record
from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import IdConflictError, InvalidInputError, NotAllowedError, WrongPhaseError
from kernel.text import clean_optional_text
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.queries.sessions import locked_session_for
from reflections.states import OPEN_STATES


@dataclass(frozen=True)
class Said:
    """What somebody says of one action or one decision that is read back."""

    verdict: str
    action_id: UUID | None = None
    decision_id: UUID | None = None
    text: str = ""


@transaction.atomic
def make_remark(participant: Participant, *, remark_id: UUID, said: Said) -> Remark:
    """Say that something was read back and meant so, or that one sees it differently.

    Who runs the session says the first, once for each thing; everybody who joined may say the
    second, and what. The same id with the same content gives the first remark.
    """
    session = locked_session_for(participant)
    said = _cleaned(said)
    _must_be_allowed(participant, said)
    known = Remark.objects.filter(pk=remark_id).first()
    if known:
        return _same(known, participant, said)
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_("Things are read back while the session is open."))
    _must_be_of(session, said)
    if said.verdict == Verdict.MEANT and (before := _meant_before(said)):
        return before
    remark = Remark.objects.create(
        id=remark_id, session=session, by=participant, at=now(), **vars(said)
    )
    record(RemarkMade(remark.pk), by=participant, on=[session_stream(session.pk)])
    return remark


def _cleaned(said: Said) -> Said:
    must_be_known(said.verdict, Verdict.values, field="verdict")
    if (said.action_id is None) == (said.decision_id is None):
        raise InvalidInputError(_("Say it of one action or one decision."), field="action_id")
    text = clean_optional_text(said.text, field="text", most=500)
    if said.verdict == Verdict.DISSENT and not text:
        raise InvalidInputError(_("Please say what you see differently."), field="text")
    return Said(said.verdict, said.action_id, said.decision_id, text)


def _must_be_allowed(participant: Participant, said: Said) -> None:
    if said.verdict == Verdict.DISSENT and not may_dissent(participant):
        raise NotAllowedError(_("You cannot do this."))
    if said.verdict == Verdict.MEANT and not may_lead_read_back(participant):
        raise NotAllowedError(_("Only the facilitator or a programme manager can do this."))


def _same(known: Remark, participant: Participant, said: Said) -> Remark:
    first = Said(known.verdict, known.action_id, known.decision_id, known.text)
    if (known.by_id, first) != (participant.pk, said):
        raise IdConflictError(_("This remark was saved before with another content."))
    return known


def _must_be_of(session: ReflectionSession, said: Said) -> None:
    """Raise DoesNotExist for what does not come from this session."""
    if said.action_id:
        ActionItem.objects.get(pk=said.action_id, session=session)
    if said.decision_id:
        Decision.objects.get(pk=said.decision_id, session=session)


def _meant_before(said: Said) -> Remark | None:
    return Remark.objects.filter(
        verdict=Verdict.MEANT, action=said.action_id, decision=said.decision_id
    ).first()
