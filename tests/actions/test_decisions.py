from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from actions.models.decision import Decision
from actions.queries.decisions import decisions_of
from actions.records.decision import decision_record
from actions.services.decisions import DecisionWording, record_decision, revise_decision
from actions.services.origin import Origin
from kernel.clock import today
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    StaleVersionError,
    WrongPhaseError,
)
from reflections.models.session import ReflectionSession
from tests import cast, endings
from tests.unchanged import nothing_changed

ASKED = DecisionWording(text="Do we visit every home?", options="All, half or none")


def _record(member, session, insight, wording=ASKED, decision_id=None):
    return record_decision(
        member,
        session.pk,
        decision_id=decision_id or uuid4(),
        wording=wording,
        origin=Origin(insight_id=insight.pk if insight else None),
    )


def _shown(member, decision):
    return decision_record(decisions_of(member).get(pk=decision.pk))


def _taken(decider, **others):
    return replace(endings.taken(decider), **others)


def test_an_insight_becomes_something_to_decide(ada, otto, session, insight, kinds_since):
    start = len(kinds_since(0))

    decision = _record(ada, session, insight)

    shown = _shown(otto, decision)
    assert (shown.number, shown.text, shown.options) == (1, ASKED.text, ASKED.options)
    assert (shown.state, shown.decided_on, shown.version) == ("proposed", None, 1)
    assert (shown.session_title, shown.insight_id) == ("Falls at home", insight.pk)
    assert shown.note_ids == sorted(note.pk for note in insight.notes.all())
    assert shown.recorded_by_name == "Ada Visser"
    insight.refresh_from_db()
    assert insight.disposition == "decide"
    assert kinds_since(0)[start:] == [
        "decision.recorded",
        "decision.recorded",
        "insight.disposed",
    ]


def test_what_was_decided_is_kept_with_why_by_whom_and_who_saw_it_differently(
    ada, bo, cem, session, insight
):
    wording = _taken(
        bo,
        dissent=" Otto: too expensive ",
        decided_by="Steering group",
        decider_ids=[cem.pk, bo.pk, bo.pk],
        review_on=today() + timedelta(days=180),
    )

    shown = _shown(ada, _record(ada, session, insight, wording))

    assert (shown.state, shown.decided_on) == ("decided", today())
    assert (shown.rationale, shown.dissent) == (
        "A visit costs less than a broken hip",
        "Otto: too expensive",
    )
    assert (shown.decided_by, shown.decider_names) == (
        "Steering group",
        ["Bo Jansen", "Cem Aydin"],
    )
    assert shown.review_on == today() + timedelta(days=180)


def test_notes_become_a_decision_without_an_insight(ada, bo, session):
    notes = cast.revealed(bo, session)

    decision = record_decision(
        ada,
        session.pk,
        decision_id=uuid4(),
        wording=ASKED,
        origin=Origin(note_ids=[note.pk for note in notes]),
    )

    assert (decision.insight, set(decision.notes.all())) == (None, set(notes))


def test_the_same_decision_sent_again_changes_nothing(ada, bo, session, insight):
    taken = _taken(bo)
    decision = _record(ada, session, insight, taken)

    with nothing_changed():
        assert _record(ada, session, insight, taken, decision.pk) == decision
        with pytest.raises(IdConflictError):
            _record(ada, session, insight, ASKED, decision.pk)


def test_what_is_asked_is_reworded_and_then_decided(ada, bo, cem, session, insight, kinds_since):
    decision = _record(ada, session, insight)
    start = len(kinds_since(0))

    reworded = revise_decision(cem, decision.pk, wording=replace(ASKED, text="Whom?"), version=1)
    decided = revise_decision(ada, decision.pk, wording=_taken(bo), version=2)

    assert (reworded.text, reworded.state) == ("Whom?", "proposed")
    assert (decided.text, decided.state, decided.version) == (
        "Every home gets a visit",
        "decided",
        3,
    )
    assert kinds_since(0)[start:] == ["decision.revised"] * 4
    with nothing_changed():
        revise_decision(ada, decision.pk, wording=_taken(bo), version=2)
        with pytest.raises(ConflictError, match="stays as it is"):
            revise_decision(ada, decision.pk, wording=ASKED, version=3)


