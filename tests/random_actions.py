"""What a year thrown with dice holds of actions: how they are taken up, moved, ended and looked at."""

from datetime import timedelta

from django.db.models import Model

from actions.models.action import ActionItem, Strength, Translation
from actions.models.asking import Escalation, Handover
from actions.models.check_in import CheckIn
from actions.models.life import DueChange, EffectReview
from actions.states import ACHIEVED, OPEN, ActionState, Claim, Effect, NextStep
from kernel.clock import today
from partnerships.models.membership import Level
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from tests.dice import DAY, HOUR, Dice

SAID_YES = [*(OPEN - {ActionState.PROPOSED, ActionState.DECLINED}), *ACHIEVED]


def throw_action(
    dice: Dice, session: ReflectionSession, insights: list[Insight], notes: list[Note]
) -> None:
    """Throw one action that came from the session, with what happened to it."""
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
    _came_from(action, choose([*insights, None]), notes)
    _life(dice, action, later)


def _came_from(action: ActionItem, insight: Insight | None, notes: list[Note]) -> None:
    step = Translation.objects.create(
        action=action, insight=insight, by=action.proposed_by, at=action.offered_at
    )
    step.notes.set(insight.notes.all() if insight else notes[:2])


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
