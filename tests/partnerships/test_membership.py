import pytest

from eventlog.events import partnership_stream
from eventlog.queries import happenings_since, position_of
from kernel.clock import today
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from partnerships.models.membership import Membership
from partnerships.models.partnership import Organisation
from partnerships.permissions import Role
from partnerships.queries import organisations_of
from partnerships.services.membership import (
    add_member,
    change_member,
    end_membership,
    organisation_named,
)
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def news(cem):
    stream = partnership_stream(cem.partnership_id)
    start = position_of(stream).sequence
    return lambda: [(one.kind, one.record_id) for one in happenings_since(stream, start)]


def _change(manager, member, *roles, organisation=None, level="micro"):
    return change_member(
        manager, member.pk, roles=roles, organisation=organisation, mandate_level=level
    )


def test_a_manager_makes_somebody_a_member(cem, news):
    office = organisations_of(cem).get(name="Programme office")

    new = add_member(
        cem,
        email="Fay@example.org",
        name="Fay Smit",
        roles=["member", "data_scientist"],
        organisation=office,
        mandate_level="meso",
    )

    new.refresh_from_db()
    assert (new.person.email, new.person.name, new.person.language) == (
        "fay@example.org",
        "Fay Smit",
        "en",
    )
    assert (new.roles, new.organisation, new.mandate_level) == (
        ["data_scientist", "member"],
        office,
        "meso",
    )
    assert (new.since, new.until, new.partnership) == (today(), None, cem.partnership)
    assert str(new) == "Fay Smit (Healthy Westmeer)"
    assert news() == [("member.joined", new.pk)]


def test_somebody_with_an_account_becomes_a_member_of_another_partnership_too(cem, mira, dag):
    there = add_member(mira, email="dag@example.org", name="D.", roles=[Role.TRUSTED_ADVISOR])

    assert (there.person, there.partnership) == (dag.person, mira.partnership)
    assert there.person.name == "Dag Lind"


@pytest.mark.parametrize("who", ["ada", "bo", "dag", "otto"])
def test_nobody_else_changes_who_is_a_member(westmeer, who):
    member, otto = westmeer[who], westmeer["otto"]

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            add_member(member, email="fay@example.org", name="Fay", roles=["member"])
        with pytest.raises(NotAllowedError):
            _change(member, member, Role.PROGRAMME_MANAGER)
        with pytest.raises(NotAllowedError):
            end_membership(member, otto.pk)
        with pytest.raises(NotAllowedError):
            organisation_named(member, name="Mine", stakeholder_group="citizens")


def test_a_member_is_not_added_twice(cem, bo):
    with nothing_changed(), pytest.raises(ConflictError, match="Bo Jansen is a member already"):
        add_member(cem, email="bo@example.org", name="Bo", roles=["member"])


def test_somebody_who_left_can_come_back(cem, bo, news):
    end_membership(cem, bo.pk)

    again = add_member(cem, email="bo@example.org", name="Bo", roles=["member"])

    assert Membership.objects.filter(person=bo.person, partnership=bo.partnership).count() == 2
    assert news() == [("member.left", bo.pk), ("member.joined", again.pk)]


@pytest.mark.parametrize("roles", [[], ["king"], ["member", "king"], [""]])
def test_only_listed_roles_are_given(cem, bo, roles):
    with nothing_changed():
        with pytest.raises(InvalidInputError) as refused:
            add_member(cem, email="fay@example.org", name="Fay", roles=roles)
        with pytest.raises(InvalidInputError):
            _change(cem, bo, *roles)

    assert refused.value.field == "roles"


def test_a_role_named_twice_is_given_once(cem, bo):
    changed = _change(cem, bo, "member", "member")

    assert changed.roles == ["member"]


def test_only_listed_levels_are_given(cem, bo):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _change(cem, bo, "member", level="giga")

    assert refused.value.field == "mandate_level"


def test_a_manager_changes_a_member(cem, bo, news):
    library = organisation_named(cem, name="Library", stakeholder_group="social_welfare")

    _change(cem, bo, "member", "facilitator", organisation=library, level="macro")

    bo.refresh_from_db()
    assert (bo.roles, bo.organisation, bo.mandate_level) == (
        ["facilitator", "member"],
        library,
        "macro",
    )
    assert news() == [("member.changed", bo.pk)]


def test_an_organisation_of_another_partnership_is_not_taken(cem, bo, mira):
    theirs = organisations_of(mira).get()

    with nothing_changed():
        with pytest.raises(InvalidInputError) as refused:
            _change(cem, bo, "member", organisation=theirs)
        with pytest.raises(InvalidInputError):
            add_member(
                cem, email="fay@example.org", name="Fay", roles=["member"], organisation=theirs
            )

    assert refused.value.field == "organisation"


def test_members_of_another_partnership_do_not_exist(cem, mira):
    with nothing_changed():
        with pytest.raises(Membership.DoesNotExist):
            _change(cem, mira, "member")
        with pytest.raises(Membership.DoesNotExist):
            end_membership(cem, mira.pk)


def test_a_membership_ends_today_and_what_she_did_stays(cem, bo, ada, news):
    action = cast.accepted(ada, bo)

    end_membership(cem, bo.pk)

    bo.refresh_from_db()
    action.refresh_from_db()
    assert (bo.until, action.owner) == (today(), bo)
    assert news()[-1] == ("member.left", bo.pk)


def test_a_membership_ends_once(cem, bo):
    end_membership(cem, bo.pk)

    with nothing_changed(), pytest.raises(Membership.DoesNotExist):
        end_membership(cem, bo.pk)


def test_there_is_always_a_programme_manager(cem, ada):
    with nothing_changed():
        with pytest.raises(ConflictError, match="needs a programme manager"):
            end_membership(cem, cem.pk)
        with pytest.raises(ConflictError, match="needs a programme manager"):
            _change(cem, cem, "facilitator")

    _change(cem, ada, "programme_manager")
    end_membership(cem, cem.pk)
    cem.refresh_from_db()
    assert cem.until == today()


def test_an_organisation_is_made_once_per_name(cem):
    first = organisation_named(cem, name=" The  library", stakeholder_group="social_welfare")

    again = organisation_named(cem, name="The library", stakeholder_group="citizens")

    assert again == first == Organisation.objects.get(name="The library")
    assert (str(first), first.stakeholder_group) == ("The library", "social_welfare")


@pytest.mark.parametrize(
    ("name", "group", "field"),
    [("Library", "books", "stakeholder_group"), (" ", "citizens", "organisation")],
)
def test_an_organisation_has_a_name_and_a_listed_group(cem, name, group, field):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        organisation_named(cem, name=name, stakeholder_group=group)

    assert refused.value.field == field
