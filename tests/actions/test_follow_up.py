import pytest

from actions.queries.follow_up import open_actions_before
from actions.services.commitment import accept_action
from kernel.errors import NotAllowedError
from partnerships.services.setup import add_theme
from reflections.models.session import ReflectionSession
from tests import cast


@pytest.fixture
def falls(cem):
    return add_theme(cem, title="Falls")


def _session(member, *themes):
    session = cast.collecting(member)
    session.themes.set(themes)
    return session


def _action_from(ada, bo, *themes):
    return accept_action(bo, cast.proposed(ada, bo, _session(ada, *themes)).pk)


def _open(member, session):
    return [one.action.id for one in open_actions_before(member, session.pk)]


def test_a_session_begins_with_what_is_open_on_its_themes(ada, bo, cem, falls):
    ours = _action_from(ada, bo, falls)
    _action_from(ada, bo, add_theme(cem, title="Sleep"))
    _action_from(ada, bo)
    session = _session(ada, falls)
    cast.proposed(ada, bo, session)

    assert _open(ada, session) == [ours.pk]


def test_without_themes_it_begins_with_all_that_is_open(ada, bo, falls):
    actions = {_action_from(ada, bo, falls).pk, _action_from(ada, bo).pk}
    done = cast.done(ada, bo)

    found = _open(ada, _session(ada))

    assert set(found) == actions
    assert done.pk not in found


def test_what_one_may_report_comes_along(ada, bo, dag, otto, falls):
    action = _action_from(ada, bo, falls)
    session = cast.collecting(ada, bo, dag, otto)

    def claims(member):
        return {one.action.id: one.claims for one in open_actions_before(member, session.pk)}

    every = ["not_started", "moving", "stuck"]
    assert claims(bo) == {action.pk: every}
    assert claims(dag) == {action.pk: every}
    assert claims(otto) == {action.pk: []}


def test_it_is_for_those_who_joined(ada, otto, mira, falls):
    session = _session(ada, falls)

    with pytest.raises(NotAllowedError):
        open_actions_before(otto, session.pk)
    with pytest.raises(ReflectionSession.DoesNotExist):
        open_actions_before(mira, session.pk)
