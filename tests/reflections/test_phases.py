from uuid import uuid4

import pytest

from actions.services.closing import close_session
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    StaleVersionError,
    WrongPhaseError,
)
from reflections.models.session import ReflectionSession, SessionPhase
from reflections.services.phases import (
    MOST_PHASES,
    PhaseWording,
    add_phase,
    change_phase,
    order_phases,
)
from reflections.states import PhaseKind
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def phase(session):
    return session.phases.get(kind=PhaseKind.GROUP)


def _wording(title="Look once more", prompt="What did we miss?", minutes=5):
    return PhaseWording(title=title, prompt=prompt, minutes=minutes)


def _add(member, session, phase_id=None, kind=PhaseKind.DISCUSS, **wording):
    return add_phase(
        member,
        session.pk,
        phase_id=phase_id or uuid4(),
        kind=kind,
        wording=_wording(**wording),
    )


def _change(member, session, phase, version=1, **wording):
    return change_phase(
        member, session.pk, phase_id=phase.pk, wording=_wording(**wording), version=version
    )


def _titles(session):
    return [phase.title for phase in session.phases.all()]


def _titles_in(session, block):
    return [phase.title for phase in session.phases.filter(block=block)]


def test_a_part_is_added_before_the_closing_while_the_session_runs(ada, session, kinds_since):
    body, closing = _titles_in(session, "body"), _titles_in(session, "closing")

    phase = _add(ada, session, title=" Look  once more")

    assert closing
    assert _titles(session) == [*body, "Look once more", *closing]
    assert (phase.kind, phase.prompt, phase.minutes) == ("discuss", "What did we miss?", 5)
    assert kinds_since(0)[-2:] == ["session.phases_changed"] * 2
    with nothing_changed():
        assert _add(ada, session, phase.pk) == phase


def test_a_part_is_added_at_the_end_of_a_session_without_a_closing(ada, session):
    body = _titles_in(session, "body")
    session.phases.filter(block="closing").delete()

    _add(ada, session)

    assert _titles(session) == [*body, "Look once more"]


def test_a_part_of_another_kind_or_session_is_taken(ada, session):
    phase, other = _add(ada, session), cast.plan(ada)

    with nothing_changed():
        for where, kind in ((session, PhaseKind.VOTE), (other, PhaseKind.DISCUSS)):
            with pytest.raises(IdConflictError):
                _add(ada, where, phase.pk, kind=kind)


def test_a_session_has_not_more_parts_than_one_can_look_over(ada, session):
    for _ in range(MOST_PHASES - session.phases.count()):
        _add(ada, session)

    with nothing_changed(), pytest.raises(ConflictError):
        _add(ada, session)


def test_a_part_gets_another_name_question_and_length(ada, session, phase):
    changed = _change(ada, session, phase, minutes=25)

    assert (changed.title, changed.prompt, changed.minutes) == (
        "Look once more",
        "What did we miss?",
        25,
    )
    assert changed.version == 2
    with nothing_changed():
        _change(ada, session, phase, minutes=25)


def test_whoever_changes_a_part_second_sees_both_texts(ada, cem, session, phase):
    _change(ada, session, phase)

    with nothing_changed(), pytest.raises(StaleVersionError) as refused:
        _change(cem, session, phase, title="Sort")

    assert refused.value.details["current"]["title"] == "Look once more"
    assert refused.value.details["yours"]["title"] == "Sort"


def test_parts_are_put_in_another_order_and_the_session_stays_where_it_is(ada, session):
    phases = list(session.phases.all())
    where = session.current_phase_id

    order_phases(ada, session.pk, phase_ids=[phase.pk for phase in reversed(phases)])

    session.refresh_from_db()
    assert list(session.phases.all()) == phases[::-1]
    assert session.current_phase_id == where
    with nothing_changed():
        order_phases(ada, session.pk, phase_ids=[phase.pk for phase in reversed(phases)])


def test_an_order_names_every_part_once(ada, session):
    ids = [phase.pk for phase in session.phases.all()]

    for wrong in (ids[1:], [*ids, ids[0]], [*ids[1:], uuid4()]):
        with nothing_changed(), pytest.raises(ConflictError):
            order_phases(ada, session.pk, phase_ids=wrong)


def test_notes_stay_where_they_are_when_parts_change(ada, bo, session):
    note = cast.write(bo, session)
    ids = [phase.pk for phase in session.phases.all()]

    order_phases(ada, session.pk, phase_ids=ids[::-1])
    _change(ada, session, session.phases.filter(kind=PhaseKind.COLLECT)[0])

    assert list(session.notes.all()) == [note]
    assert cast.write(bo, session, "One more").session == session


def test_nobody_else_changes_the_parts(bo, ada, mira, session, phase):
    acts = (
        _add,
        lambda who, where: _change(who, where, phase),
        lambda who, where: order_phases(who, where.pk, phase_ids=[]),
    )

    with nothing_changed():
        for act in acts:
            with pytest.raises(NotAllowedError):
                act(bo, session)
            with pytest.raises(ReflectionSession.DoesNotExist):
                act(mira, session)


def test_a_part_of_another_session_is_not_here(ada, session):
    other = cast.plan(ada).phases.all()[0]

    with nothing_changed(), pytest.raises(SessionPhase.DoesNotExist):
        _change(ada, session, other)


def test_the_parts_of_a_finished_session_stay(ada, session, phase):
    close_session(ada, session.pk)

    with nothing_changed():
        for act in (_add, lambda who, where: _change(who, where, phase)):
            with pytest.raises(WrongPhaseError):
                act(ada, session)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("title", "\u200b"), ("title", "x" * 81), ("prompt", "x" * 301), ("minutes", 0)],
)
def test_a_part_is_worded_so_that_it_can_be_read(ada, session, phase, field, wrong):
    with nothing_changed():
        for act in (_add, lambda who, where, **words: _change(who, where, phase, **words)):
            with pytest.raises(InvalidInputError) as refused:
                act(ada, session, **{field: wrong})
            assert refused.value.field == field


def test_a_part_is_of_a_kind_that_there_is(ada, session):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _add(ada, session, kind="dance")

    assert refused.value.field == "kind"
