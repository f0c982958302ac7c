"""What happens while a session is split up."""

from uuid import uuid4

from reflections.services.breakouts import (
    NamedTable,
    bring_together,
    open_tables,
    seat_participant,
    spread_over_tables,
)
from reflections.services.comments import add_comment
from reflections.services.notes import reveal_notes
from tests import cast
from tests.realtime.scene import Scene, Story, nothing_more


def _tables(scene: Scene):
    tables = [NamedTable(uuid4(), title) for title in ("Window", "Door")]
    open_tables(scene.ada, scene.session.pk, tables=tables)
    return tables


def _seat(scene: Scene, name: str, table_id):
    part = cast.part_of(scene.people[name], scene.session)
    seat_participant(scene.ada, scene.session.pk, participant_id=part.pk, table_id=table_id)


def _seated(scene: Scene):
    """Seat Bo and Dag apart, each with a note; Otto sits at no table."""
    tables = _tables(scene)
    for name, table in zip(("bo", "dag"), tables, strict=True):
        _seat(scene, name, table.id)
        cast.write(scene.people[name], scene.session, f"At the {table.title}: no lamp")
    reveal_notes(scene.ada, scene.session.pk)
    note = scene.session.notes.get(table=tables[0].id)
    add_comment(
        cast.part_of(scene.bo, scene.session),
        comment_id=uuid4(),
        about="note",
        topic_id=note.pk,
        text="At the Window: since June",
    )
    return tables


STORIES: list[Story] = [
    ("breakout.opened", nothing_more, lambda s, _: _tables(s)),
    ("breakout.seated", _seated, lambda s, x: _seat(s, "bo", x[1].id)),
    ("breakout.seated", _tables, lambda s, _: spread_over_tables(s.ada, s.session.pk)),
    ("breakout.joined", _seated, lambda s, _: bring_together(s.ada, s.session.pk)),
    ("note.added", _seated, lambda s, _: cast.write(s.bo, s.session, "Hidden: at my table")),
]
