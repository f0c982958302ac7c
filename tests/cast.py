"""The people and the things that tests are about, made through the services."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.utils import translation

from accounts.models import Person
from accounts.services import account_for
from actions.models.action import ActionItem
from actions.models.check_in import CheckIn
from actions.services.commitment import accept_action
from actions.services.origin import Origin
from actions.services.progress import Report, check_in, complete_action
from actions.services.translation import ActionWording, translate_to_action
from kernel.clock import at, now, today
from partnerships.models.membership import Membership
from partnerships.permissions import Role
from partnerships.services.membership import add_member, end_membership, organisation_named
from partnerships.services.setup import start_partnership
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.models.template import SessionTemplate
from reflections.queries.participants import participant_of
from reflections.services.changing import change_session
from reflections.services.details import SessionDetails, details_of
from reflections.services.insights import Wording, agree_insight, draft_insight
from reflections.services.joining import Introduction, join_as_guest, join_session
from reflections.services.leading import GRACE, move_to_phase, start_session
from reflections.services.notes import add_note, reveal_notes
from reflections.services.planning import SessionPlan, draft_session, plan_session
from reflections.services.templates import copy_template, share_template
from reflections.states import PhaseKind
from reflections.visitors import Visitor
from tests.played_again import played_again

MEMBERS = {
    "ada": ("Ada Visser", Role.FACILITATOR, "Municipality of Westmeer", "municipality"),
    "bo": ("Bo Jansen", Role.CITIZEN_REPRESENTATIVE, "Citizens' panel", "citizens"),
    "dag": ("Dag Lind", Role.TRUSTED_ADVISOR, "Institute for Learning Regions", "knowledge"),
    "otto": ("Otto Bakker", Role.MEMBER, "Westmeer hospital", "hospital"),
}


@played_again
def start_westmeer(language: str = "en") -> dict[str, Membership]:
    """Make the partnership that most tests are about, with everybody in it."""
    cem_person = account_for(email="cem@example.org", name="Cem Aydin", language=language)
    with translation.override(language):
        cem = start_partnership(cem_person, name="Healthy Westmeer", language=language)
    cast = {"cem": cem}
    for key, (name, role, organisation, group) in MEMBERS.items():
        cast[key] = add_member(
            cast["cem"],
            email=f"{key}@example.org",
            name=name,
            roles=[role],
            organisation=organisation_named(
                cast["cem"], name=organisation, stakeholder_group=group
            ),
        )
    return cast


@played_again
def start_oostvoorde() -> Membership:
    """Make another partnership, with Mira as its programme manager."""
    person = account_for(email="mira@example.org", name="Mira Nilsson")
    return start_partnership(person, name="Oostvoorde Together", language="en")


def oostvoorde_with(mira: Membership) -> dict[str, Membership]:
    """Give Mira's partnership a cast of its own, under the names of the first one."""
    roles = {"ada": Role.FACILITATOR, "bo": Role.MEMBER, "dag": Role.TRUSTED_ADVISOR}
    others = {
        key: add_member(mira, email=f"{key}@oost.example.org", name=f"Other {key}", roles=[role])
        for key, role in {**roles, "otto": Role.MEMBER}.items()
    }
    return {"cem": mira, **others}


def gone(manager: Membership, member: Membership) -> Membership:
    """End the membership, and return it as it then is."""
    end_membership(manager, member.pk)
    member.refresh_from_db()
    return member


def stranger() -> Person:
    """Make somebody who is a member of nothing."""
    return account_for(email="eve@example.org", name="Eve Stranger")


@played_again
def plan(member: Membership, title: str = "Falls at home") -> ReflectionSession:
    """Plan a session that begins with its first question, led by *member*."""
    return plan_session(
        member,
        session_id=uuid4(),
        plan=SessionPlan(
            title=title, template="what-so-what-now-what", starts_at=now(), opening=False
        ),
    )


def draft(member: Membership, title: str = "Falls at home") -> ReflectionSession:
    """Begin to plan a session that others do not see yet."""
    return draft_session(
        member,
        session_id=uuid4(),
        plan=SessionPlan(title=title, template="open-question", starts_at=in_hours(48)),
    )


def change(member: Membership, session: ReflectionSession, **others: Any) -> ReflectionSession:
    """Change the plan of a session in what *others* says, from its version as *member* has it."""
    details = SessionDetails(**{**details_of(session), **others})
    return change_session(member, session.pk, details=details, version=session.version)


def draft_template(member: Membership, name: str = "what-so-what-now-what") -> SessionTemplate:
    """Make a draft of one's own from a built-in template."""
    return copy_template(member, template_id=uuid4(), name=name, language="en")


