"""For each kind of event, and each place that records one: what there was, and what then happened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from actions.models.action import ActionItem
from actions.services.commitment import accept_action, decline_action, offer_action
from actions.services.progress import complete_action, find_not_done_yet, verify_action
from partnerships.models.membership import Membership
from partnerships.services.membership import add_member, change_member, end_membership
from partnerships.services.setup import add_theme
from reflections.models.note import NoteImport
from reflections.models.session import ReflectionSession
from reflections.services.groups import group_notes, rename_group, take_out_of_group
from reflections.services.imports import (
    choose_columns,
    mapping_of,
    run_import,
    start_import,
    stop_import,
    upload_notes,
)
from reflections.services.insights import (
    Wording,
    agree_insight,
    dispose_of_insight,
    draft_insight,
)
from reflections.services.notes import reveal_notes, revise_note, withdraw_note
from reflections.services.sessions import close_session, join_session, open_input, start_session
from reflections.states import PhaseKind
from tests import cast


@dataclass
class Scene:
    """Westmeer with a session that everybody but the newcomer takes part in."""

    people: dict[str, Membership]
    session: ReflectionSession

    def __getattr__(self, name: str) -> Membership:
        return self.people[name]


def set_scene(people: dict[str, Membership]) -> Scene:
    """Begin with something of everything, some of which not everybody may see."""
    ada, bo = people["ada"], people["bo"]
    others = [member for name, member in people.items() if name != "ada"]
    session = cast.collecting(ada, *others)
    notes = cast.revealed(bo, session, "Loose rugs", "No rails", "Dark stairs")
    group_notes(ada, session.pk, group_id=uuid4(), note_ids=[notes[0].pk], title="At home")
    cast.proposed(ada, bo, session)
    draft(Scene(people, session), "Only a draft: fear of falling keeps people in")
    cast.write(people["dag"], session, "Still hidden: nobody asked me")
    return Scene(people, session)


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


def nothing_more(scene: Scene) -> None:
    """Add nothing to the scene."""


# kind of event, what there was, what then happened
STORIES: list[tuple[str, Given, When]] = [
    ("session.planned", nothing_more, lambda s, _: cast.plan(s.ada, "Loneliness in winter")),
    ("session.input_opened", lambda s: cast.plan(s.ada), lambda s, x: open_input(s.ada, x.pk)),
    ("session.started", open_for_input, lambda s, x: start_session(s.ada, x.pk)),
    ("participant.joined", open_for_input, lambda s, x: start_session(s.ada, x.pk)),
    (
        "session.phase_changed",
        nothing_more,
        lambda s, _: cast.go_to(s.ada, s.session, PhaseKind.GROUP),
    ),
    (
        "session.closed",
        lambda s: cast.collecting(s.ada, s.bo, s.dag, s.otto),
        lambda s, x: close_session(s.ada, x.pk),
    ),
    ("participant.joined", newcomer, lambda s, x: join_session(x, s.session.pk)),
    ("note.added", nothing_more, lambda s, _: cast.write(s.otto, s.session, "Hidden: no bus")),
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
        "group.changed",
        lambda s: cast.revealed(s.bo, s.session, "Wet leaves", "Ice"),
        lambda s, x: group_notes(
            s.ada, s.session.pk, group_id=uuid4(), note_ids=[note.pk for note in x], title="Outside"
        ),
    ),
    (
        "group.changed",
        grouped,
        lambda s, x: take_out_of_group(s.ada, s.session.pk, note_id=x[1][0].pk),
    ),
    (
        "group.renamed",
        grouped,
        lambda s, x: rename_group(s.ada, s.session.pk, group_id=x[0].pk, title="In the street"),
    ),
    ("import.progressed", uploaded, lambda s, x: start_import(s.ada, s.session.pk, x.pk)),
    ("import.progressed", started, lambda s, x: run_import(x.pk)),
    ("import.progressed", started, lambda s, x: stop_import(x.pk, reason="The power went")),
    (
        "insight.drafted",
        nothing_more,
        lambda s, _: draft(s, "Only a draft: people fall in the dark"),
    ),
    (
        "insight.agreed",
        lambda s: draft(s, "People fall in the dark"),
        lambda s, x: agree_insight(s.ada, s.session.pk, insight_id=x.pk),
    ),
    (
        "insight.disposed",
        lambda s: in_words(s, "People fall in the dark"),
        lambda s, x: dispose_of_insight(
            s.ada, s.session.pk, insight_id=x.pk, disposition="ask", reason="When exactly?"
        ),
    ),
    ("action.proposed", nothing_more, lambda s, _: cast.proposed(s.ada, s.otto, s.session)),
    (
        "action.accepted",
        lambda s: cast.proposed(s.ada, s.bo, s.session),
        lambda s, x: accept_action(s.bo, x.pk),
    ),
    (
        "action.declined",
        lambda s: cast.proposed(s.ada, s.bo, s.session),
        lambda s, x: decline_action(s.bo, x.pk, reason="No time before spring"),
    ),
    ("action.offered", declined, lambda s, x: offer_action(s.ada, x.pk, owner_id=s.otto.pk)),
    (
        "action.checked_in",
        lambda s: cast.accepted(s.ada, s.bo),
        lambda s, x: cast.reported(s.bo, x),
    ),
    (
        "action.checked_in",
        lambda s: cast.done(s.ada, s.bo),
        lambda s, x: find_not_done_yet(s.dag, x.pk, check_in_id=uuid4(), text="Three are missing"),
    ),
    (
        "action.completed",
        lambda s: cast.accepted(s.ada, s.bo),
        lambda s, x: complete_action(s.bo, x.pk, outcome="All 40 homes were checked"),
    ),
    (
        "action.verified",
        lambda s: cast.done(s.ada, s.bo),
        lambda s, x: verify_action(s.dag, x.pk),
    ),
    ("member.joined", nothing_more, lambda s, _: newcomer(s)),
    (
        "member.changed",
        newcomer,
        lambda s, x: change_member(
            s.cem, x.pk, roles=["data_scientist"], organisation=None, mandate_level="meso"
        ),
    ),
    (
        "member.left",
        lambda s: cast.proposed(s.ada, s.otto),
        lambda s, x: end_membership(s.cem, s.otto.pk),
    ),
    ("theme.added", nothing_more, lambda s, _: add_theme(s.cem, title="Growing old at home")),
]
