"""All stories; each kind of event has one at least."""

from tests.realtime.scene import Story
from tests.realtime.stories import actions, insights, notes, people, sessions

STORIES: list[Story] = [
    *sessions.STORIES,
    *notes.STORIES,
    *insights.STORIES,
    *actions.STORIES,
    *people.STORIES,
]
