"""The steps of an action's life for which others are asked, and by which actions are joined and parted."""

from actions.models.asking import Escalation
from actions.services.escalation import withdraw_escalation
from actions.services.handover import refuse_to_take_over, take_over
from tests import askings, cast
from tests.actions.life_model import OPEN, WORKING, texts

WITH_OTHERS = (
    "hand_over",
    "answer_handover",
    "ask_above",
    "hear_from_above",
    "take_in_another",
    "part",
)


class WithOthers:
    """Takes these steps with the action of a life, and says what the model has to say then."""

    def another(self):
        """Make an action more, in the same session."""
        ada, otto = self.people["ada"], self.people["otto"]
        return cast.proposed(ada, otto, self.action.session)

    def hand_over(self, number, choice):
        name, model = self.somebody("hand_over", number), self.model
        to = ("bo", "dag", "otto")[choice]
        if to == model.owner:
            return
        fits, person = model.state in WORKING, self.people[to]
        if self.try_it(name, "hand_over", fits, lambda by: askings.handed(by, self.action, person)):
            model.asked_over, model.waits_for_her = to, True

    def answer_handover(self, number, choice):
        model, says_yes = self.model, choice > 0
        if not model.asked_over:
            return
        name = self.somebody("take_over", number)
        if says_yes:
            fits = model.state in WORKING and model.waits_for_her
            if name == model.asked_over == model.owner and not model.waits_for_her:
                return  # she has it already
            done = self.try_it(name, "take_over", fits, lambda by: take_over(by, self.action.pk))
        else:
            fits, why = model.waits_for_her, next(texts)
            done = self.try_it(
                name,
                "take_over",
                fits,
                lambda by: refuse_to_take_over(by, self.action.pk, reason=why),
            )
        if done:
            model.waits_for_her = False
            model.owner = name if says_yes else model.owner

    def ask_above(self, number, _choice):
        name, model = self.somebody("ask_above", number), self.model
        fits = model.state in OPEN and not model.raised_by
        if self.try_it(name, "ask_above", fits, lambda by: askings.raised(by, self.action)):
            model.raised_by = name

    def hear_from_above(self, number, choice):
        is_answered = choice > 0
        if not self.model.raised_by:
            return
        waiting = Escalation.objects.get(action=self.action, ended_at=None)
        step = "answer_above" if is_answered else "do_without"
        name = self.somebody(step, number)

        def act(by):
            if is_answered:
                askings.answered(by, waiting)
            else:
                withdraw_escalation(by, self.action.pk, escalation_id=waiting.pk)

        if self.try_it(name, step, True, act):
            self.model.raised_by = ""

    def take_in_another(self, number, _choice):
        name = self.somebody("join", number)
        other = self.another()
        fits = self.model.state in OPEN
        if self.try_it(name, "join", fits, lambda by: askings.joined(by, self.action, other)):
            self.model.took_in += 1

    def become_part_of_another(self, number):
        name = self.somebody("join", number)
        other = self.another()
        fits = self.model.state in OPEN
        if self.try_it(name, "join", fits, lambda by: askings.joined(by, other, self.action)):
            self.model.state = "merged"

    def part(self, number, _choice):
        name, fits = self.somebody("part", number), self.model.state in OPEN
        otto = self.people["otto"]
        if self.try_it(name, "part", fits, lambda by: askings.parted(by, self.action, otto)):
            self.model.parts += 1
