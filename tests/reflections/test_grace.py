from datetime import timedelta
from uuid import uuid4

import pytest

from actions.services.closing import close_session
from kernel.clock import at, now
from kernel.errors import WrongPhaseError
from reflections.course import Reveal
from reflections.models.session import SessionPhase
from reflections.services.leading import GRACE, move_to_phase
from reflections.services.notes import add_note
from reflections.states import PhaseKind
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def part(bo, session):
    return cast.part_of(bo, session)


def _add(part, session, column_id=None, text="One more thing"):
    return add_note(
        part,
        note_id=uuid4(),
        column_id=column_id or session.columns.all()[0].pk,
        text=text,
    )


def test_who_is_still_writing_when_collecting_ends_has_some_seconds(ada, part, session):
    cast.go_to(ada, session, PhaseKind.GROUP)

    with at(now() + GRACE - timedelta(seconds=1)):
        late = _add(part, session, text="One more thing")

    assert list(session.notes.all()) == [late]


def test_there_is_no_grace_once_the_session_is_finished(ada, part, session):
    cast.go_to(ada, session, PhaseKind.GROUP)
    close_session(ada, session.pk)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        _add(part, session)


def test_a_late_note_goes_as_its_own_phase_says(ada, part, session):
    collect, group = session.phases.all()[:2]
    SessionPhase.objects.filter(pk=group.pk).update(kind=PhaseKind.COLLECT, reveal=Reveal.LIVE)
    own = session.columns.all()[0]
    own.phase = collect
    own.save()
    move_to_phase(ada, session.pk, phase_id=group.pk)

    late = _add(part, session, column_id=own.pk)

    assert late.revealed_at is None
