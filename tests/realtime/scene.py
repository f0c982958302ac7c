"""What every story begins with: a partnership, a session with something of everything, and who is there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from actions.models.action import ActionItem
from actions.services.commitment import decline_action
from partnerships.models.membership import Membership
from partnerships.services.membership import add_member
from reflections.models.note import NoteImport
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.services.door import Door, change_door
from reflections.services.groups import group_notes
from reflections.services.imports import (
    choose_columns,
    mapping_of,
    start_import,
    upload_notes,
)
from reflections.services.insights import (
    Wording,
    agree_insight,
    draft_insight,
)
from reflections.services.joining import join_session
from reflections.services.leading import open_input
from reflections.visitors import Visitor
from tests import cast, preparing


@dataclass
class Scene:
    """Westmeer with a session that everybody but the newcomer takes part in."""

    people: dict[str, Membership]
    session: ReflectionSession
    guest: Participant

    def __getattr__(self, name: str) -> Membership:
        return self.people[name]

    def visitors(self) -> list[Visitor]:
        """Return everybody who may look: the members, and the guest in her browser."""
        members = [Visitor(person=member.person) for member in self.people.values()]
        return [*members, cast.visiting(self.guest)]


def set_scene(people: dict[str, Membership]) -> Scene:
    """Begin with something of everything, some of which not everybody may see."""
    ada, bo = people["ada"], people["bo"]
    others = [member for name, member in people.items() if name != "ada"]
    session = cast.collecting(ada, *others)
    notes = cast.revealed(bo, session, "Loose rugs", "No rails", "Dark stairs")
    group_notes(ada, session.pk, group_id=uuid4(), note_ids=[notes[0].pk], title="At home")
    cast.proposed(ada, bo, session)
    scene = Scene(people, session, cast.guest_in(session))
    draft(scene, "Only a draft: fear of falling keeps people in")
    cast.write(people["dag"], session, "Still hidden: nobody asked me")
    cast.jot(scene.guest, "Still hidden: the stairs are dark")
    preparing.answered(bo, _coming(ada, bo), access_needs="Only for the organiser: a quiet room")
    cast.draft(ada, "Only planners know: a talk with the insurers")
    return scene


def _coming(ada: Membership, bo: Membership) -> ReflectionSession:
    coming = cast.plan(ada, "Sleeping well")
    preparing.invited(ada, coming, bo)
    preparing.brought(ada, coming)
    return coming


def draft(scene: Scene, statement: str) -> Any:
    """Word an insight."""
    note = scene.session.notes.filter(revealed_at__isnull=False)[0]
    wording = Wording(statement=statement, note_ids=[note.pk])
    return draft_insight(scene.ada, scene.session.pk, insight_id=uuid4(), wording=wording)


def grouped(scene: Scene) -> Any:
    """Put two notes into a group of their own."""
    notes = cast.revealed(scene.bo, scene.session, "Wet leaves", "Ice")
    group = group_notes(
        scene.ada,
        scene.session.pk,
        group_id=uuid4(),
        note_ids=[note.pk for note in notes],
        title="Outside",
    )
    return group, notes


def declined(scene: Scene) -> ActionItem:
    """Make an action that its owner said no to."""
    action = cast.proposed(scene.ada, scene.bo)
    return decline_action(scene.bo, action.pk, reason="No time before spring")


def open_for_input(scene: Scene) -> ReflectionSession:
    """Make a session that people joined before its facilitator did."""
    session = cast.plan(scene.ada, "Sleeping well")
    open_input(scene.ada, session.pk)
    join_session(scene.bo, session.pk)
    return session


def with_waiting_room(scene: Scene) -> ReflectionSession:
    """Let guests wait at the door of the session."""
    return change_door(scene.ada, scene.session.pk, door=Door(True, True, False, 40))


def newcomer(scene: Scene) -> Membership:
    """Make one member more, who has joined nothing."""
    return add_member(scene.cem, email="ines@example.org", name="Ines Mol", roles=["member"])


def in_words(scene: Scene, statement: str) -> Any:
    """Agree an insight that nothing became of yet."""
    insight = draft(scene, statement)
    return agree_insight(scene.ada, scene.session.pk, insight_id=insight.pk)


def uploaded(scene: Scene) -> NoteImport:
    """Upload a file of two notes, which names its source."""
    made = upload_notes(
        scene.ada, scene.session.pk, file_name="panel.csv", content=b"nr,answer\n1,Fog\n2,Rain\n"
    )
    return choose_columns(
        scene.ada,
        scene.session.pk,
        made.pk,
        mapping=mapping_of(made),
        attribution="Citizens' panel, 2025",
    )


def started(scene: Scene) -> NoteImport:
    """Set an import going."""
    return start_import(scene.ada, scene.session.pk, uploaded(scene).pk)


Given = Callable[[Scene], Any]
When = Callable[[Scene, Any], object]
# Kind of event, what there was, what then happened.
Story = tuple[str, Given, When]


def nothing_more(scene: Scene) -> None:
    """Add nothing to the scene."""
