"""Notes without a name: when they are shown, how many are told of, and what people can choose from."""

from uuid import uuid4

import pytest

from actions.services.closing import close_session
from eventlog.models import Event
from kernel.errors import (
    ConflictError,
    InvalidInputError,
    NotAllowedError,
)
from kernel.sealing import UnreadableSealError
from reflections.course import Reveal
from reflections.models.envelope import Envelope
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.queries.envelope import sealed_notes_in
from reflections.services.attributions import set_attributions
from reflections.services.leading import move_to_phase
from reflections.services.notes import reveal_notes
from reflections.services.sealing import (
    Signature,
    seal_note,
)
from reflections.states import PhaseKind
from tests import cast, nameless
from tests.unchanged import nothing_changed


@pytest.fixture
def session(ada, bo, cem, dag, otto):
    return cast.collecting(ada, bo, cem, dag, otto)


@pytest.fixture
def part(bo, session):
    return cast.part_of(bo, session)


def test_all_are_shown_together_without_anything_of_their_writers(ada, bo, otto, session):
    ids = [*nameless.fill(bo, session, 3), *nameless.fill(otto, session, 3)]

    assert reveal_notes(ada, session.pk) == 6

    notes = Note.objects.filter(pk__in=ids)
    assert {(n.author_id, n.added_at, n.revealed_at) for n in notes} == {
        (None, notes[0].added_at, notes[0].added_at)
    }
    assert {n.attribution for n in notes} == {"anonymous"}
    assert Envelope.objects.count() == 0
    assert Event.objects.filter(record_id__in=ids).count() == 0


def test_fewer_than_five_wait_until_their_part_is_over(ada, bo, session):
    nameless.fill(bo, session, 4)
    cast.write(bo, session, "With my name")

    assert reveal_notes(ada, session.pk) == 1
    with nothing_changed(), pytest.raises(ConflictError, match="Fewer than five"):
        reveal_notes(ada, session.pk)
    cast.go_to(ada, session, PhaseKind.GROUP)

    assert reveal_notes(ada, session.pk) == 4
    assert reveal_notes(ada, session.pk) == 0


def test_in_a_part_that_shows_notes_at_once_they_come_at_its_end(ada, bo, session):
    session.phases.update(reveal=Reveal.LIVE)
    nameless.seal(bo, session, "Nobody asks us")
    cast.write(bo, session, "With my name")
    assert nameless.shown(ada, session) == {("With my name", "named", "", "Bo Jansen")}

    cast.go_to(ada, session, PhaseKind.GROUP)

    assert ("Nobody asks us", "anonymous", "", "") in nameless.shown(ada, session)


def test_what_waits_to_be_shown_stays_hidden_when_the_part_ends(ada, bo, session):
    nameless.seal(bo, session)

    cast.go_to(ada, session, PhaseKind.GROUP)

    assert nameless.shown(ada, session) == set()
    assert nameless.told_of(ada, session) == [0]


def test_a_session_is_not_finished_while_many_wait(ada, bo, session):
    nameless.fill(bo, session)

    with nothing_changed(), pytest.raises(ConflictError, match="never shown"):
        close_session(ada, session.pk)


def test_a_few_are_shown_when_it_is_finished(ada, bo, session):
    nameless.seal(bo, session)

    close_session(ada, session.pk)

    assert Envelope.objects.count() == 0
    assert len(nameless.shown(ada, session)) == 1


def test_a_role_is_shown_only_if_enough_people_share_it(ada, bo, session):
    nameless.seal(bo, session, "We are few", attribution="role")
    for n in range(4):
        cast.guest_in(session, f"Guest {n}")
    visitor = cast.guest_in(session, group="hospital")
    nameless.seal(visitor, session, "We are two", attribution="role")
    nameless.fill(bo, session, 3)

    reveal_notes(ada, session.pk)

    shown = {note for note in nameless.shown(ada, session) if note[1] == "role"}
    assert shown == {("We are few", "role", "citizens", ""), ("We are two", "role", "", "")}


