"""Reading what figures count of sessions, notes and insights: groups and days, never people."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.timezone import localtime

from actions.indicators.facts import InsightFacts, NoteFacts, QuestionFacts, SessionFacts
from actions.models.action import Translation
from kernel.clock import today
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership, StakeholderGroup
from partnerships.permissions import Role
from reflections.learning_agenda import STANDING
from reflections.models.feedback import Feedback
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.participant import Participant, ParticipantState
from reflections.models.reaction import Reaction, Verdict
from reflections.models.recurrence import Recurrence
from reflections.models.region_item import RegionItem
from reflections.models.session import ReflectionSession
from reflections.queries.questions import learning_agenda
from reflections.states import InsightState, SessionState

CITIZENS = str(StakeholderGroup.CITIZENS)


def session_facts(session_ids: Collection[UUID]) -> list[SessionFacts]:
    """Return which groups were in the finished ones of these sessions."""
    joined = Participant.objects.filter(state=ParticipantState.JOINED, is_observer=False)
    sessions = (
        ReflectionSession.objects.filter(pk__in=session_ids, state=SessionState.CLOSED)
        .select_related("partnership")
        .prefetch_related(Prefetch("participants", joined.select_related("membership")))
    )
    return [_session(one) for one in sessions.order_by("pk")]


def _session(session: ReflectionSession) -> SessionFacts:
    people = list(session.participants.all())
    expected = frozenset(session.partnership.expected_groups.get(session.scope, []))
    citizens = sum(_is_citizen(one) for one in people)
    groups = {one.group for one in people if one.group}
    return SessionFacts(
        id=session.pk,
        expected_groups=expected,
        groups=frozenset(groups | ({CITIZENS} if citizens else set())),
        citizens=citizens,
        expects_citizens=CITIZENS in expected,
    )


def _is_citizen(participant: Participant) -> bool:
    roles = participant.membership.roles if participant.membership else []
    return participant.group == CITIZENS or Role.CITIZEN_REPRESENTATIVE in roles


def note_facts(session_ids: Collection[UUID]) -> list[NoteFacts]:
    """Return the notes that everybody could read, and when those who gave them got an answer."""
    answers = defaultdict(list)
    for one in Feedback.objects.filter(session__in=session_ids):
        answers[one.session_id, one.insight_id].append(one)
    notes = (
        Note.objects.filter(
            session__in=session_ids, revealed_at__isnull=False, withdrawn_at__isnull=True
        )
        .select_related("session__partnership")
        .prefetch_related(Prefetch("insights", _agreed()))
    )
    return [_note(note, answers) for note in notes.order_by("pk")]


def _note(note: Note, answers: dict[tuple[UUID, UUID | None], list[Feedback]]) -> NoteFacts:
    about = [None, *(insight.pk for insight in note.insights.all())]
    told = [one for pk in about for one in answers.get((note.session_id, pk), [])]
    ended = localtime(note.session.ends_at).date()
    usual = ended + timedelta(days=note.session.partnership.feedback_days)
    published = [localtime(one.published_at).date() for one in told if one.published_at]
    return NoteFacts(
        id=note.pk,
        session_ended=ended,
        promised=min((one.promised_by for one in told if one.promised_by), default=usual),
        answered=min(published, default=None),
    )


def insight_facts(session_ids: Collection[UUID]) -> list[InsightFacts]:
    """Return the agreed insights, with what became of them."""
    sent_up = RegionItem.objects.filter(insight=OuterRef("pk"), taken_back_at=None)
    found = _agreed().filter(session__in=session_ids)
    again = Recurrence.objects.filter(insight=OuterRef("pk"), is_confirmed=True)
    found = found.annotate(
        was_sent_up=Exists(sent_up),
        has_reply=Exists(sent_up.exclude(replied_at=None)),
        says_again=Exists(again),
    )
    return [
        InsightFacts(
            id=one.pk,
            session_id=one.session_id,
            level=one.level,
            disposition=one.disposition,
            note_ids=frozenset(note.pk for note in one.notes.all()),
            is_sent_up=one.was_sent_up,
            has_reply=one.has_reply,
            says_again=one.says_again,
        )
        for one in found.prefetch_related("notes").order_by("pk")
    ]


def origins_of(partnership: Partnership) -> list[list[tuple[bool, bool]]]:
    """Return of the insights of each finished session whether they come from citizens and became action.

    Where a note says nothing of its writer, it counts as nobody's.
    """
    named = Q(author__group=CITIZENS) | Q(writer_group=CITIZENS)
    theirs = Note.objects.filter(named, insights=OuterRef("pk"), withdrawn_at__isnull=True)
    accepted = Translation.objects.filter(insight=OuterRef("pk"), action__accepted_at__isnull=False)
    found = (
        _agreed()
        .filter(session__partnership=partnership, session__state=SessionState.CLOSED)
        .annotate(is_theirs=Exists(theirs), is_acted_on=Exists(accepted))
        .order_by("session__closed_at", "session", "pk")
    )
    steps: defaultdict[UUID, list[tuple[bool, bool]]] = defaultdict(list)
    for one in found:
        steps[one.session_id].append((one.is_theirs, one.is_acted_on))
    return list(steps.values())


def question_facts(member: Membership, theme_id: UUID | None) -> list[QuestionFacts]:
    """Return the questions that are on the learning agenda now, on a theme or all of them."""
    return [
        QuestionFacts(
            asked=localtime(one.opened_at).date(),
            is_persistent=one.is_persistent,
            has_deep_dive=one.deep_dive_id is not None,
        )
        for one in learning_agenda(member)
        if one.state in STANDING and (theme_id is None or theme_id in one.theme_ids)
    ]


def reactions_of(partnership: Partnership) -> list[list[bool]]:
    """Return of each day that is over whether those who answered found their feedback helpful."""
    found = Reaction.objects.filter(feedback__session__partnership=partnership, on__lt=today())
    days: defaultdict[date, list[bool]] = defaultdict(list)
    for on, verdict in found.order_by("on", "pk").values_list("on", "verdict"):
        days[on].append(verdict == Verdict.HELPFUL)
    return list(days.values())


def _agreed() -> QuerySet[Insight]:
    return Insight.objects.filter(state=InsightState.AGREED)
