"""How what an advisor adds to an action is tried."""

from uuid import uuid4

from actions.models.advisor_note import AdvisorNote
from actions.queries.advisor_notes import advisor_notes_on
from actions.services.advisor_notes import write_advisor_note
from actions.services.asking import ask_owner
from kernel.clock import now
from tests import cast
from tests.partnerships.scene import Attempt, Scene


def ask(scene: Scene) -> Attempt:
    """Ask the owner of an action how it goes."""
    action = cast.accepted(scene.others["ada"], scene.others["bo"])
    return lambda asking: ask_owner(asking, action.pk)


def write_a_note(scene: Scene) -> Attempt:
    """Write a note for oneself."""
    action = cast.accepted(scene.others["ada"], scene.others["bo"])
    return lambda asking: write_advisor_note(
        asking, action.pk, advisor_note_id=uuid4(), text="Ask again", confidentiality="mine"
    )


def read_what_is_confided(scene: Scene) -> Attempt:
    """Read a note for the programme managers: one's own, or that of the advisor."""
    action = cast.accepted(scene.others["ada"], scene.others["bo"])
    by = scene.asking if scene.relation == "own" else scene.others["dag"]
    AdvisorNote.objects.create(
        id=uuid4(), action=action, by=by, at=now(), text="He is ill", confidentiality="managers"
    )
    return lambda asking: advisor_notes_on(asking, action.pk)
