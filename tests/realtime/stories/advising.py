"""What an advisor adds to the history of an action."""

from actions.services.asking import ask_owner
from tests import cast
from tests.realtime.scene import Story

STORIES: list[Story] = [
    (
        "action.owner_asked",
        lambda s: cast.accepted(s.ada, s.bo),
        lambda s, x: ask_owner(s.dag, x.pk),
    ),
]
