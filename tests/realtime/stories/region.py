"""What goes up to the region and comes back."""

from uuid import uuid4

from reflections.services.region import send_up, take_back
from tests import region
from tests.realtime.scene import Story

STORIES: list[Story] = [
    (
        "region_item.sent_up",
        lambda s: region.insight(s.ada, s.session),
        lambda s, x: send_up(
            s.ada, s.session.pk, item_id=uuid4(), insight_id=x.pk, ask="Say who pays"
        ),
    ),
    (
        "region_item.taken_back",
        lambda s: region.sent_up(s.ada, s.session),
        lambda s, x: take_back(s.ada, s.session.pk, item_id=x.pk),
    ),
    (
        "region_item.answered",
        lambda s: (region.begun(s.cem), region.sent_up(s.ada, s.session)),
        lambda s, x: region.replied(s.cem, *x),
    ),
]
