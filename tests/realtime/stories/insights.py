"""What happens to insights."""

from reflections.services.insights import agree_insight, withdraw_insight
from tests import endings
from tests.realtime.scene import Story, draft, in_words, nothing_more

STORIES: list[Story] = [
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
        lambda s, x: endings.answered(s.ada, s.session, x),
    ),
    (
        "insight.withdrawn",
        lambda s: in_words(s, "People fall in the dark"),
        lambda s, x: withdraw_insight(
            s.ada, s.session.pk, insight_id=x.pk, reason="Nobody said so"
        ),
    ),
]
