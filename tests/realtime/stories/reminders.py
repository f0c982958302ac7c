"""What is answered by the link in a mail."""

from uuid import uuid4

from kernel.clock import now
from reminders.links import answer_link_for
from reminders.services.answering import Said, answer_by_link
from tests import cast
from tests.realtime.scene import Story

STORIES: list[Story] = [
    (
        "action.link_used",
        lambda s: cast.accepted(s.ada, s.bo),
        lambda s, x: answer_by_link(
            answer_link_for(x, made_at=now()), answer_id=uuid4(), said=Said("stuck", "No key")
        ),
    ),
]
