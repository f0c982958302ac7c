"""A year of a partnership, thrown with dice: sessions, notes, insights, and what became of actions."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.db.models import Model

from actions.models.action import ActionItem, Strength, Translation
from actions.models.asking import Escalation, Handover
from actions.models.check_in import CheckIn
from actions.models.life import DueChange, EffectReview
from actions.states import ACHIEVED, OPEN, ActionState, Claim, Effect, NextStep
from kernel.clock import now, today
from partnerships.models.membership import Level, Membership
from partnerships.models.partnership import StakeholderGroup, Theme
from reflections.models.feedback import Feedback
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.participant import Participant
from reflections.models.region_item import RegionItem
from reflections.models.session import ReflectionSession, SessionColumn, SessionPhase
from reflections.states import Disposition, PhaseKind

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SAID_YES = [*(OPEN - {ActionState.PROPOSED, ActionState.DECLINED}), *ACHIEVED]


@dataclass
class Dice:
    """Throws everything; the same *seed* gives the same year."""

    members: dict[str, Membership]
    seed: int
    random: Random = field(init=False)
    numbers: int = 0

    def __post_init__(self) -> None:
        self.random = Random(self.seed)

    def id(self) -> UUID:
        """Return another id."""
        return UUID(int=self.random.getrandbits(128), version=4)

    def maybe(self, chance: float = 0.5) -> bool:
        """Say yes now and then."""
        return self.random.random() < chance

    def days(self, most: int, least: int = 0) -> timedelta:
        """Return some days and some hours."""
        return self.random.randint(least, most) * DAY + self.random.randint(0, 8) * HOUR

    def past(self, moment: datetime) -> datetime | None:
        """Return the moment if it is over by now."""
        return moment if moment < now() else None


def thrown(members: dict[str, Membership], seed: int) -> None:
    """Throw a year into the partnership of *members*."""
    dice = Dice(members, seed)
    partnership = members["cem"].partnership
    themes = [Theme.objects.create(partnership=partnership, title=name) for name in "AB"]
    for place in range(dice.random.randint(6, 10)):
        _session(dice, themes, now() - (350 - 33 * place) * DAY)


def _session(dice: Dice, themes: list[Theme], starts: datetime) -> None:
    cem = dice.members["cem"]
    session = ReflectionSession.objects.create(
        id=dice.id(),
        partnership=cem.partnership,
        title="Thrown",
        scope=dice.random.choice(["theme", "region_wide"]),
        template="open-question",
        language="en",
        starts_at=starts,
        ends_at=starts + 2 * HOUR,
        facilitator=cem,
        planned_at=starts - DAY,
        state=dice.random.choice(["closed", "closed", "closed", "live", "planned"]),
        closed_at=starts + 3 * HOUR,
    )
    session.themes.set(dice.random.sample(themes, dice.random.randint(0, 2)))
    kind = dice.random.choice([PhaseKind.FOLLOW_UP, PhaseKind.COLLECT])
    SessionPhase.objects.create(session=session, position=1, kind=kind, title="First", minutes=9)
    _people(dice, session)
    notes = _notes(dice, session)
    insights = [_insight(dice, session, notes) for _ in range(dice.random.randint(1, 6))]
    for _ in range(dice.random.randint(1, 8)):
        _action(dice, session, insights, notes)
    _feedback(dice, session, insights)


def _people(dice: Dice, session: ReflectionSession) -> None:
    groups = [*StakeholderGroup.values, "citizens", "citizens", ""]
    Participant.objects.bulk_create(
        Participant(
            session=session,
            number=number,
            name="Guest",
            group=dice.random.choice(groups),
            is_observer=dice.maybe(0.1),
            state=dice.random.choice(["joined", "joined", "removed"]),
            joined_at=session.starts_at,
        )
        for number in range(1, dice.random.randint(2, 9))
    )


def _notes(dice: Dice, session: ReflectionSession) -> list[Note]:
    column = SessionColumn.objects.create(session=session, position=1, title="What?")
    writers = list(session.participants.order_by("number"))
    return Note.objects.bulk_create(
        Note(
            id=dice.id(),
            session=session,
            column=column,
            author=dice.random.choice(writers),
            text="Rugs",
            added_at=session.starts_at,
            revealed_at=session.starts_at + HOUR if dice.maybe(0.9) else None,
            withdrawn_at=session.starts_at + HOUR if dice.maybe(0.1) else None,
        )
        for _ in range(dice.random.randint(3, 12))
    )


def _insight(dice: Dice, session: ReflectionSession, notes: list[Note]) -> Insight:
    cem = dice.members["cem"]
    state = dice.random.choice(["agreed", "agreed", "agreed", "draft"])
    insight = Insight.objects.create(
        id=dice.id(),
        session=session,
        statement="Homes are not ready",
        level=dice.random.choice(["", *Level.values]),
        state=state,
        drafted_by=cem,
        drafted_at=session.starts_at,
        disposition=dice.random.choice(["", *Disposition.values]) if state == "agreed" else "",
    )
    insight.notes.set(dice.random.sample(notes, dice.random.randint(1, 3)))
    if state == "agreed" and dice.maybe(0.4):
        replied = session.ends_at + DAY if dice.maybe() else None
        RegionItem.objects.create(
            id=dice.id(),
            session=session,
            insight=insight,
            ask="Decide",
            sent_by=cem,
            sent_at=session.ends_at,
            reply="We pay" if replied else "",
            replied_at=replied,
            taken_back_at=None if replied or dice.maybe(0.8) else session.ends_at,
        )
    return insight


def _action(
    dice: Dice, session: ReflectionSession, insights: list[Insight], notes: list[Note]
) -> None:
    cem, choose = dice.members["cem"], dice.random.choice
    dice.numbers += 1
    # What became part of another needs another.
    state = choose([one for one in ActionState.values if one != ActionState.MERGED])
    offered = session.starts_at + HOUR
    yes = offered + dice.days(20) if state in SAID_YES or dice.maybe(0.1) else None
    due = (offered + dice.days(150, 10)).date()
    achieved = state in ACHIEVED
    verified = achieved and state != ActionState.DONE
    later = dice.days(40) if dice.maybe(0.3) else 0 * DAY
    action = ActionItem.objects.create(
        id=dice.id(),
        partnership=cem.partnership,
        session=session,
        number=dice.numbers,
        title="Check 40 homes for loose rugs",
        if_cue=choose(["", "it rains"]),
        first_step=choose(["", "Ring the landlord"]),
        done_test="A list",
        owner=choose(list(dice.members.values())),
        original_due=due,
        due=due + later,
        level=choose(["", *Level.values]),
        strength=choose(["", *Strength.values]),
        state=state,
        proposed_by=cem,
        offered_at=offered,
        accepted_at=yes,
        done_at=offered + dice.days(160, 20) if achieved else None,
        outcome="Checked" if achieved else "",
        verified_at=offered + dice.days(200, 160) if verified else None,
        review_on=today() + dice.random.randint(-60, 60) * DAY if verified else None,
    )
    insight = choose([*insights, None])
    step = Translation.objects.create(action=action, insight=insight, by=cem, at=offered)
    step.notes.set(insight.notes.all() if insight else notes[:2])
    _life(dice, action, later)


def _life(dice: Dice, action: ActionItem, later: timedelta) -> None:
    rows: list[Model] = [
        *_reports(dice, action),
        *_reviews(dice, action),
        *_handovers(dice, action),
        *_escalations(dice, action),
    ]
    if later:
        rows.append(_other_date(dice, action))
    for row in rows:
        row.save(force_insert=True)


def _reports(dice: Dice, action: ActionItem) -> list[CheckIn]:
    moments = sorted(
        found
        for _ in range(dice.random.randint(0, 4))
        if action.accepted_at and (found := dice.past(action.accepted_at + dice.days(200)))
    )
    return [
        CheckIn(
            id=dice.id(),
            action=action,
            by=dice.members["dag"],
            at=at,
            claim=dice.random.choice(Claim.values),
            text="So far",
        )
        for at in moments
    ]


def _other_date(dice: Dice, action: ActionItem) -> DueChange:
    return DueChange(
        id=dice.id(),
        action=action,
        before=action.original_due,
        after=action.due,
        reason="Snow",
        asked_by=dice.members["dag"],
        asked_at=action.offered_at,
        answered_at=action.offered_at,
        is_agreed=dice.maybe(0.8),
    )


def _reviews(dice: Dice, action: ActionItem) -> list[EffectReview]:
    if action.verified_at is None:
        return []
    return [
        EffectReview(
            id=dice.id(),
            action=action,
            by=dice.members["dag"],
            at=action.verified_at + number * DAY,
            effect=dice.random.choice(Effect.values),
            evidence="Nobody fell",
            next_step=dice.random.choice(["", *NextStep.values]),
        )
        for number in range(dice.random.randint(0, 2))
    ]


def _handovers(dice: Dice, action: ActionItem) -> list[Handover]:
    asked = [action.offered_at + number * DAY for number in range(dice.random.randint(0, 2))]
    return [
        Handover(
            id=dice.id(),
            action=action,
            before=action.owner,
            to=dice.members["cem"],
            reason="Another post",
            asked_by=action.owner,
            asked_at=at,
            ended_at=at + DAY if number < len(asked) or dice.maybe() else None,
            is_accepted=number < len(asked) and dice.maybe(),
        )
        for number, at in enumerate(asked, start=1)
    ]


def _escalations(dice: Dice, action: ActionItem) -> list[Escalation]:
    asked = [action.offered_at + dice.days(30) for _ in range(dice.random.randint(0, 1))]
    ended = [dice.past(at + dice.days(60, 1)) if dice.maybe(0.8) else None for at in asked]
    return [
        Escalation(
            id=dice.id(),
            action=action,
            forum="The board",
            ask="Who pays?",
            answer_by=(at + dice.days(60, 1)).date(),
            raised_by=action.owner,
            raised_at=at,
            ended_at=end,
            answer="The fund" if (answered := bool(end) and dice.maybe(0.8)) else "",
            answered_by=dice.members["cem"] if answered else None,
        )
        for at, end in zip(asked, ended, strict=True)
    ]


def _feedback(dice: Dice, session: ReflectionSession, insights: list[Insight]) -> None:
    about = [None, *(one for one in insights if one.state == "agreed")]
    for insight in dice.random.sample(about, dice.random.randint(0, len(about))):
        published = dice.past(session.ends_at + dice.days(60)) if dice.maybe() else None
        Feedback.objects.create(
            id=dice.id(),
            session=session,
            insight=insight,
            answer="doing",
            text="We are at it",
            promised_by=(session.ends_at + dice.days(40)).date() if dice.maybe() else None,
            drafted_by=dice.members["cem"],
            drafted_at=session.ends_at,
            published_at=published,
        )