def test_who_changes_an_older_text_is_told_both(ada, cem, session, insight):
    decision = _record(ada, session, insight)
    revise_decision(cem, decision.pk, wording=replace(ASKED, text="Whom?"), version=1)

    with nothing_changed(), pytest.raises(StaleVersionError) as refused:
        revise_decision(ada, decision.pk, wording=replace(ASKED, text="When?"), version=1)

    assert refused.value.details == {
        "current": {"text": "Whom?", "version": 2},
        "yours": {"text": "When?", "version": 1},
    }


def test_a_later_decision_takes_the_place_of_an_earlier_one(ada, bo, session, kinds_since):
    earlier = endings.decision(ada, cast.collecting(ada), _taken(bo))
    asked = endings.decision(ada, session, replace(ASKED, replaces_id=earlier.pk))
    before = _shown(ada, earlier)
    assert (before.state, before.replaced_by_id) == ("decided", None)
    start = len(kinds_since(0))

    wording = _taken(bo, text="Only those who ask", replaces_id=earlier.pk)
    revise_decision(ada, asked.pk, wording=wording, version=1)

    was, now = _shown(ada, earlier), _shown(ada, asked)
    assert (was.state, was.replaced_by_id) == ("superseded", asked.pk)
    assert (now.state, now.replaces_id) == ("decided", earlier.pk)
    assert kinds_since(0)[start:] == ["decision.revised", "decision.replaced"] * 2


def test_only_a_decision_that_holds_is_replaced_and_by_one_only(ada, bo, mira, session, insight):
    holding = endings.decision(ada, session, _taken(bo))
    open_one = endings.decision(ada, session)
    foreign = endings.decision(mira, None, _taken(mira))
    _record(ada, session, insight, replace(ASKED, replaces_id=holding.pk))

    for wrong in (holding, open_one, foreign):
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            _record(ada, session, insight, _taken(bo, replaces_id=wrong.pk))
        assert refused.value.field == "replaces_id"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 501}, "text"),
        ({"rationale": ""}, "rationale"),
        ({"decider_ids": []}, "decided_by"),
        ({"decider_ids": [uuid4()]}, "decider_ids"),
        ({"decided_on": today() + timedelta(days=1)}, "decided_on"),
        ({"review_on": today()}, "review_on"),
    ],
)
def test_what_a_decision_needs_is_named(ada, bo, session, insight, change, field):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _record(ada, session, insight, _taken(bo, **change))

    assert refused.value.field == field


def test_a_decision_is_written_down_after_the_end_too(ada, bo, session, insight):
    endings.answered(ada, session, insight)
    endings.closed(ada, session)

    assert _record(ada, session, insight, _taken(bo)).state == "decided"


def test_before_a_session_begins_nothing_is_decided(ada, session, insight):
    planned = cast.plan(ada)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        _record(ada, planned, None)


def test_nobody_else_writes_down_decisions(ada, bo, dag, mira, session, insight):
    decision = _record(ada, session, insight)

    with nothing_changed():
        for member in (bo, dag):
            with pytest.raises(NotAllowedError):
                _record(member, session, insight)
            with pytest.raises(NotAllowedError):
                revise_decision(member, decision.pk, wording=_taken(bo), version=1)
        with pytest.raises(ReflectionSession.DoesNotExist):
            _record(mira, session, insight)
        with pytest.raises(Decision.DoesNotExist):
            revise_decision(mira, decision.pk, wording=_taken(mira), version=1)


def test_each_partnership_counts_and_reads_its_own(ada, mira, otto, session):
    first, second = endings.decision(ada, session), endings.decision(ada, session)
    foreign = endings.decision(mira)

    assert [one.number for one in decisions_of(otto)] == [2, 1]
    assert (first.number, second.number, foreign.number) == (1, 2, 1)
    assert str(second) == "2. Do we visit every home?"
