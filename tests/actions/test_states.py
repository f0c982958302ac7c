from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.states import (
    ACHIEVED,
    MOVES,
    OPEN,
    UNDER_WAY,
    ActionState,
    Claim,
    Facts,
    flags_on,
    next_state,
    possible_claims,
)
from kernel.errors import ConflictError

DAY = date(2026, 6, 1)
STEPS = sorted({step for _, step in MOVES})


def _flags(**others):
    facts = {
        "state": "in_progress",
        "due": DAY + timedelta(days=60),
        "original_due": DAY + timedelta(days=60),
        "review_on": None,
        "owner_is_member": True,
        "waiting_since": DAY,
        "last_news": DAY,
        "check_in_days": 28,
        "accept_days": 7,
    }
    return flags_on(DAY, Facts(**{**facts, **others}))


def _ago(days):
    return DAY - timedelta(days=days)


@pytest.mark.parametrize("state", ActionState.values)
def test_a_step_leads_where_the_table_says_or_is_a_conflict_with_a_sentence(state):
    for step in STEPS:
        if (state, step) in MOVES:
            assert next_state(state, step) == MOVES[state, step]
        else:
            with pytest.raises(ConflictError, match="Reload the page"):
                next_state(state, step)


def test_what_can_be_claimed_follows_from_the_table():
    assert {state: possible_claims(state) for state in ActionState.values} == {
        "proposed": [],
        "accepted": [Claim.NOT_STARTED, Claim.MOVING, Claim.STUCK],
        "declined": [],
        "in_progress": [Claim.MOVING, Claim.STUCK],
        "blocked": [Claim.MOVING, Claim.STUCK],
        "done": [],
        "verified": [],
        "closed": [],
        "dropped": [],
        "merged": [],
    }


def test_every_state_is_open_achieved_dropped_or_part_of_another():
    assert set(ActionState) - OPEN - ACHIEVED == {ActionState.DROPPED, ActionState.MERGED}
    assert not OPEN & ACHIEVED
    assert UNDER_WAY < OPEN


@pytest.mark.parametrize(
    ("facts", "flags"),
    [
        ({}, []),
        ({"due": _ago(1)}, ["overdue"]),
        ({"due": DAY}, ["due_soon"]),
        ({"due": _ago(-7)}, ["due_soon"]),
        ({"due": _ago(-8)}, []),
        ({"last_news": _ago(42)}, []),
        ({"last_news": _ago(43)}, ["stale"]),
        ({"last_news": _ago(43), "check_in_days": 29}, []),
        ({"last_news": _ago(43), "state": "accepted"}, ["stale"]),
        ({"last_news": _ago(43), "state": "proposed", "waiting_since": _ago(7)}, []),
        ({"state": "proposed", "waiting_since": _ago(8)}, ["orphaned"]),
        ({"state": "accepted", "waiting_since": _ago(8)}, []),
        ({"owner_is_member": False}, ["orphaned"]),
        ({"answer_by": DAY}, ["escalated"]),
        ({"answer_by": _ago(1)}, ["escalated", "answer_late"]),
        ({"answer_by": _ago(1), "state": "done"}, []),
        ({"state": "declined"}, ["orphaned"]),
        ({"due": _ago(-61)}, ["slipped"]),
        ({"state": "verified", "review_on": DAY}, ["review_due"]),
        ({"state": "verified", "review_on": _ago(-1)}, []),
        ({"state": "closed", "review_on": _ago(1)}, []),
        ({"state": "blocked", "due": _ago(1), "last_news": _ago(50)}, ["overdue", "stale"]),
    ],
)
def test_what_asks_for_attention_follows_from_the_day(facts, flags):
    assert _flags(**facts) == flags


@given(
    state=st.sampled_from(["done", "verified", "closed", "dropped"]),
    due=st.dates(),
    owner_is_member=st.booleans(),
    last_news=st.dates(),
)
def test_what_is_done_never_asks_for_attention(state, due, owner_is_member, last_news):
    flags = _flags(state=state, due=due, owner_is_member=owner_is_member, last_news=last_news)

    assert flags == []


@given(due=st.dates(min_value=DAY - timedelta(days=400), max_value=DAY + timedelta(days=400)))
def test_nothing_is_both_late_and_due_soon(due):
    assert not {"overdue", "due_soon"} <= set(_flags(due=due))
