"""One evening, nine people: in the room and at home, on phones and by keyboard, with a name and without."""

from uuid import uuid4

import pytest

from partnerships.permissions import Role
from partnerships.services.membership import add_member, organisation_named
from reflections.models.session import ReflectionSession
from reflections.services.planning import SessionPlan, plan_session
from tests import cast
from tests.journeys.hybrid.concluding import (
    agree,
    finish,
    hand_over,
    make_it_an_action,
    see_what_became_of_it,
)
from tests.journeys.hybrid.people import TITLE
from tests.journeys.hybrid.talking import (
    group_them_together,
    split_up_and_come_together,
    take_a_note_off_the_board_and_put_it_back,
    talk_in_the_order_of_the_votes,
    vote,
)
from tests.journeys.hybrid.writing import (
    come_in,
    keep_an_eye_on_the_time,
    show_the_notes,
    write_in_many_ways,
)
from tests.journeys.people import Room


@pytest.fixture
def session(room: Room) -> ReflectionSession:
    """A session that is planned: Ada leads it, and there is time to vote and to talk."""
    return room.prepare(_session)


def _session() -> ReflectionSession:
    people = cast.start_westmeer()
    cem = people["cem"]
    panel = organisation_named(cem, name="Citizens' panel", stakeholder_group="citizens")
    for name, role in (
        ("Fay Smit", Role.FACILITATOR),
        ("Kim Postma", Role.CITIZEN_REPRESENTATIVE),
        ("Eva Dijk", Role.MEMBER),
        ("Mia de Boer", Role.MEMBER),
    ):
        email = f"{name[:3].lower()}@example.org"
        add_member(cem, email=email, name=name, roles=[role], organisation=panel)
    plan = SessionPlan(
        title=TITLE,
        goal="Know how people get home, and what we do about it",
        template="open-question",
        starts_at=cast.in_hours(0),
        opening=False,
    )
    return plan_session(people["ada"], session_id=uuid4(), plan=plan)


def test_nine_people_hold_a_session_from_the_door_to_what_became_of_it(room: Room, session):
    people, ears = come_in(room, session)
    write_in_many_ways(people)
    keep_an_eye_on_the_time(people)
    show_the_notes(people, ears)
    group_them_together(people)
    vote(people)
    talk_in_the_order_of_the_votes(people)
    take_a_note_off_the_board_and_put_it_back(people)
    split_up_and_come_together(people)
    hand_over(people)
    agree(people)
    make_it_an_action(people)
    finish(people)
    see_what_became_of_it(people)
