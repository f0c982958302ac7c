import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerships.models.membership import Level
from partnerships.models.partnership import StakeholderGroup
from partnerships.permissions import Role
from partnerships.services.membership import change_member
from reflections.composition import Expected, Facts, Finding, Gap, composition_of
from reflections.queries.composition import expected_people
from reflections.services.joining import join_session
from reflections.services.leading import open_input
from tests import cast, preparing

CITIZEN = Expected("citizens", True, "micro")
NURSE = Expected("hospital", False, "micro")
MANAGER = Expected("municipality", False, "meso")
MINISTER = Expected("insurer", False, "macro")


def _facts(*people, **others):
    said = {"expected_groups": [], "open_levels": [], "data_items": 1, **others}
    return Facts(people=people, **said)


def test_nothing_is_missing_when_everybody_is_there():
    facts = _facts(
        CITIZEN,
        CITIZEN,
        NURSE,
        MANAGER,
        expected_groups=["citizens", "hospital", "municipality"],
        open_levels=["micro", "meso"],
    )

    assert composition_of(facts) == []


def test_with_nobody_invited_that_is_said_first_and_nothing_about_groups():
    facts = _facts(expected_groups=["citizens", "hospital"], open_levels=["meso"], data_items=0)

    assert composition_of(facts) == [Finding(Gap.NOBODY), Finding(Gap.NO_DATA)]


def test_each_expected_group_that_is_missing_is_named_in_order():
    facts = _facts(CITIZEN, CITIZEN, expected_groups=["insurer", "citizens", "hospital"])

    assert composition_of(facts) == [
        Finding(Gap.GROUP, "hospital"),
        Finding(Gap.GROUP, "insurer"),
    ]


@pytest.mark.parametrize(
    ("citizens", "expected", "found"),
    [
        (0, ["citizens"], [Finding(Gap.NO_CITIZEN)]),
        (1, ["citizens"], [Finding(Gap.ONE_CITIZEN)]),
        (2, ["citizens"], []),
        (0, [], []),
        (1, [], [Finding(Gap.ONE_CITIZEN)]),
    ],
)
def test_no_citizen_should_be_alone(citizens, expected, found):
    facts = _facts(NURSE, *[CITIZEN] * citizens, expected_groups=expected)

    assert composition_of(facts) == found


@pytest.mark.parametrize(
    ("people", "open_levels", "missing"),
    [
        ([NURSE], ["micro"], []),
        ([NURSE], ["meso"], ["meso"]),
        ([NURSE], ["meso", "macro"], ["meso", "macro"]),
        ([MANAGER], ["meso", "macro"], ["macro"]),
        ([MINISTER], ["meso", "macro"], []),
    ],
)
def test_somebody_needs_the_mandate_for_what_is_open(people, open_levels, missing):
    found = composition_of(_facts(*people, open_levels=open_levels))

    assert found == [Finding(Gap.NO_MANDATE, level) for level in missing]


people = st.builds(
    Expected,
    group=st.sampled_from(["", *StakeholderGroup.values]),
    is_citizen=st.booleans(),
    mandate_level=st.sampled_from(Level.values),
)


@given(
    there=st.lists(people, min_size=2),
    more=people,
    groups=st.lists(st.sampled_from(StakeholderGroup.values), unique=True),
    levels=st.lists(st.sampled_from(Level.values), unique=True),
)
def test_one_person_more_never_makes_more_missing(there, more, groups, levels):
    def missing(*who):
        found = composition_of(_facts(*who, expected_groups=groups, open_levels=levels))
        # From none to one is another sentence, and not a worse one.
        return {Finding(Gap.NO_CITIZEN) if one.gap is Gap.ONE_CITIZEN else one for one in found}

    before = missing(*there)
    alone = {Finding(Gap.NO_CITIZEN)} if more.is_citizen else set()
    assert missing(*there, more) <= before | alone


def test_who_may_come_is_counted_with_who_leads_and_who_is_there(cem, ada, bo, dag, otto):
    session = cast.plan(ada)
    assert expected_people(session) == []

    preparing.invited(ada, session, bo, otto)
    preparing.answered(otto, session, "no")
    open_input(ada, session.pk)
    join_session(dag, session.pk)

    found = {(one.group, one.is_citizen) for one in expected_people(session)}
    assert found == {("citizens", True), ("municipality", False), ("knowledge", False)}


def test_a_citizen_is_who_represents_them_wherever_she_works(cem, ada, otto):
    session = cast.plan(ada)
    preparing.invited(ada, session, otto)
    change_member(
        cem,
        otto.pk,
        roles=[Role.CITIZEN_REPRESENTATIVE],
        organisation=None,
        mandate_level="meso",
    )

    assert Expected("", True, "meso") in expected_people(session)


def test_who_has_left_is_not_expected(cem, ada, bo, otto):
    session = cast.plan(ada)
    preparing.invited(ada, session, bo, otto)
    cast.gone(cem, bo)

    assert {one.group for one in expected_people(session)} == {"hospital", "municipality"}
