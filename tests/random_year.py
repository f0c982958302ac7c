"""A year of a partnership, thrown with dice: sessions, notes, insights, and what became of actions."""

from datetime import datetime

from kernel.clock import now
from partnerships.models.membership import Level, Membership
from partnerships.models.partnership import StakeholderGroup, Theme
from reflections.models.feedback import Feedback
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.participant import Participant
from reflections.models.recurrence import Recurrence
from reflections.models.region_item import RegionItem
from reflections.models.session import ReflectionSession, SessionColumn, SessionPhase
from reflections.states import Disposition, PhaseKind
from tests.dice import DAY, HOUR, Dice
from tests.random_actions import throw_action


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
        throw_action(dice, session, insights, notes)
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
    _comparison(dice, insight)
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


def _comparison(dice: Dice, insight: Insight) -> None:
    before = Insight.objects.filter(
        session__partnership=insight.session.partnership_id,
        session__starts_at__lt=insight.session.starts_at,
        state="agreed",
    )
    earlier = before.order_by("pk").first()
    if earlier and insight.state == "agreed" and dice.maybe():
        Recurrence.objects.create(
            id=dice.id(),
            insight=insight,
            earlier=earlier,
            is_confirmed=dice.maybe(),
            by=dice.members["cem"],
            at=insight.session.ends_at,
        )


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
