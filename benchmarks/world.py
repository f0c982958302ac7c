"""A session with a full room, made through the product's own services."""

from dataclasses import dataclass
from importlib import import_module
from uuid import uuid4

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from accounts.models import Person
from accounts.services import account_for
from eventlog.events import session_stream
from kernel.clock import now
from partnerships.services.membership import add_member
from partnerships.services.setup import start_partnership
from reflections.queries.participants import participant_of
from reflections.services.door import Door, change_door
from reflections.services.joining import join_session
from reflections.services.leading import start_session
from reflections.services.notes import add_note, reveal_notes
from reflections.services.planning import SessionPlan, plan_session


@dataclass(frozen=True)
class World:
    """What the clients have to know."""

    stream: str
    address: str  # of the session, in the API
    column_id: str
    owner_id: str
    note_id: str
    leader: str  # the sign-in cookies
    audience: list[str]


def make_world(audience: int) -> World:
    """Make a partnership with so many members, all of whom take part in one session."""
    manager = start_partnership(
        account_for(email="lead@example.org", name="Lead"), name="Benchmark", language="en"
    )
    plan = SessionPlan(title="Full room", template="open-question", starts_at=now(), opening=False)
    session = plan_session(manager, session_id=uuid4(), plan=plan)
    door = Door(admits_guests=False, has_waiting_room=False, is_locked=False, capacity=audience + 1)
    change_door(manager, session.pk, door=door)
    start_session(manager, session.pk)
    members = [
        add_member(manager, email=f"m{n}@example.org", name=f"Member {n}", roles=["member"])
        for n in range(audience)
    ]
    for member in members:
        join_session(member, session.pk)
    column_id = session.columns.all()[0].pk
    note = add_note(
        participant_of(manager, session.pk),
        note_id=uuid4(),
        column_id=column_id,
        text="The stairs are dark",
    )
    reveal_notes(manager, session.pk)
    return World(
        stream=session_stream(session.pk),
        address=f"/api/v1/partnerships/{session.partnership_id}/sessions/{session.pk}/",
        column_id=str(column_id),
        owner_id=str(manager.pk),
        note_id=str(note.pk),
        leader=signed_in(manager.person),
        audience=[signed_in(member.person) for member in members],
    )


def signed_in(person: Person) -> str:
    """Return the cookie of a browser in which that person is signed in."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
