from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions.models.action import ActionItem
from actions.models.example import SharedExample
from actions.policies import possible_steps
from actions.queries.history import history_of_action
from actions.queries.log import SHOWN, actions_of, own_actions, with_everything_shown
from actions.queries.provenance import origin_of, yield_of
from actions.records.action import action_record
from actions.services.commitment import decline_action, offer_action
from actions.services.progress import find_not_done_yet, verify_action
from kernel.clock import now, today
from tests import cast
from tests.brought import in_from_a_file


def one(action, member):
    return actions_of(member).get(pk=action.pk)


def test_nothing_that_a_record_shows_is_read_action_by_action(ada, bo, cem):
    actions = [cast.done(ada, bo), cast.proposed(ada, bo), in_from_a_file(ada, bo)]
    first, second, third = (action.pk for action in actions)
    around = {"sponsor": cem, "yes_heard_by": cem, "level": "macro"}
    ActionItem.objects.filter(pk=first).update(split_from=second, **around)
    ActionItem.objects.filter(pk=second).update(state="merged", merged_into=first, **around)
    ActionItem.objects.filter(pk=third).update(**around)
    SharedExample.objects.create(
        id=uuid4(), action_id=first, effect="as_expected", shared_by=ada, shared_at=now()
    )
    narrow = list(with_everything_shown(ActionItem.objects.order_by("pk")).only(*SHOWN))

    with CaptureQueriesContext(connection) as queries:
        records = [action_record(action) for action in narrow]

    assert len(queries) == 0
    assert records == [action_record(action) for action in ActionItem.objects.order_by("pk")]
    known = {record.id: record for record in records}
    assert known[first].company.split_from.id == second
    assert known[second].company.merged_into.id == first
    assert known[third].imported.name == "actions.xlsx"
    assert known[first].life.is_shared


def test_everybody_finds_what_she_owns(mira):
    own = cast.accepted(mira, mira)

    assert [row.action.id for row in own_actions(mira.person)] == [own.pk]


REWORDING = {"revise", "people"}
RUNNING = {"split", "merge", "show", "drop", *REWORDING}
AT_IT = {"check_in", "evidence", "change_due", "escalate"}


@pytest.mark.parametrize(
    ("who", "state", "steps"),
    [
        ("bo", "proposed", {"accept", "decline", "change_due", "escalate", *REWORDING}),
        ("ada", "proposed", {"offer", "record_yes", "escalate", *RUNNING}),
        ("otto", "proposed", set()),
        ("cem", "declined", {"offer", "change_due", "escalate", *RUNNING}),
        ("bo", "accepted", {"complete", "hand_over", *AT_IT, *REWORDING}),
        ("dag", "accepted", AT_IT),
        ("cem", "blocked", {"complete", "hand_over", *AT_IT, *RUNNING}),
        ("dag", "done", {"confirm", "not_yet", "evidence"}),
        ("bo", "done", {"evidence"}),
        ("cem", "verified", {"review", "waive_review", "evidence", "show"}),
        ("dag", "verified", {"review", "evidence"}),
        ("dag", "closed", {"reopen", "evidence"}),
        ("cem", "dropped", {"reopen", "show"}),
        ("cem", "merged", set()),
    ],
)
def test_what_each_may_do_now(westmeer, who, state, steps):
    action = cast.proposed(westmeer["ada"], westmeer["bo"])
    action.state = state

    assert possible_steps(westmeer[who], action) == steps


def test_what_a_former_member_left_can_be_offered(ada, bo, cem):
    action = cast.accepted(ada, bo)
    action.owner.until = today()

    assert "offer" in possible_steps(cem, action)


def test_an_action_leads_back_to_its_insight_and_notes(ada, bo, otto):
    action = cast.proposed(ada, bo)

    origin = origin_of(otto, action_record(one(action, otto)))

    assert [insight.statement for insight in origin.insights] == ["Homes are not ready"]
    assert [note.text for note in origin.notes] == ["Loose rugs", "No rails"]


def test_the_history_tells_who_did_what_with_each_report_at_its_place(ada, bo, dag):
    action = cast.done(ada, bo)
    find_not_done_yet(dag, action.pk, check_in_id=action.pk, text="Ten are left")
    cast.reported(bo, action, "Five are left")

    lines = history_of_action(dag, action.pk)

    assert [(line.kind, line.by_name) for line in lines] == [
        ("action.checked_in", "Bo Jansen"),
        ("action.checked_in", "Dag Lind"),
        ("action.completed", "Bo Jansen"),
        ("action.accepted", "Bo Jansen"),
        ("action.proposed", "Ada Visser"),
    ]
    assert [line.report.text for line in lines if line.report] == ["Five are left", "Ten are left"]


def test_the_yield_counts_the_way_from_notes_to_done(ada, bo, cem, mira):
    verify_action(cem, cast.done(ada, bo).pk)
    decline_action(bo, cast.proposed(ada, bo).pk, reason="No time")
    cast.revealed(ada, cast.collecting(ada), "An idea that nobody used")
    cast.proposed(mira, mira)

    counts = yield_of(cem)

    assert (counts.notes, counts.notes_in_insights) == (5, 4)
    assert (counts.insights, counts.insights_acted_on) == (2, 2)
    assert (counts.actions, counts.open_actions, counts.late_actions) == (2, 1, 0)
    assert (counts.done_actions, counts.confirmed_actions) == (1, 1)


def test_the_history_keeps_who_was_asked_and_why_she_said_no(ada, bo, otto):
    action = cast.proposed(ada, bo)
    decline_action(bo, action.pk, reason="I am away till May")
    offer_action(ada, action.pk, owner_id=otto.pk)
    decline_action(otto, action.pk, reason="Not my field")

    lines = history_of_action(ada, action.pk)

    assert [(line.asked_name, line.reason) for line in lines] == [
        ("", "Not my field"),
        ("Otto Bakker", ""),
        ("", "I am away till May"),
        ("Bo Jansen", ""),
    ]
