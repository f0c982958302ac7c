from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist

from kernel.clock import at
from kernel.errors import NotAllowedError, WrongPhaseError
from reflections.models.facilitating import Presentation
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_of
from reflections.queries.facilitating import presentation_records
from reflections.records.facilitating import PresentationRecord
from reflections.services.groups import group_notes
from reflections.services.insights import Wording, draft_insight
from reflections.services.presenting import present_topic, stop_presenting
from reflections.states import PhaseKind
from tests import cast
from tests.unchanged import nothing_changed

MOMENT = cast.in_hours(1)


@pytest.fixture
def note(bo, session):
    return cast.revealed(bo, session, "Loose rugs")[0]


def _present(member, session, about, topic_id):
    present_topic(member, session.pk, about=about, topic_id=topic_id)


def _shown_to(member, session):
    return presentation_records(board_view_of(member, session.pk), None)


def test_every_screen_is_brought_to_a_topic(ada, bo, session, note, kinds_since):
    with at(MOMENT):
        _present(ada, session, "note", note.pk)

    assert _shown_to(bo, session) == {
        str(session.pk): PresentationRecord(
            id=session.pk, about="note", topic_id=note.pk, since=MOMENT
        )
    }
    assert kinds_since(0)[-1] == "presentation.changed"
    with nothing_changed():
        _present(ada, session, "note", note.pk)


def test_a_group_an_insight_and_an_action_can_be_presented(ada, bo, session, note):
    group = group_notes(ada, session.pk, group_id=uuid4(), note_ids=[note.pk])
    action = cast.proposed(ada, bo, session)
    insight = session.insights.get()

    for about, topic in (("group", group), ("insight", insight), ("action", action)):
        _present(ada, session, about, topic.pk)

        assert _shown_to(bo, session)[str(session.pk)].topic_id == topic.pk
    assert Presentation.objects.count() == 1


def test_whoever_presents_sees_a_draft_of_an_insight_too(ada, session, note):
    draft = draft_insight(
        ada, session.pk, insight_id=uuid4(), wording=Wording("Rugs are a risk", [note.pk])
    )

    _present(ada, session, "insight", draft.pk)

    assert _shown_to(ada, session)[str(session.pk)].topic_id == draft.pk


def test_only_what_stands_on_this_board_is_presented(ada, bo, session, note):
    hidden = cast.write(bo, session, "Hidden")
    other = cast.collecting(ada, bo)
    elsewhere = cast.revealed(bo, other, "Elsewhere")[0]
    action = cast.proposed(ada, bo, other)

    with nothing_changed():
        for about, topic_id in (
            ("note", hidden.pk),
            ("note", elsewhere.pk),
            ("action", action.pk),
            ("group", note.pk),
            ("insight", uuid4()),
            ("dance", note.pk),
        ):
            with pytest.raises(ObjectDoesNotExist):
                _present(ada, session, about, topic_id)


def test_presenting_ends_when_it_is_stopped_and_with_the_phase(ada, bo, session, note):
    _present(ada, session, "note", note.pk)
    stop_presenting(ada, session.pk)
    assert _shown_to(bo, session) == {}
    with nothing_changed():
        stop_presenting(ada, session.pk)

    _present(ada, session, "note", note.pk)
    cast.go_to(ada, session, PhaseKind.GROUP)
    assert _shown_to(bo, session) == {}


def test_nobody_else_moves_the_screens(bo, ada, mira, session, note):
    _present(ada, session, "note", note.pk)

    with nothing_changed():
        for act in (
            lambda who: _present(who, session, "note", note.pk),
            lambda who: stop_presenting(who, session.pk),
        ):
            with pytest.raises(NotAllowedError):
                act(bo)
            with pytest.raises(ReflectionSession.DoesNotExist):
                act(mira)


def test_nothing_is_presented_before_a_session_opens(ada, note):
    planned = cast.plan(ada)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        _present(ada, planned, "note", note.pk)
