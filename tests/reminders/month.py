"""A month of two partnerships with a moved clock, and the mails of it as a page that people can read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.core import mail
from django.core.mail import EmailMessage

from actions.models.action import ActionItem
from actions.services.commitment import accept_action, decline_action, offer_action
from actions.services.dates import change_due
from actions.services.decisions import DecisionWording
from actions.services.escalation import Question, answer_escalation, escalate
from actions.services.origin import Origin
from actions.services.progress import Report, check_in, complete_action, verify_action
from actions.services.translation import ActionWording, translate_to_action
from frontend.periodic import tick
from kernel.clock import at
from partnerships.models.membership import Membership
from partnerships.services.membership import add_member
from reflections.models.session import ReflectionSession
from reflections.services.questions import plan_deep_dive
from reminders.services.stopping import stop_mail
from tests import cast, endings, telling
from tests.asking import asked

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAYS = 31
# A round before the daily mail, one with it, one in the afternoon, and one at night.
ROUNDS = ("07:30", "08:30", "13:00", "21:00")
Round = Callable[[], object]


@dataclass(frozen=True)
class Sent:
    """One mail, and when it went out."""

    at: datetime
    message: EmailMessage

    @property
    def words(self) -> str:
        """Return to whom it went and what it says, without what differs from month to month."""
        body = re.sub(r"/mail/(answer|stop)/\S+", r"/mail/\1/…", self.message.body)
        body = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "…", body)
        said = body.partition("\n-- \n")[0].strip()
        return f"To: {self.message.to[0]}\nSubject: {self.message.subject}\n\n{said}"


def page_of(sent: list[Sent]) -> str:
    """Return the mails as a page, in order."""
    rule = "=" * 72
    ordered = sorted(sent, key=lambda one: (one.at, one.words))
    parts = [f"{rule}\n{one.at:%A %-d %B %Y, %H:%M}\n{one.words}\n" for one in ordered]
    return "\n".join(parts)


def on(day: int, clock: str = "10:00") -> datetime:
    """Return a moment in March 2027, which begins on a Monday."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2027, 3, day, hour, minute, tzinfo=AMSTERDAM)


@dataclass
class Month:
    """Who is there, what they do, and when."""

    people: dict[str, Membership]
    actions: dict[str, ActionItem] = field(default_factory=dict)

    def acts(self) -> dict[datetime, list[Callable[[], object]]]:
        """Return what people do, besides what the worker does."""
        who, act = self.people, self.actions
        return {
            on(2, "09:00"): [
                lambda: accept_action(who["bo"], act["homes"].pk),
                lambda: accept_action(who["bo"], act["insurer"].pk),
                lambda: accept_action(who["bo_east"], act["walks"].pk),
                lambda: accept_action(who["otto"], act["course"].pk),
            ],
            on(4): [lambda: self._report("bo", "insurer", "A letter is under way", ask_again=18)],
            on(3, "14:00"): [lambda: self._ask_above("bo", "insurer", "cem", by=12)],
            on(10): [lambda: complete_action(who["otto"], act["course"].pk, outcome="Ten came")],
            on(12): [lambda: verify_action(who["dag"], act["course"].pk)],
            on(15, "14:00"): [lambda: self._move("bo_east", "walks", 26)],
            on(16): [lambda: offer_action(who["ada"], act["landlords"].pk, owner_id=who["bo"].pk)],
            on(17): [lambda: decline_action(who["bo"], act["landlords"].pk, reason="No time")],
            on(18, "14:00"): [lambda: self._move("bo_east", "walks", 29)],
            on(16, "14:00"): [lambda: self._answer_from_above("cem", "insurer")],
            on(23): [lambda: stop_mail(who["otto"].person)],
        }

    def _report(self, name: str, action: str, text: str, *, ask_again: int) -> None:
        report = Report("moving", text, next_check_in=on(ask_again).date())
        check_in(self.people[name], self.actions[action].pk, check_in_id=uuid4(), report=report)

    def _ask_above(self, name: str, action: str, to: str, *, by: int) -> None:
        question = Question("Who pays?", on(by).date(), to_id=self.people[to].pk)
        who = self.people[name]
        escalate(who, self.actions[action].pk, escalation_id=uuid4(), question=question)

    def _answer_from_above(self, name: str, action: str) -> None:
        asked = self.actions[action].escalations.get()
        answer_escalation(
            self.people[name], asked.action_id, escalation_id=asked.pk, answer="The fund pays half"
        )

    def _move(self, name: str, action: str, day: int) -> None:
        change_due(
            self.people[name],
            self.actions[action].pk,
            change_id=uuid4(),
            due=on(day).date(),
            reason="It rains",
        )


