from dataclasses import asdict
from datetime import timedelta

import pytest

from kernel.clock import at, now, today
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError, StaleVersionError
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession
from reflections.services.dispositions import Answer, answer_of, dispose_of_insight
from reflections.services.insights import Wording, draft_insight
from reflections.states import NEEDS_A_REASON, Disposition
from tests import cast, endings
from tests.unchanged import nothing_changed

LATER = today() + timedelta(days=90)
WHOLE = {
    Disposition.ACT: Answer("act"),
    Disposition.ASK: Answer("ask", question="When do people fall?"),
    Disposition.DECIDE: Answer("decide"),
    Disposition.ESCALATE: Answer("escalate", escalated_to="County board", answer_by=LATER),
    Disposition.PARK: Answer("park", "No money this year", revisit_on=LATER),
    Disposition.NO: Answer("no", "Not ours to do"),
}


def _dispose(member, session, insight, answer, version=1):
    return dispose_of_insight(
        member, session.pk, insight_id=insight.pk, answer=answer, version=version
    )


@pytest.mark.parametrize("disposition", Disposition.values)
def test_every_answer_is_kept_with_what_belongs_to_it(
    ada, session, insight, disposition, kinds_since
):
    answer = WHOLE[disposition]

    answered = _dispose(ada, session, insight, answer)

    answered.refresh_from_db()
    assert answer_of(answered) == answer
    assert (answered.disposed_by, answered.version) == (ada, 2)
    assert answered.disposed_at is not None
    assert "insight.disposed" in kinds_since(0)[-2:]
    with nothing_changed():
        _dispose(ada, session, insight, answer)


@pytest.mark.parametrize("disposition", Disposition.values)
def test_what_does_not_belong_to_an_answer_is_left_out(ada, session, insight, disposition):
    everything = Answer(disposition, " Why ", " What? ", " Board ", LATER, LATER)

    answer = answer_of(_dispose(ada, session, insight, everything))

    kept = {name for name, value in vars(answer).items() if value} - {"disposition"}
    assert answer.reason == "Why"
    assert kept - {"reason"} == {
        Disposition.ASK: {"question"},
        Disposition.ESCALATE: {"escalated_to", "answer_by"},
        Disposition.PARK: {"revisit_on"},
    }.get(disposition, set())


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        (Answer("eat"), "disposition"),
        (Answer(""), "disposition"),
        (Answer("ask"), "question"),
        (Answer("escalate", answer_by=LATER), "escalated_to"),
        (Answer("escalate", escalated_to="Board"), "answer_by"),
        (Answer("escalate", escalated_to="Board", answer_by=today() - timedelta(1)), "answer_by"),
        (Answer("park", "No money"), "revisit_on"),
        (Answer("park", "No money", revisit_on=today() - timedelta(1)), "revisit_on"),
        (Answer("park", revisit_on=LATER), "reason"),
        (Answer("no"), "reason"),
        (Answer("no", "\u200b"), "reason"),
        (Answer("act", "x" * 501), "reason"),
    ],
)
def test_what_an_answer_needs_is_named(ada, session, insight, answer, field):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _dispose(ada, session, insight, answer)

    assert refused.value.field == field


def test_only_a_no_and_a_not_now_need_a_reason():
    without = {one for one, answer in WHOLE.items() if not answer.reason}

    assert without == set(Disposition) - NEEDS_A_REASON


def test_a_day_that_has_passed_since_may_stay(ada, session, insight):
    _dispose(ada, session, insight, WHOLE[Disposition.PARK])

    with at(now() + timedelta(days=200)):
        again = Answer("park", "Still no money", revisit_on=LATER)
        assert _dispose(ada, session, insight, again, version=2).revisit_on == LATER


def test_who_answers_after_somebody_else_is_told_both(ada, cem, session, insight):
    _dispose(cem, session, insight, WHOLE[Disposition.NO])

    with nothing_changed(), pytest.raises(StaleVersionError) as refused:
        _dispose(ada, session, insight, WHOLE[Disposition.ACT])

    assert refused.value.details == {
        "current": {**asdict(WHOLE[Disposition.NO]), "version": 2},
        "yours": {**asdict(WHOLE[Disposition.ACT]), "version": 1},
    }


def test_an_answer_can_change_also_after_the_end(ada, session, insight):
    endings.answered(ada, session, insight)
    endings.closed(ada, session)

    changed = _dispose(ada, session, insight, WHOLE[Disposition.ESCALATE], version=2)

    assert (changed.disposition, changed.question) == ("escalate", "")


def test_a_draft_is_agreed_on_before_it_is_answered(ada, session, insight):
    wording = Wording("Rails help", [note.pk for note in insight.notes.all()])
    draft = draft_insight(ada, session.pk, insight_id=cast.uuid4(), wording=wording)

    with nothing_changed(), pytest.raises(ConflictError, match="Agree on this insight first"):
        _dispose(ada, session, draft, WHOLE[Disposition.ACT])


def test_nobody_else_says_what_becomes_of_it(bo, mira, ada, session, insight):
    other = cast.agreed(ada, cast.collecting(ada))

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            _dispose(bo, session, insight, WHOLE[Disposition.ACT])
        with pytest.raises(ReflectionSession.DoesNotExist):
            _dispose(mira, session, insight, WHOLE[Disposition.ACT])
        with pytest.raises(Insight.DoesNotExist):
            _dispose(ada, session, other, WHOLE[Disposition.ACT])
