"""What happens to actions."""

from uuid import uuid4

from actions.services.commitment import accept_action, decline_action, offer_action
from actions.services.progress import complete_action, find_not_done_yet, verify_action
from tests import cast
from tests.realtime.scene import Story, declined, nothing_more

STORIES: list[Story] = [
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
]
