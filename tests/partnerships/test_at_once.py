import pytest

from kernel.errors import ConflictError, NotAllowedError
from partnerships.models.membership import Membership
from partnerships.models.partnership import Organisation, Theme
from partnerships.permissions import Role
from partnerships.queries import programme_managers_of
from partnerships.services.membership import (
    add_member,
    change_member,
    end_membership,
    organisation_named,
)
from partnerships.services.setup import add_theme
from tests.together import at_once, during

pytestmark = pytest.mark.django_db(transaction=True)


def _roles(manager, member, *roles):
    return change_member(manager, member.pk, roles=roles, organisation=None, mandate_level="micro")


@pytest.fixture
def second(cem, ada):
    return _roles(cem, ada, Role.PROGRAMME_MANAGER)


def test_two_managers_who_step_down_at_once_leave_one(cem, second):
    outcomes = at_once(
        lambda: end_membership(cem, cem.pk), lambda: _roles(second, second, Role.MEMBER)
    )

    assert [type(one) for one in outcomes].count(ConflictError) == 1
    assert len(programme_managers_of(cem.partnership)) == 1


def test_two_managers_who_remove_each_other_at_once_leave_one(cem, second):
    outcomes = at_once(
        lambda: end_membership(cem, second.pk), lambda: end_membership(second, cem.pk)
    )

    assert [type(one) for one in outcomes].count(NotAllowedError) == 1
    assert len(programme_managers_of(cem.partnership)) == 1


def test_a_manager_who_is_removed_meanwhile_cannot_act_any_more(cem, second, bo):
    outcome = during(lambda: end_membership(cem, second.pk), lambda: end_membership(second, bo.pk))

    bo.refresh_from_db()
    assert isinstance(outcome, NotAllowedError)
    assert bo.until is None


def test_adding_one_person_twice_at_once_makes_one_member(cem, second):
    outcomes = at_once(
        *(
            lambda who=who: add_member(who, email="fay@example.org", name="Fay", roles=["member"])
            for who in (cem, second)
        )
    )

    assert [type(one) for one in outcomes].count(ConflictError) == 1
    assert Membership.objects.filter(person__email="fay@example.org").count() == 1


def test_one_theme_or_organisation_named_twice_at_once_is_there_once(cem, second):
    themes = at_once(*(lambda who=who: add_theme(who, title="Falls") for who in (cem, second)))
    organisations = at_once(
        *(
            lambda who=who: organisation_named(who, name="Library", stakeholder_group="citizens")
            for who in (cem, second)
        )
    )

    assert [type(one) for one in themes].count(ConflictError) == 1
    assert Theme.objects.count() == 1
    assert organisations == [Organisation.objects.get(name="Library")] * 2
