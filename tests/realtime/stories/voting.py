"""What happens around voting; of a cast itself nothing is told."""

from actions.services.closing import close_session
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.services.counting import enter_room_votes, set_voting_rules
from reflections.states import PhaseKind
from tests import ballots, cast
from tests.realtime.scene import Scene, Story, nothing_more


def voted(scene: Scene) -> tuple[ReflectionSession, list[Note]]:
    """Give a note a dot, while voting goes on."""
    session, notes = ballots.voting(scene.ada, scene.bo, scene.dag, scene.otto)
    ballots.vote(scene.bo, session, notes[0].pk)
    return session, notes


def counted(scene: Scene) -> tuple[ReflectionSession, list[Note]]:
    """Show what was voted."""
    session, notes = voted(scene)
    return cast.go_to(scene.ada, session, PhaseKind.DISCUSS), notes


STORIES: list[Story] = [
    (
        "session.voting_set",
        nothing_more,
        lambda s, _: set_voting_rules(s.ada, s.session.pk, dots_each=3, dots_per_topic=1),
    ),
    ("session.phase_changed", voted, lambda s, x: cast.go_to(s.ada, x[0], PhaseKind.DISCUSS)),
    ("session.phase_changed", counted, lambda s, x: cast.go_to(s.ada, x[0], PhaseKind.VOTE)),
    ("session.closed", voted, lambda s, x: close_session(s.ada, x[0].pk)),
    (
        "vote.room_entered",
        counted,
        lambda s, x: enter_room_votes(s.ada, x[0].pk, topic_id=x[1][1].pk, dots=4),
    ),
]
