"""What happens to notes and imports."""

from reflections.course import Reveal
from reflections.services.imports import (
    run_import,
    start_import,
    stop_import,
)
from reflections.services.notes import reveal_notes, revise_note, withdraw_note
from tests import cast
from tests.realtime.scene import Story, nothing_more, started, uploaded

STORIES: list[Story] = [
    ("note.added", nothing_more, lambda s, _: cast.write(s.otto, s.session, "Hidden: no bus")),
    (
        "note.added",
        lambda s: s.session.phases.update(reveal=Reveal.LIVE),
        lambda s, _: cast.write(s.otto, s.session, "Shown at once: no bus"),
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
    ("import.progressed", uploaded, lambda s, x: start_import(s.ada, s.session.pk, x.pk)),
    ("import.progressed", started, lambda s, x: run_import(x.pk)),
    ("import.progressed", started, lambda s, x: stop_import(x.pk, reason="The power went")),
]
