"""What those who run a session do with it, and how many are ready."""

from uuid import uuid4

from partnerships.services.membership import add_member
from reflections.services.facilitators import add_facilitator, hand_over, remove_facilitator
from reflections.services.phases import PhaseWording, add_phase, change_phase, order_phases
from reflections.services.presenting import present_topic, stop_presenting
from reflections.services.signals import signal_ready, take_ready_back
from reflections.services.timing import extend_timer, start_timer, stop_timer
from tests import cast
from tests.realtime.scene import Scene, Story, nothing_more


def _timer(scene: Scene):
    return start_timer(scene.ada, scene.session.pk, timer_id=uuid4(), minutes=10)


def _wording(title: str):
    return PhaseWording(title=title, prompt="What did we miss?", minutes=5)


def _newly_trained(scene: Scene):
    return add_member(scene.cem, email="eli@example.org", name="Eli Winter", roles=["facilitator"])


def _second_facilitator(scene: Scene):
    trained = _newly_trained(scene)
    add_facilitator(scene.ada, scene.session.pk, member_id=trained.pk)
    return trained


def _present_a_note(scene: Scene):
    note = scene.session.notes.filter(revealed_at__isnull=False)[0]
    present_topic(scene.ada, scene.session.pk, about="note", topic_id=note.pk)


def _ready(scene: Scene):
    part = cast.part_of(scene.bo, scene.session)
    signal_ready(part, phase_id=part.session.current_phase_id)


def _not_ready(scene: Scene):
    part = cast.part_of(scene.bo, scene.session)
    take_ready_back(part, phase_id=part.session.current_phase_id)


STORIES: list[Story] = [
    ("timer.changed", nothing_more, lambda s, _: _timer(s)),
    (
        "timer.changed",
        _timer,
        lambda s, x: extend_timer(s.ada, s.session.pk, timer_id=x.pk, minutes=2, ends_at=x.ends_at),
    ),
    ("timer.changed", _timer, lambda s, _: stop_timer(s.ada, s.session.pk)),
    (
        "session.phases_changed",
        nothing_more,
        lambda s, _: add_phase(
            s.ada, s.session.pk, phase_id=uuid4(), kind="discuss", wording=_wording("Once more")
        ),
    ),
    (
        "session.phases_changed",
        nothing_more,
        lambda s, _: change_phase(
            s.ada,
            s.session.pk,
            phase_id=s.session.phases.all()[1].pk,
            wording=_wording("Sort"),
            version=1,
        ),
    ),
    (
        "session.phases_changed",
        lambda s: [phase.pk for phase in s.session.phases.all()],
        lambda s, x: order_phases(s.ada, s.session.pk, phase_ids=x[::-1]),
    ),
    (
        "session.facilitators_changed",
        _newly_trained,
        lambda s, x: add_facilitator(s.ada, s.session.pk, member_id=x.pk),
    ),
    (
        "session.facilitators_changed",
        _second_facilitator,
        lambda s, x: remove_facilitator(x, s.session.pk, member_id=x.pk),
    ),
    (
        "session.facilitators_changed",
        _second_facilitator,
        lambda s, x: hand_over(s.ada, s.session.pk, member_id=x.pk),
    ),
    ("presentation.changed", nothing_more, lambda s, _: _present_a_note(s)),
    (
        "presentation.changed",
        _present_a_note,
        lambda s, _: stop_presenting(s.ada, s.session.pk),
    ),
    ("readiness.changed", nothing_more, lambda s, _: _ready(s)),
    ("readiness.changed", _ready, lambda s, _: _not_ready(s)),
]
