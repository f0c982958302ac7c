"""What happens to groups of notes."""

from typing import Any
from uuid import uuid4

from reflections.services.groups import (
    group_notes,
    merge_groups,
    rename_group,
    take_out_of_groups,
    undo_grouping,
)
from tests import cast
from tests.realtime.scene import Scene, Story, grouped


def renamed(scene: Scene) -> Any:
    """Give a group another title."""
    group, _ = grouped(scene)
    rename_group(scene.ada, scene.session.pk, group_id=group.pk, title="In the street")
    return scene.session.grouping_steps.order_by("made_at").last()


STORIES: list[Story] = [
    (
        "group.changed",
        lambda s: cast.revealed(s.bo, s.session, "Wet leaves", "Ice"),
        lambda s, x: group_notes(
            s.ada, s.session.pk, group_id=uuid4(), note_ids=[note.pk for note in x], title="Outside"
        ),
    ),
    (
        "group.changed",
        grouped,
        lambda s, x: take_out_of_groups(s.ada, s.session.pk, note_ids=[x[1][0].pk]),
    ),
    (
        "group.renamed",
        grouped,
        lambda s, x: rename_group(s.ada, s.session.pk, group_id=x[0].pk, title="In the street"),
    ),
    (
        "group.changed",
        grouped,
        lambda s, x: merge_groups(
            s.ada, s.session.pk, group_id=x[0].pk, into_id=s.session.groups.get(title="At home").pk
        ),
    ),
    (
        "group.changed",
        renamed,
        lambda s, x: undo_grouping(s.ada, s.session.pk, step_id=x.pk),
    ),
]
