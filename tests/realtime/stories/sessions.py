"""What happens to sessions and to who takes part."""

from actions.services.closing import close_session
from reflections.services.changing import cancel_session
from reflections.services.joining import join_session
from reflections.services.leading import open_input, start_session
from reflections.services.planning import plan_draft
from reflections.states import PhaseKind
from tests import cast
from tests.realtime.scene import Story, newcomer, nothing_more, open_for_input

STORIES: list[Story] = [
    ("session.planned", nothing_more, lambda s, _: cast.plan(s.ada, "Loneliness in winter")),
    (
        "session.drafted",
        nothing_more,
        lambda s, _: cast.draft(s.ada, "Only planners know: care at night"),
    ),
    (
        "session.planned",
        lambda s: cast.draft(s.ada, "Sleeping well"),
        lambda s, x: plan_draft(s.ada, x.pk),
    ),
    (
        "session.changed",
        lambda s: cast.plan(s.ada),
        lambda s, x: cast.change(s.ada, x, place="Library"),
    ),
    (
        "session.cancelled",
        lambda s: cast.plan(s.ada),
        lambda s, x: cancel_session(s.ada, x.pk, reason="The hall is flooded"),
    ),
    ("session.input_opened", lambda s: cast.plan(s.ada), lambda s, x: open_input(s.ada, x.pk)),
    ("session.started", open_for_input, lambda s, x: start_session(s.ada, x.pk)),
    ("participant.joined", open_for_input, lambda s, x: start_session(s.ada, x.pk)),
    (
        "session.phase_changed",
        nothing_more,
        lambda s, _: cast.go_to(s.ada, s.session, PhaseKind.GROUP),
    ),
    (
        "session.closed",
        lambda s: cast.collecting(s.ada, s.bo, s.dag, s.otto),
        lambda s, x: close_session(s.ada, x.pk),
    ),
    ("participant.joined", newcomer, lambda s, x: join_session(x, s.session.pk)),
]
