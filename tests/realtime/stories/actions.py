"""What happens to actions."""

from uuid import uuid4

from actions.models.action import ActionItem
from actions.services.commitment import accept_action, decline_action, offer_action, record_yes
from actions.services.dates import refuse_date, take_back_date
from actions.services.ending import Look, drop_action, reopen_action, review_effect, waive_review
from actions.services.escalation import withdraw_escalation
from actions.services.handover import refuse_to_take_over, take_over
from actions.services.people import show_to
from actions.services.progress import complete_action, find_not_done_yet, verify_action
from actions.services.revision import set_level
from tests import askings, brought, cast, lives
from tests.realtime.scene import Scene, Story, declined, nothing_more


def _accepted(scene: Scene) -> ActionItem:
    return cast.accepted(scene.ada, scene.bo)


def _confirmed(scene: Scene) -> ActionItem:
    return lives.confirmed(scene.ada, scene.bo, scene.dag)


def _two_on_the_board(scene: Scene) -> tuple[ActionItem, ActionItem]:
    first, second = (cast.proposed(scene.ada, scene.bo, scene.session) for _ in range(2))
    return first, second


STORIES: list[Story] = [
    ("action.proposed", nothing_more, lambda s, _: cast.proposed(s.ada, s.otto, s.session)),
    ("action.imported", nothing_more, lambda s, _: brought.in_from_a_file(s.cem, s.bo)),
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
    (
        "action.yes_recorded",
        lambda s: cast.proposed(s.ada, s.bo, s.session),
        lambda s, x: record_yes(s.ada, x.pk),
    ),
    ("action.due_asked", _accepted, lambda s, x: lives.moved(s.dag, x)),
    ("action.due_changed", _accepted, lambda s, x: lives.moved(s.bo, x)),
    (
        "action.due_refused",
        lambda s: (action := _accepted(s), lives.moved(s.dag, action)),
        lambda s, x: refuse_date(s.cem, x[0].pk, change_id=x[1].pk, reason="It is winter"),
    ),
    (
        "action.due_taken_back",
        lambda s: (action := _accepted(s), lives.moved(s.bo, action)),
        lambda s, x: take_back_date(s.bo, x[0].pk, change_id=x[1].pk),
    ),
    ("action.handover_asked", _accepted, lambda s, x: askings.handed(s.bo, x, s.otto)),
    (
        "action.taken_over",
        lambda s: (action := _accepted(s), askings.handed(s.bo, action, s.otto)),
        lambda s, x: take_over(s.otto, x[0].pk),
    ),
    (
        "action.handover_refused",
        lambda s: (action := _accepted(s), askings.handed(s.bo, action, s.otto)),
        lambda s, x: refuse_to_take_over(s.otto, x[0].pk, reason="I am away"),
    ),
    ("action.escalated", _accepted, lambda s, x: askings.raised(s.bo, x)),
    (
        "action.escalation_answered",
        lambda s: askings.raised(s.bo, _accepted(s)),
        lambda s, x: askings.answered(s.cem, x),
    ),
    (
        "action.escalation_withdrawn",
        lambda s: askings.raised(s.bo, _accepted(s)),
        lambda s, x: withdraw_escalation(s.bo, x.action_id, escalation_id=x.pk),
    ),
    ("action.evidence_added", _accepted, lambda s, x: askings.shown(s.bo, x)),
    (
        "action.took_in",
        _two_on_the_board,
        lambda s, x: askings.joined(s.ada, *x),
    ),
    (
        "action.merged",
        _two_on_the_board,
        lambda s, x: askings.joined(s.ada, *x),
    ),
    ("action.part_split_off", _accepted, lambda s, x: askings.parted(s.ada, x, s.otto)),
    (
        "action.made_from_part",
        lambda s: cast.proposed(s.ada, s.bo, s.session),
        lambda s, x: askings.parted(s.ada, x, s.otto),
    ),
    (
        "action.revised",
        lambda s: cast.proposed(s.ada, s.bo, s.session),
        lambda s, x: show_to(s.ada, x.pk, visibility="participants"),
    ),
    ("action.revised", _accepted, lambda s, x: set_level(s.ada, x.pk, level="macro")),
    ("action.dropped", _accepted, lambda s, x: drop_action(s.ada, x.pk, reason="Flats are sold")),
    (
        "action.reopened",
        lambda s: drop_action(s.ada, _accepted(s).pk, reason="Flats are sold"),
        lambda s, x: reopen_action(s.cem, x.pk, reason="They are not"),
    ),
    (
        "action.reviewed",
        _confirmed,
        lambda s, x: review_effect(
            s.dag, x.pk, review_id=uuid4(), look=Look(effect="helped", evidence="Nobody fell")
        ),
    ),
    ("action.review_waived", _confirmed, lambda s, x: waive_review(s.cem, x.pk, reason="A letter")),
]