def begin() -> Month:
    """Let the two partnerships have their sessions on the first morning."""
    with at(on(1)):
        westmeer, mira = cast.start_westmeer(), cast.start_oostvoorde()
        for name, language in (("bo", "nl"), ("otto", "sv")):
            westmeer[name].person.language = language
            westmeer[name].person.save()
        bo = westmeer["bo"].person
        east = add_member(mira, email=bo.email, name=bo.name, roles=["member"])
        westmeer["cem"].partnership.effect_review_days = 14
        westmeer["cem"].partnership.save()
        month = Month({**westmeer, "mira": mira, "bo_east": east})
        session = cast.collecting(westmeer["ada"])
        insight = cast.agreed(westmeer["ada"], session)
        for key, owner, title, day in (
            ("homes", "bo", "Check 40 homes for loose rugs", 15),
            ("landlords", "otto", "Write to the landlords", 30),
            ("insurer", "bo", "Ask the insurer who pays", 60),
            ("course", "otto", "Give a course on balance", 12),
        ):
            month.actions[key] = _made(
                westmeer["ada"], session, insight, westmeer[owner], title, day
            )
        talk = cast.collecting(mira, title="Walking")
        found = cast.agreed(mira, talk)
        month.actions["walks"] = _made(mira, talk, found, east, "Set out three walks", 16)
        telling.promised(westmeer["ada"], session, on(22).date())
        _decide_and_ask(westmeer, session)
    return month


def _decide_and_ask(westmeer: dict[str, Membership], session: ReflectionSession) -> None:
    """Let Ada write down a decision for a time, and Cem plan a session for a question."""
    decided = DecisionWording(
        text="Every home is visited",
        rationale="Most falls happen there",
        decided_by="The steering group",
        decided_on=on(1).date(),
        review_on=on(19).date(),
    )
    endings.decision(westmeer["ada"], session, decided)
    question = asked(westmeer["cem"], "Why do we hear of falls so late?")
    coming = cast.plan(westmeer["ada"], "A day on falls")
    coming.refresh_from_db()
    cast.change(
        westmeer["ada"], coming, starts_at=on(24), ends_at=on(24, "12:00"), input_opens_on=None
    )
    plan_deep_dive(westmeer["cem"], question.pk, session_id=coming.pk)


def _made(
    member: Membership, session: Any, insight: Any, owner: Membership, title: str, days: int
) -> ActionItem:
    wording = ActionWording(
        title=title,
        owner_id=owner.pk,
        due=date(2027, 3, 1) + timedelta(days=days - 1),
        done_test="A list that others can see",
    )
    origin = Origin(insight_id=insight.pk)
    return translate_to_action(
        member, session.pk, action_id=uuid4(), wording=wording, origin=origin
    )


def live_through(month: Month, go_round: Round = tick, *, days: int = DAYS) -> list[Sent]:
    """Let the month pass: what people do, and a few rounds of the worker each day."""
    acts = month.acts()
    every = [on(day, clock) for day in range(1, days + 1) for clock in ROUNDS]
    rounds = [moment for moment in every if moment > on(1)]
    sent: list[Sent] = []
    for moment in sorted({*acts, *rounds}):
        with at(moment):
            for act in acts.get(moment, ()):
                act()
            if moment in rounds:
                go_round()
        sent += [Sent(moment, message) for message in mail.outbox]
        mail.outbox.clear()
    return sent
