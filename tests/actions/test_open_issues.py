import pytest

from actions.queries.open_issues import open_levels_around
from actions.services.commitment import accept_action
from actions.services.progress import complete_action, verify_action
from partnerships.services.setup import add_theme
from reflections.models.session import Scope
from reflections.services.dispositions import Answer
from tests import cast, endings


@pytest.fixture
def theme(cem):
    return add_theme(cem, title="Falls")


def _session(member, theme, scope=Scope.THEME):
    session = cast.plan(member, "The next one")
    session.scope = scope
    session.save()
    if theme:
        session.themes.set([theme])
    return session


def _before(member, theme):
    session = cast.collecting(member, title="Before")
    session.themes.set([theme])
    return session


def _set_level(thing, level):
    thing.level = level
    thing.save()
    return thing


def test_open_actions_of_the_same_theme_count_until_they_are_done(ada, bo, dag, theme):
    action = _set_level(cast.proposed(ada, bo, _before(ada, theme)), "meso")
    session = _session(ada, theme)

    assert open_levels_around(session) == {"meso"}
    accept_action(bo, action.pk)
    complete_action(bo, action.pk, outcome="Forty homes were checked")
    assert open_levels_around(session) == set()
    verify_action(dag, action.pk)
    assert open_levels_around(session) == set()


def test_insights_count_until_somebody_acts_or_says_no(ada, theme):
    before = _before(ada, theme)
    insight = _set_level(cast.agreed(ada, before), "macro")
    session = _session(ada, theme)
    found = [open_levels_around(session)]

    asked = Answer("escalate", escalated_to="The ministry", answer_by=cast.in_days(30))
    for answer in (asked, Answer("no", "No money")):
        endings.answered(ada, before, insight, answer)
        found.append(open_levels_around(session))

    assert found == [{"macro"}, {"macro"}, set()]


def test_other_themes_and_other_partnerships_do_not_count(cem, ada, bo, mira, theme):
    other = add_theme(cem, title="Sleep")
    _set_level(cast.proposed(ada, bo, _before(ada, other)), "meso")
    _set_level(cast.proposed(mira, mira), "macro")

    assert open_levels_around(_session(ada, theme)) == set()
    assert open_levels_around(_session(ada, None)) == set()
    assert open_levels_around(_session(ada, None, Scope.REGION_WIDE)) == {"meso"}


def test_what_has_no_level_needs_no_mandate(ada, bo, theme):
    cast.proposed(ada, bo, _before(ada, theme))

    assert open_levels_around(_session(ada, theme)) == set()
