"""What happens to members and themes."""

from partnerships.services.membership import change_member, end_membership
from partnerships.services.setup import add_theme
from tests import cast
from tests.realtime.scene import Story, newcomer, nothing_more

STORIES: list[Story] = [
    ("member.joined", nothing_more, lambda s, _: newcomer(s)),
    (
        "member.changed",
        newcomer,
        lambda s, x: change_member(
            s.cem, x.pk, roles=["data_scientist"], organisation=None, mandate_level="meso"
        ),
    ),
    (
        "member.left",
        lambda s: cast.proposed(s.ada, s.otto),
        lambda s, x: end_membership(s.cem, s.otto.pk),
    ),
    ("theme.added", nothing_more, lambda s, _: add_theme(s.cem, title="Growing old at home")),
]
