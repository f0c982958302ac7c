"""What happens to sessions and to who takes part."""

from actions.services.closing import close_session
from reflections.services.attributions import set_attributions
from reflections.services.changing import cancel_session
from reflections.services.door import admit_participant, remove_participant, renew_join_secrets
from reflections.services.joining import claim_parts, join_session
from reflections.services.leading import open_input, start_session
from reflections.services.planning import plan_draft
from reflections.states import PhaseKind
from tests import cast
from tests.realtime.scene import (
    Story,
    newcomer,
    nothing_more,
    open_for_input,
    with_waiting_room,
)

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
    (
        "session.attributions_set",
        lambda s: cast.collecting(s.ada, s.bo, s.dag, s.otto),
        lambda s, x: set_attributions(s.ada, x.pk, allowed=["named", "role"]),
    ),
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
    ("participant.joined", nothing_more, lambda s, _: cast.guest_in(s.session, "Gerda")),
    ("participant.joined", with_waiting_room, lambda s, x: cast.guest_in(x, "Gerda")),
    (
        "participant.admitted",
        lambda s: cast.guest_in(with_waiting_room(s), "Gerda"),
        lambda s, x: admit_participant(s.ada, x.session_id, participant_id=x.pk),
    ),
    (
        "participant.removed",
        lambda s: cast.guest_in(s.session, "Gerda"),
        lambda s, x: remove_participant(s.ada, x.session_id, participant_id=x.pk),
    ),
    (
        "participant.claimed",
        lambda s: cast.guest_in(s.session, "Ines, a guest"),
        lambda s, x: claim_parts(newcomer(s).person, [x.pk]),
    ),
    ("session.door_changed", nothing_more, lambda s, _: with_waiting_room(s)),
    (
        "session.door_changed",
        nothing_more,
        lambda s, _: renew_join_secrets(s.ada, s.session.pk),
    ),
]