def template(member: Membership, name: str = "what-so-what-now-what") -> SessionTemplate:
    """Make a template of one's own, which the partnership can use."""
    return share_template(member, draft_template(member, name).pk)


@played_again
def collecting(
    member: Membership, *others: Membership, title: str = "Falls at home"
) -> ReflectionSession:
    """Plan and start a session led by *member*, joined by *others*, in its collecting phase."""
    session = plan(member, title)
    start_session(member, session.pk)
    for other in others:
        join_session(other, session.pk)
    session.refresh_from_db()
    return session


@played_again
def guest_in(session: ReflectionSession, name: str = "Gus", **said: Any) -> Participant:
    """Let a guest into the session."""
    introduction = Introduction(name=name, **said)
    return join_as_guest(session.pk, participant_id=uuid4(), introduction=introduction)


@played_again
def session_key_of(person: Person) -> str:
    """Return what a browser keeps in which somebody is signed in."""
    browser = Client()
    browser.force_login(Person.objects.get(pk=person.pk))
    return str(browser.session.session_key)


def visiting(guest: Participant) -> Visitor:
    """Return the guest as she looks at the session from her own browser."""
    return Visitor(parts={guest.session_id: guest.pk})


def part_of(member: Membership, session: ReflectionSession) -> Participant:
    """Return the member's part in the session."""
    return participant_of(member, session.pk)


@played_again
def write(
    member: Membership,
    session: ReflectionSession,
    text: str = "Loose rugs",
    *,
    note_id: UUID | None = None,
) -> Note:
    """Add a note in the first column."""
    return jot(part_of(member, session), text, note_id=note_id)


def jot(participant: Participant, text: str = "Loose rugs", *, note_id: UUID | None = None) -> Note:
    """Add a note of somebody who takes part, a guest perhaps, in the first column."""
    column = participant.session.columns.all()[0]
    return add_note(participant, note_id=note_id or uuid4(), column_id=column.pk, text=text)


@played_again
def revealed(member: Membership, session: ReflectionSession, *texts: str) -> list[Note]:
    """Add notes and show them to everybody."""
    notes = [write(member, session, text) for text in texts or ("Loose rugs", "No rails")]
    reveal_notes(session.facilitator, session.pk)
    for note in notes:
        note.refresh_from_db()
    return notes


def go_to(member: Membership, session: ReflectionSession, kind: PhaseKind) -> ReflectionSession:
    """Move to the first phase of that kind."""
    phase = session.phases.filter(kind=kind)[0]
    return move_to_phase(member, session.pk, phase_id=phase.pk)


@played_again
def agreed(
    member: Membership, session: ReflectionSession, statement: str = "Homes are not ready"
) -> Insight:
    """Agree an insight from two new notes."""
    notes = revealed(member, session)
    insight_id = uuid4()
    draft_insight(
        member,
        session.pk,
        insight_id=insight_id,
        wording=Wording(statement=statement, note_ids=[note.pk for note in notes]),
    )
    return agree_insight(member, session.pk, insight_id=insight_id)


@contextmanager
def after_the_grace() -> Iterator[None]:
    """Let it be the moment at which nobody's late notes are taken any more."""
    with at(now() + GRACE):
        yield


def in_days(days: int) -> date:
    """Return the day that many days from today."""
    return today() + timedelta(days=days)


def in_hours(hours: int) -> datetime:
    """Return the moment that many hours from now."""
    return now() + timedelta(hours=hours)


def wording_for(owner: Membership, title: str = "Check 40 homes for loose rugs") -> ActionWording:
    """Say who does what by when."""
    return ActionWording(
        title=title, owner_id=owner.pk, due=in_days(30), done_test="A list of 40 checked homes"
    )


@played_again
def proposed(
    member: Membership,
    owner: Membership,
    session: ReflectionSession | None = None,
    *,
    action_id: UUID | None = None,
) -> ActionItem:
    """Turn an agreed insight into an action and ask *owner*."""
    session = session or collecting(member)
    insight = agreed(member, session)
    return translate_to_action(
        member,
        session.pk,
        action_id=action_id or uuid4(),
        wording=wording_for(owner),
        origin=Origin(insight_id=insight.pk),
    )


@played_again
def accepted(member: Membership, owner: Membership) -> ActionItem:
    """Make an action that its owner said yes to."""
    return accept_action(owner, proposed(member, owner).pk)


@played_again
def done(member: Membership, owner: Membership) -> ActionItem:
    """Make an action that its owner says is done."""
    return complete_action(owner, accepted(member, owner).pk, outcome="All 40 homes were checked")


def reported(member: Membership, action: ActionItem, text: str = "Ten homes so far") -> CheckIn:
    """Report that an action moves."""
    return check_in(
        member, action.pk, check_in_id=uuid4(), report=Report(claim="moving", text=text)
    )
