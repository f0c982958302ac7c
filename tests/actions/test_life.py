"""Whatever people do with an action, in whatever order: it goes as a small model of its life says."""

from uuid import uuid4

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.stateful import run_state_machine_as_test as run

from actions.models.action import ActionItem
from actions.services.commitment import accept_action, decline_action, offer_action, record_yes
from actions.services.dates import agree_on_date, change_due, refuse_date
from actions.services.ending import Look, drop_action, reopen_action, review_effect, waive_review
from actions.services.progress import (
    Report,
    check_in,
    complete_action,
    find_not_done_yet,
    verify_action,
)
from actions.states import ActionState
from kernel.errors import ConflictError, NotAllowedError
from tests import cast
from tests.actions.life_model import OPEN, WORKING, Model, texts
from tests.actions.life_with_others import WITH_OTHERS, WithOthers
from tests.unchanged import undone

PEOPLE = ("ada", "bo", "cem", "dag", "otto")
# Mostly somebody who may do it, so that lives go on; at times anybody.
who = st.integers(0, 9)
MOSTLY = 8
SEEN: set[str] = set()


class Life(WithOthers, RuleBasedStateMachine):
    """Five people, one action, every step at any moment."""

    @initialize(start=st.sampled_from(["proposed", "declined", "accepted", "done"]))
    def begin(self, start):
        self.around = undone()
        self.around.__enter__()
        self.people = cast.start_westmeer()
        self.action = cast.proposed(self.people["ada"], self.people["bo"])
        self.model = Model()
        # Some way into a life, so that fewer lives show as much.
        for step in {"declined": [self.decline], "accepted": [self.accept]}.get(start, []):
            step(0)
        if start == "done":
            self.accept(0)
            self.complete(0)

    def teardown(self):
        self.around.__exit__(None, None, None)

    def somebody(self, step, number):
        """Return who tries a step."""
        able = [name for name in PEOPLE if self.model.may(name, step)]
        return able[number % len(able)] if number < MOSTLY else PEOPLE[number % len(PEOPLE)]

    def try_it(self, name, step, fits, act):
        """Do it, and check that it is refused exactly when the model says so."""
        refusal = None
        if not self.model.may(name, step):
            refusal = NotAllowedError
        elif not fits:
            refusal = ConflictError
        try:
            act(self.people[name])
        except (NotAllowedError, ConflictError) as error:
            answer = type(error)
        else:
            answer = None
        assert answer is refusal, (name, step, self.model)
        return answer is None

    @rule(number=who)
    def accept(self, number):
        name = self.somebody("accept", number)
        fits = self.model.state in {"proposed", "accepted"}
        if self.try_it(name, "accept", fits, lambda by: accept_action(by, self.action.pk)):
            self.model.state = "accepted"

    @rule(number=who)
    def hear_yes(self, number):
        name = self.somebody("hear_yes", number)
        fits = self.model.state in {"proposed", "accepted"}
        if self.try_it(name, "hear_yes", fits, lambda by: record_yes(by, self.action.pk)):
            self.model.state = "accepted"

    @rule(number=who)
    def decline(self, number):
        name = self.somebody("decline", number)
        fits, why = self.model.state == "proposed", next(texts)
        if self.try_it(
            name, "decline", fits, lambda by: decline_action(by, self.action.pk, reason=why)
        ):
            self.model.state = "declined"

    @rule(number=who, owner=st.sampled_from(["bo", "otto"]))
    def offer(self, number, owner):
        name = self.somebody("offer", number)
        fits = self.model.state in {"proposed", "declined"}
        if self.try_it(
            name,
            "offer",
            fits,
            lambda by: offer_action(by, self.action.pk, owner_id=self.people[owner].pk),
        ):
            is_new = (self.model.state, self.model.owner) != ("proposed", owner)
            self.model.state, self.model.owner = "proposed", owner
            self.model.waits_for_her = self.model.waits_for_her and not is_new

    @rule(number=who, claim=st.sampled_from(["not_started", "moving", "stuck"]))
    def report(self, number, claim):
        name = self.somebody("report", number)
        state, text = self.model.state, next(texts)
        fits = state in WORKING and (claim != "not_started" or state == "accepted")
        said = Report(claim=claim, text=text, blocker="No keys" if claim == "stuck" else "")
        if self.try_it(
            name,
            "report",
            fits,
            lambda by: check_in(by, self.action.pk, check_in_id=uuid4(), report=said),
        ):
            after = {"not_started": "accepted", "moving": "in_progress", "stuck": "blocked"}
            self.model.state = after[claim]
            self.model.said.append(text)

    @rule(number=who)
    def complete(self, number):
        name = self.somebody("complete", number)
        fits, outcome = self.model.state in WORKING, next(texts)
        if self.try_it(
            name, "complete", fits, lambda by: complete_action(by, self.action.pk, outcome=outcome)
        ):
            self.model.state = "done"

    @rule(number=who)
    def confirm(self, number):
        name = self.somebody("confirm", number)
        state = self.model.state
        fits = state == "done" or (state == "verified" and self.model.confirmed_by == name)
        if self.try_it(name, "confirm", fits, lambda by: verify_action(by, self.action.pk)):
            self.model.state, self.model.confirmed_by = "verified", name

    @rule(number=who)
    def not_yet(self, number):
        name = self.somebody("not_yet", number)
        fits, text = self.model.state == "done", next(texts)
        if self.try_it(
            name,
            "not_yet",
            fits,
            lambda by: find_not_done_yet(by, self.action.pk, check_in_id=uuid4(), text=text),
        ):
            self.model.state = "in_progress"
            self.model.said.append(text)

    @rule(number=who, days=st.integers(31, 99))
    def move(self, number, days):
        name = self.somebody("move", number)
        model, due, change_id = self.model, cast.in_days(days), uuid4()
        if due == model.due:
            return
        fits = model.state in OPEN and model.asked is None
        if self.try_it(
            name,
            "move",
            fits,
            lambda by: change_due(
                by, self.action.pk, change_id=change_id, due=due, reason=next(texts)
            ),
        ):
            if name == "cem" or (name == model.owner and model.moved == 0):
                model.due, model.moved = due, model.moved + 1
            else:
                model.asked = (change_id, due)

    @rule(number=who, agrees=st.booleans())
    def answer(self, number, agrees):
        name = self.somebody("answer", number)
        model = self.model
        if model.asked is None:
            return
        change_id, due = model.asked
        if agrees:
            fits = model.state in OPEN
            done = self.try_it(
                name,
                "answer",
                fits,
                lambda by: agree_on_date(by, self.action.pk, change_id=change_id),
            )
        else:
            done = self.try_it(
                name,
                "answer",
                True,
                lambda by: refuse_date(by, self.action.pk, change_id=change_id, reason=next(texts)),
            )
        if done:
            model.asked = None
            if agrees:
                model.due, model.moved = due, model.moved + 1

    @rule(number=who)
    def drop(self, number):
        if number % 3:
            return  # a life that ends at once shows little
        name = self.somebody("drop", number)
        fits, why = self.model.state in OPEN, next(texts)
        if self.try_it(name, "drop", fits, lambda by: drop_action(by, self.action.pk, reason=why)):
            self.model.state = "dropped"

    @rule(number=who, is_early=st.booleans())
    def review(self, number, is_early):
        name = self.somebody("review", number)
        look = Look(
            effect="too_early" if is_early else "helped",
            evidence=next(texts),
            again_on=cast.in_days(30) if is_early else None,
        )
        if self.try_it(
            name,
            "review",
            self.model.state == "verified",
            lambda by: review_effect(by, self.action.pk, review_id=uuid4(), look=look),
        ):
            self.model.state = "verified" if is_early else "closed"

    @rule(number=who)
    def waive(self, number):
        name = self.somebody("waive", number)
        fits, why = self.model.state == "verified", next(texts)
        if self.try_it(
            name, "waive", fits, lambda by: waive_review(by, self.action.pk, reason=why)
        ):
            self.model.state = "closed"

    @rule(number=who)
    def reopen(self, number):
        name = self.somebody("reopen", number)
        fits, why = self.model.state in {"closed", "dropped"}, next(texts)
        if self.try_it(
            name, "reopen", fits, lambda by: reopen_action(by, self.action.pk, reason=why)
        ):
            self.model.state = {"closed": "in_progress", "dropped": "proposed"}[self.model.state]

    @rule(number=who, step=st.sampled_from(WITH_OTHERS), choice=st.integers(0, 2))
    def do_with_others(self, number, step, choice):
        # One rule for all of these, so that lives go on as well.
        getattr(self, step)(number, choice)

    @rule(number=who)
    def be_joined_with_another(self, number):
        if number % 2:
            return  # a life that ends at once shows little
        self.become_part_of_another(number)

    @invariant()
    def it_is_as_the_model_says(self):
        if not hasattr(self, "model"):
            return
        SEEN.add(self.model.state)
        kept = ActionItem.objects.select_related("verified_by").get(pk=self.action.pk)
        model = self.model
        assert (kept.state, kept.due, kept.owner_id) == (
            model.state,
            model.due,
            self.people[model.owner].pk,
        )
        assert kept.original_due == self.action.original_due
        assert kept.due_changes.filter(is_agreed=True).count() == model.moved
        assert kept.due_changes.filter(answered_at=None).exists() == (model.asked is not None)
        assert list(kept.check_ins.values_list("text", flat=True)) == model.said
        if model.state in {"done", "verified", "closed"}:
            assert kept.outcome
        if model.state in {"verified", "closed"}:
            assert kept.verified_by_id == self.people[model.confirmed_by].pk != kept.owner_id
        assert (kept.ended_at is not None) == (model.state in {"closed", "dropped", "merged"})
        assert (kept.merged_into_id is not None) == (model.state == "merged")
        assert kept.took_in.count() == model.took_in
        assert kept.parts.count() == model.parts
        assert kept.translations.count() == 1 + model.took_in
        assert kept.handovers.filter(ended_at=None).exists() == model.waits_for_her
        assert kept.escalations.filter(ended_at=None).exists() == bool(model.raised_by)
        assert kept.accepted_at or model.state not in WORKING


def test_no_order_of_steps_leads_where_it_should_not_or_loses_a_report(db):
    SEEN.clear()

    run(Life, settings=settings(max_examples=20, stateful_step_count=40))

    # Lives that hardly got anywhere would show little; which states they miss is chance.
    assert len(SEEN) >= len(ActionState) - 2, SEEN
