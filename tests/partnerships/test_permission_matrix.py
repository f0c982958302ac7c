import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerships.permissions import COLUMNS, TABLE, Reach, Role, reaches
from partnerships.services.membership import add_member, change_member
from tests import cast
from tests.made_once import made_once
from tests.partnerships.probes import PROBES
from tests.partnerships.scene import Scene, may, through_the_door
from tests.unchanged import nothing_changed, undone

# The table and the sentences over it are our own text, the same on every database.
pytestmark = pytest.mark.once
LINES = [(name, relation) for name, probe in PROBES.items() for relation in probe.relations]

# These read or make things of whoever asks; the test of all addresses tries them as outsiders.
ABOUT_ONES_OWN = {
    *("partnership.read", "member.list", "member.read_address", "action.read", "insight.read"),
    *("indicators.read", "question.read", "question.keep", "example.read"),
    *("member.manage", "theme.manage", "settings.change", "session.plan"),
    *("saved_view.keep", "saved_view.share", "action.from_minutes"),
}

LINES_ABOUT_OTHERS = [(name, bound) for name, bound in LINES if name not in ABOUT_ONES_OWN]


def _set_scene(westmeer, name, relation):
    asking = add_member(westmeer["cem"], email="x@example.org", name="X", roles=[Role.FACILITATOR])
    return asking, PROBES[name].set_scene(Scene(westmeer, asking, relation))


def _give_roles(cem, asking, roles):
    return change_member(
        cem, asking.pk, roles=roles, organisation=None, mandate_level=asking.mandate_level
    )


def _promised(name, roles, relation):
    cells = {reach for role, reach in zip(COLUMNS, TABLE[name], strict=True) if role in roles}
    return Reach.ALL in cells or any(reach.value == relation for reach in cells)


def test_every_line_has_a_probe_and_every_probe_a_line():
    assert list(PROBES) == list(TABLE)


def test_every_reach_in_the_table_is_probed():
    missing = [
        (name, reach.value)
        for name, line in TABLE.items()
        for reach in set(line) & {Reach.JOINED, Reach.OWN}
        if reach.value not in PROBES[name].relations
    ]

    assert missing == []


def each(lines):
    return pytest.mark.parametrize(
        "probed", lines, ids=["-".join(line) for line in lines], indirect=True, scope="module"
    )


@pytest.fixture(scope="module")
def probed(request, django_db_setup, django_db_blocker):
    """One line of the table and what binds whoever asks, with the scene in which it is tried."""
    name, relation = request.param

    def make():
        westmeer, mira = cast.start_westmeer(), cast.start_oostvoorde()
        return (name, relation, westmeer["cem"], mira, *_set_scene(westmeer, name, relation))

    with made_once(django_db_blocker, make) as made:
        yield made


@each(LINES)
@pytest.mark.django_db
def test_every_role_can_do_what_the_table_says_and_no_more(probed):
    name, relation, cem, _, asking, attempt = probed
    found = {}

    for role in COLUMNS:
        with undone():
            found[role] = may(attempt, _give_roles(cem, asking, [role]))

    assert found == {role: _promised(name, [role], relation) for role in COLUMNS}


@each(LINES)
@pytest.mark.django_db
def test_a_former_member_can_do_nothing(probed):
    name, _, cem, _, asking, attempt = probed
    changed = _give_roles(cem, asking, [Role.PROGRAMME_MANAGER])
    former = cast.gone(cem, changed)

    if PROBES[name].reads:
        assert not may(lambda one: attempt(through_the_door(one)), former)
        return
    with nothing_changed():
        assert not may(attempt, former)


@each(LINES_ABOUT_OTHERS)
@pytest.mark.django_db
def test_a_manager_of_another_partnership_can_do_nothing_here(probed):
    _, _, _, mira, _, attempt = probed

    with nothing_changed():
        assert not may(attempt, mira)


@given(name=st.sampled_from(sorted(TABLE)), roles=st.lists(st.sampled_from(COLUMNS), unique=True))
def test_roles_add_up_and_none_takes_anything_away(name, roles):
    separately = [reaches([role], name) for role in roles]

    assert reaches(roles, name) == set().union(*separately)
    assert all(reaches(roles[:n], name) <= reaches(roles, name) for n in range(len(roles)))


def test_an_unknown_permission_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        reaches([Role.MEMBER], "note.eat")


def test_every_line_names_every_role():
    assert {len(line) for line in TABLE.values()} == {len(COLUMNS)} == {len(Role)}
