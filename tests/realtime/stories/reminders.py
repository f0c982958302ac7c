"""What is answered by the link in a mail, what goes on because an action is late, and inboxes."""

from uuid import uuid4

from actions.models.action import ActionItem
from actions.services.commitment import accept_action
from kernel.clock import now
from reminders.links import answer_link_for
from reminders.services.answering import Said, answer_by_link
from reminders.services.ladder import stop_reminders
from reminders.services.looking import look_everywhere
from reminders.services.reading import mark_read
from tests import cast, lives
from tests.realtime.scene import Scene, Story


def _late(days: int) -> ActionItem:
    def given(scene: Scene) -> ActionItem:
        return lives.made_late(cast.accepted(scene.ada, scene.bo), days)

    return given


def _asked_of_cem(scene: Scene) -> ActionItem:
    action = cast.proposed(scene.ada, scene.cem)
    look_everywhere()
    return action


def _look(scene: Scene, _given: object) -> None:
    look_everywhere()


STORIES: list[Story] = [
    (
        "action.link_used",
        lambda s: cast.accepted(s.ada, s.bo),
        lambda s, x: answer_by_link(
            answer_link_for(x, made_at=now()), answer_id=uuid4(), said=Said("stuck", "No key")
        ),
    ),
    ("action.owner_reminded", _late(1), _look),
    ("action.advisors_told", _late(7), _look),
    ("action.managers_told", _late(14), _look),
    (
        "action.reminders_stopped",
        _late(3),
        lambda s, x: stop_reminders(s.dag, x.pk, reason="She is back in March"),
    ),
    (
        "notice.changed",
        _asked_of_cem,
        lambda s, x: (accept_action(s.cem, x.pk), look_everywhere()),
    ),
    (
        "notice.changed",
        _asked_of_cem,
        lambda s, _: mark_read(s.cem.person),
    ),
]
