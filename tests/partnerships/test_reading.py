from partnerships.permissions import Role
from partnerships.queries import (
    log_view_of,
    member_records,
    members_of,
    membership_in,
    memberships_of,
    organisations_of,
    theme_records,
    themes_of,
)
from partnerships.records import MemberRecord, ThemeRecord, partnership_record
from partnerships.services.membership import add_member
from partnerships.services.setup import add_theme
from tests import api, cast


def _shown_to(member, ids=None):
    return member_records(log_view_of(member), ids)


def _bo(bo, email):
    return MemberRecord(
        id=bo.pk,
        name="Bo Jansen",
        organisation="Citizens' panel",
        stakeholder_group="citizens",
        roles=["citizen_representative"],
        mandate_level="micro",
        email=email,
    )


def test_a_manager_sees_members_with_their_addresses(cem, bo):
    assert _shown_to(cem, [bo.pk]) == {str(bo.pk): _bo(bo, "bo@example.org")}
    assert len(_shown_to(cem)) == 5


def test_others_see_them_without_and_some_do_not_see_them_at_all(ada, bo, otto):
    assert _shown_to(ada, [bo.pk]) == {str(bo.pk): _bo(bo, "")}
    assert {record.email for record in _shown_to(ada).values()} == {""}
    assert _shown_to(otto) == {}


def test_members_who_left_and_members_elsewhere_are_not_shown(cem, bo, mira):
    cast.gone(cem, bo)

    assert _shown_to(cem, [bo.pk, mira.pk]) == {}
    assert str(mira.pk) not in _shown_to(cem)


def test_members_are_listed_by_name_over_http(ada, otto):
    listed = api.browser_of(ada).get(api.place("api_members", ada)).json()

    assert [one["name"] for one in listed] == [
        "Ada Visser",
        "Bo Jansen",
        "Cem Aydin",
        "Dag Lind",
        "Otto Bakker",
    ]
    assert api.browser_of(otto).get(api.place("api_members", otto)).json() == []
    assert [member.person.name for member in members_of(otto)] == [one["name"] for one in listed]


def test_people_see_the_partnerships_they_are_in_by_name(dag, mira):
    there = add_member(mira, email="dag@example.org", name="Dag", roles=[Role.TRUSTED_ADVISOR])

    shown = api.browser_of(dag).get("/api/v1/partnerships/").json()

    assert [one["name"] for one in shown] == ["Healthy Westmeer", "Oostvoorde Together"]
    assert shown[1] == {
        "id": str(mira.partnership_id),
        "slug": "oostvoorde-together",
        "name": "Oostvoorde Together",
        "ambition": "",
        "my_membership_id": str(there.pk),
        "my_roles": ["trusted_advisor"],
    }
    assert [partnership_record(one).slug for one in memberships_of(dag.person)] == [
        "healthy-westmeer",
        "oostvoorde-together",
    ]
    assert membership_in(dag.person, slug="oostvoorde-together") == there


def test_somebody_whose_account_is_off_is_nowhere(bo):
    bo.person.is_active = False
    bo.person.save(update_fields=["is_active"])

    assert list(memberships_of(bo.person)) == []


def test_themes_are_those_of_the_partnership(cem, otto, mira):
    falls = add_theme(cem, title="Falls", plain_title="On your feet", plan_goal_ref="4.2")
    add_theme(cem, title="Air")
    theirs = add_theme(mira, title="Sleep")
    view = log_view_of(otto)

    assert [theme.title for theme in themes_of(otto)] == ["Air", "Falls"]
    assert theme_records(view, [falls.pk, theirs.pk]) == {
        str(falls.pk): ThemeRecord(
            id=falls.pk, title="Falls", plain_title="On your feet", plan_goal_ref="4.2"
        )
    }
    assert len(theme_records(view, None)) == 2


def test_organisations_are_those_of_the_partnership(otto, mira):
    assert [one.name for one in organisations_of(mira)] == ["Programme office"]
    assert len(organisations_of(otto)) == 5


def test_a_member_without_organisation_is_shown_without(cem):
    new = add_member(cem, email="fay@example.org", name="Fay", roles=["member"])

    record = _shown_to(cem, [new.pk])[str(new.pk)]

    assert (record.organisation, record.stakeholder_group) == ("", "")
