"""All stories; each kind of event has one at least."""

from tests.realtime.scene import Story
from tests.realtime.stories import (
    actions,
    breakouts,
    closing,
    discussion,
    facilitating,
    grouping,
    insights,
    log_views,
    notes,
    people,
    preparation,
    questions,
    reactions,
    region,
    reminders,
    sessions,
    templates,
    voting,
)

STORIES: list[Story] = [
    *sessions.STORIES,
    *preparation.STORIES,
    *notes.STORIES,
    *grouping.STORIES,
    *voting.STORIES,
    *insights.STORIES,
    *region.STORIES,
    *actions.STORIES,
    *closing.STORIES,
    *people.STORIES,
    *reactions.STORIES,
    *templates.STORIES,
    *facilitating.STORIES,
    *discussion.STORIES,
    *breakouts.STORIES,
    *reminders.STORIES,
    *log_views.STORIES,
    *questions.STORIES,
]
