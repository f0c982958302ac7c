"""One small year of a partnership, whose figures were computed by hand."""

from datetime import date, timedelta
from uuid import uuid4

from actions.indicators.facts import (
    ActionFacts,
    EscalationFacts,
    Facts,
    InsightFacts,
    NoteFacts,
    QuestionFacts,
    SessionFacts,
)

TODAY = date(2026, 9, 30)
ENDED = date(2026, 3, 10)
DAY = timedelta(days=1)


def an_action(**others):
    """An action that was taken up two days after its session, with 20 days left at first."""
    usual = {
        "id": uuid4(),
        "state": "in_progress",
        "level": "",
        "strength": "",
        "session_ended": ENDED,
        "insight_ids": frozenset(),
        "note_ids": frozenset(),
        "says_all": True,
        "offered": ENDED,
        "accepted": ENDED + 2 * DAY,
        "started": None,
        "original_due": ENDED + 20 * DAY,
        "due": ENDED + 20 * DAY,
        "due_changes": 0,
        "done": None,
        "is_verified": False,
        "review_on": None,
        "effects": (),
        "changing_looks": 0,
        "last_news": TODAY - 10 * DAY,
        "orphaned_since": None,
        "seen_in": 0,
        "escalations": (),
        "handovers": (),
    }
    return ActionFacts(**{**usual, **others})


def a_question_above(answered=0, taken_back=0, answer_by=20):
    """A question to somebody above on the day of the session; what happened after so many days."""
    return EscalationFacts(
        raised=ENDED,
        answer_by=ENDED + answer_by * DAY,
        answered=ENDED + answered * DAY if answered else None,
        taken_back=ENDED + taken_back * DAY if taken_back else None,
    )


def an_insight(**others):
    usual = {
        "id": uuid4(),
        "session_id": uuid4(),
        "level": "",
        "disposition": "",
        "note_ids": frozenset(),
        "is_sent_up": False,
        "has_reply": False,
        "says_again": False,
    }
    return InsightFacts(**{**usual, **others})


def a_done_action(after, effect="", **others):
    """Done so many days after the session; with an effect it was confirmed and looked at, too."""
    seen = {"state": "closed", "is_verified": True, "effects": (effect,)} if effect else {}
    return an_action(**{"state": "done", "done": ENDED + after * DAY, **seen, **others})


NOTES = [uuid4() for _ in range(6)]
HOMES = an_insight(level="macro", disposition="act", note_ids=frozenset(NOTES[:3]))
RAILS = an_insight(level="micro", disposition="act", note_ids=frozenset(NOTES[2:4]))
MONEY = an_insight(level="meso", disposition="no", is_sent_up=True, has_reply=True)
VISIT = an_insight(level="meso", disposition="ask", is_sent_up=True)
STAIRS = an_insight(says_again=True)
ACTIONS = [
    a_done_action(
        15, "helped", insight_ids=frozenset([HOMES.id]), level="micro", strength="training"
    ),
    a_done_action(
        20,
        "none",
        changing_looks=1,
        insight_ids=frozenset([HOMES.id]),
        level="macro",
        strength="structure",
    ),
    a_done_action(
        45, due=ENDED + 50 * DAY, due_changes=2, accepted=ENDED + 9 * DAY, strength="process"
    ),
    an_action(
        insight_ids=frozenset([RAILS.id]),
        level="micro",
        strength="informing",
        started=ENDED + 12 * DAY,
        last_news=TODAY - 40 * DAY,
        seen_in=3,
        handovers=(False, True),
        escalations=(
            *(a_question_above(answered=days) for days in (3, 8, 20, 21)),
            # Answered before a day that is still to come: it took some days, and is not in time yet.
            a_question_above(answered=10, answer_by=300),
        ),
    ),
    an_action(
        says_all=False, strength="informing", accepted=ENDED - DAY, note_ids=frozenset(NOTES[4:5])
    ),
    an_action(
        state="declined",
        accepted=None,
        orphaned_since=TODAY - 9 * DAY,
        handovers=(False,),
        # Taken back in time, taken back too late, and without an answer to this day.
        escalations=(
            a_question_above(taken_back=20),
            a_question_above(taken_back=21),
            a_question_above(),
        ),
    ),
    # Its first date is still to come.
    an_action(state="proposed", accepted=None, original_due=TODAY, due=TODAY),
]
NOTE_FACTS = [
    NoteFacts(id=pk, session_ended=ENDED, promised=ENDED + 21 * DAY, answered=answered)
    for pk, answered in zip(
        NOTES,
        [ENDED + days * DAY if days else None for days in (10, 21, 22, 30, 40, 0)],
        strict=True,
    )
]
SESSION = SessionFacts(
    id=uuid4(),
    expected_groups=frozenset(["citizens", "hospital", "insurer"]),
    groups=frozenset(["citizens", "hospital", "business"]),
    citizens=1,
    expects_citizens=True,
)
QUESTIONS = [
    QuestionFacts(asked=TODAY - days * DAY, is_persistent=days > 179, has_deep_dive=days == 300)
    for days in (200, 300, 20)
]
FACTS = Facts(
    today=TODAY,
    check_in_days=28,
    sessions=[SESSION],
    notes=NOTE_FACTS,
    insights=[HOMES, RAILS, MONEY, VISIT, STAIRS],
    actions=ACTIONS,
    questions=QUESTIONS,
    origins=[],
    reactions=[],
    own_open=2,
    own_most=5,
)