def test_the_number_travels_in_steps(ada, bo, session, kinds_since):
    counts = []

    for n in range(6):
        nameless.seal(bo, session, f"Number {n}")
        counts.append(nameless.told_of(ada, session))

    assert counts == [[], [], [], [], [5], [5]]
    assert kinds_since(0).count("envelope.stepped") == 1


def test_notes_for_many_people_say_so(ada, bo, session, part):
    for n in range(5):
        seal_note(
            part,
            note_id=uuid4(),
            column_id=session.columns.all()[0].pk,
            text=f"For {n}",
            signature=Signature("anonymous", nameless.receipt()),
            for_people=n + 1,
        )

    reveal_notes(ada, session.pk)

    assert sorted(note.for_people for note in session.notes.all()) == [1, 2, 3, 4, 5]


def test_an_id_that_somebody_took_meanwhile_keeps_no_note_from_being_shown(
    ada, bo, cem, dag, session
):
    taken, *_ = nameless.fill(bo, session)
    other = cast.collecting(ada, bo, cem, dag)
    cast.write(dag, other, "The same id", note_id=taken)

    assert reveal_notes(ada, session.pk) == 5
    assert Note.objects.get(pk=taken).session == other


def test_with_another_key_nothing_is_lost_and_nothing_shown(ada, bo, session, settings):
    nameless.fill(bo, session)
    former, settings.SECRET_KEY = settings.SECRET_KEY, "another key"

    with nothing_changed(), pytest.raises(UnreadableSealError):
        reveal_notes(ada, session.pk)

    settings.SECRET_KEY_FALLBACKS = [former]
    assert reveal_notes(ada, session.pk) == 5


def test_whoever_runs_the_session_decides_what_notes_may_say(ada, bo, session):
    set_attributions(ada, session.pk, allowed=["named", "role"])

    with nothing_changed():
        set_attributions(ada, session.pk, allowed=["role", "named"])
        with pytest.raises(InvalidInputError) as refused:
            nameless.seal(bo, session)
        with pytest.raises(NotAllowedError):
            set_attributions(bo, session.pk, allowed=["named"])
        with pytest.raises(InvalidInputError):
            set_attributions(ada, session.pk, allowed=[])
        with pytest.raises(InvalidInputError):
            set_attributions(ada, session.pk, allowed=["named", "secret"])

    assert refused.value.field == "attribution"


def test_where_names_are_not_wanted_none_is_taken(ada, bo, session):
    set_attributions(ada, session.pk, allowed=["anonymous"])

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        cast.write(bo, session)

    assert refused.value.field == "attribution"


def test_what_was_promised_stays_so_once_somebody_wrote(ada, bo, session):
    nameless.seal(bo, session)

    with nothing_changed(), pytest.raises(ConflictError):
        set_attributions(ada, session.pk, allowed=["named"])


def test_nothing_of_it_exists_for_another_partnership(mira, session):
    with nothing_changed(), pytest.raises(ReflectionSession.DoesNotExist):
        set_attributions(mira, session.pk, allowed=["named"])


def test_a_single_note_waits_for_the_end_of_its_part_whatever_came_before(ada, bo, session):
    for n in range(4):
        nameless.seal(bo, session, f"Said before, {n}", secret=f"{n:064x}")
    now_collecting = session.phases.filter(kind=PhaseKind.COLLECT)[1]
    move_to_phase(ada, session.pk, phase_id=now_collecting.pk)
    session.refresh_from_db()
    nameless.seal(
        bo, session, "Alone in this part", secret="e" * 64, column=session.columns.all()[1]
    )

    reveal_notes(ada, session.pk)

    shown = set(session.notes.values_list("text", flat=True))
    assert shown == {f"Said before, {n}" for n in range(4)}
    assert [note.text for note in sealed_notes_in(session)] == ["Alone in this part"]
