"""Attempts at what is done before a session."""

from partnerships.models.membership import Membership
from partnerships.services.settings import Settings, change_settings
from reflections.queries.preparation import needs_of
from reflections.queries.sessions import sessions_of
from tests import cast, preparing
from tests.partnerships.scene import Attempt, Scene


def settle(asking: Membership) -> object:
    """Decide who belongs at the table."""
    settings = Settings(
        time_zone="Europe/Stockholm",
        input_days=10,
        needs_days=3,
        expected_for_theme=["citizens"],
        expected_for_region=["citizens"],
    )
    return change_settings(asking, settings=settings)


def invite(scene: Scene) -> Attempt:
    """Ask somebody to come."""
    session = cast.plan(scene.leader)
    return lambda asking: preparing.invited(asking, session, scene.others["otto"])


def answer_invitation(scene: Scene) -> Attempt:
    """Answer for oneself."""
    session = cast.plan(scene.others["ada"])
    preparing.invited(scene.others["ada"], session, scene.others["bo"])
    if scene.relation == "own":
        preparing.invited(scene.others["ada"], session, scene.asking)
    return lambda asking: preparing.answered(asking, session)


def read_needs(scene: Scene) -> Attempt:
    """Read what somebody needs."""
    session = cast.plan(scene.leader)
    preparing.invited(scene.leader, session, scene.others["bo"])
    preparing.answered(scene.others["bo"], session, access_needs="A quiet room")
    return lambda asking: needs_of(asking, sessions_of(asking).get(pk=session.pk))


def bring_data(scene: Scene) -> Attempt:
    """Bring a data item."""
    session = scene.session()
    return lambda asking: preparing.brought(asking, session)
