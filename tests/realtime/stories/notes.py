"""What happens to notes and imports."""

from uuid import UUID

from actions.services.closing import close_session
from reflections.course import Reveal
from reflections.models.session import ReflectionSession
from reflections.services.imports import (
    run_import,
    start_import,
    stop_import,
)
from reflections.services.notes import reveal_notes, revise_note, withdraw_note
from reflections.services.sealing import withdraw_sealed_note
from reflections.states import PhaseKind
from tests import cast, nameless
from tests.realtime.scene import Scene, Story, nothing_more, started, uploaded


def sealed(scene: Scene, count: int = 4) -> list[UUID]:
    """Let so many notes without a name wait."""
    return [
        nameless.seal(scene.otto, scene.session, f"Sealed: who wrote {n}?") for n in range(count)
    ]


def with_live_phases(scene: Scene) -> ReflectionSession:
    """Make a session in which notes are shown at once."""
    session = cast.collecting(scene.ada, scene.otto)
    session.phases.update(reveal=Reveal.LIVE)
    return session


def sealed_in_a_live_phase(scene: Scene) -> None:
    """Let a note wait for the end of a phase in which all others are shown at once."""
    scene.session.phases.update(reveal=Reveal.LIVE)
    sealed(scene, 1)


def shown(scene: Scene) -> UUID:
    """Show notes without a name, and return the id of one."""
    note_id = sealed(scene, 5)[0]
    reveal_notes(scene.ada, scene.session.pk)
    return note_id


def almost_over(scene: Scene) -> ReflectionSession:
    """Let a few notes wait at the end of a session."""
    session = cast.collecting(scene.ada, scene.bo, scene.dag, scene.otto)
    nameless.seal(scene.otto, session, "Sealed: who wrote it?")
    return session


STORIES: list[Story] = [
    ("note.added", nothing_more, lambda s, _: cast.write(s.otto, s.session, "Hidden: no bus")),
    (
        "note.added",
        with_live_phases,
        lambda s, x: cast.write(s.otto, x, "Shown at once: no bus"),
    ),
    (
        "note.revised",
        lambda s: cast.write(s.otto, s.session, "Hidden: no bus"),
        lambda s, x: revise_note(
            cast.part_of(s.otto, s.session), x.pk, text="Hidden: no bus at all", version=x.version
        ),
    ),
    (
        "note.withdrawn",
        lambda s: cast.write(s.otto, s.session, "Hidden: no bus"),
        lambda s, x: withdraw_note(cast.part_of(s.otto, s.session), x.pk),
    ),
    ("note.revealed", nothing_more, lambda s, _: reveal_notes(s.ada, s.session.pk)),
    (
        "envelope.stepped",
        sealed,
        lambda s, _: nameless.seal(s.bo, s.session, "Sealed: number five"),
    ),
    ("note.revealed", lambda s: sealed(s, 5), lambda s, _: reveal_notes(s.ada, s.session.pk)),
    (
        "note.revealed",
        sealed_in_a_live_phase,
        lambda s, _: cast.go_to(s.ada, s.session, PhaseKind.GROUP),
    ),
    ("note.revealed", almost_over, lambda s, x: close_session(s.ada, x.pk)),
    (
        "note.withdrawn",
        shown,
        lambda s, x: withdraw_sealed_note(
            cast.part_of(s.otto, s.session), x, receipt=nameless.receipt()
        ),
    ),
    ("import.progressed", uploaded, lambda s, x: start_import(s.ada, s.session.pk, x.pk)),
    ("import.progressed", started, lambda s, x: run_import(x.pk)),
    ("import.progressed", started, lambda s, x: stop_import(x.pk, reason="The power went")),
]
