import pytest

from partnerships.models.membership import Membership
from partnerships.models.partnership import Organisation
from partnerships.permissions import Role
from partnerships.services.membership import add_member
from tests import cast
from tests.frontend_app.pages import queries_for, signed_in, text_of


def members_of(member, *rest) -> str:
    return "/".join([f"/p/{member.partnership.slug}/members", *map(str, rest), ""])


NEW = {
    "name": "Fleur Maas",
    "email": "fleur@example.org",
    "roles": ["citizen_representative"],
    "organisation_id": "",
    "organisation": "",
    "stakeholder_group": "",
    "mandate_level": "micro",
}


def test_members_are_shown_and_addresses_to_managers_only(cem, bo):
    to_manager = text_of(signed_in(cem.person).get(members_of(cem)))
    to_citizen = text_of(signed_in(bo.person).get(members_of(bo)))

    for page in (to_manager, to_citizen):
        assert "Ada Visser" in page
        assert "Municipality of Westmeer Municipality" in page
        assert "Trusted advisor" in page
    assert "ada@example.org" in to_manager
    assert "ada@example.org" not in to_citizen


def test_who_may_not_list_members_is_told_so(otto):
    response = signed_in(otto.person).get(members_of(otto))

    assert response.status_code == 403
    assert "does not let you see who else" in text_of(response)


def test_a_manager_adds_a_member_with_a_new_organisation(cem):
    response = signed_in(cem.person).post(
        members_of(cem, "new"),
        NEW | {"organisation": "Library Westmeer", "stakeholder_group": "social_welfare"},
        follow=True,
    )

    new = Membership.objects.get(person__email="fleur@example.org")
    assert "Fleur Maas is now a member and can sign in." in text_of(response)
    assert (new.organisation.name, new.roles) == ("Library Westmeer", ["citizen_representative"])


def test_a_refused_member_leaves_no_organisation_behind(cem, bo):
    response = signed_in(cem.person).post(
        members_of(cem, "new"),
        NEW
        | {
            "email": bo.person.email,
            "organisation": "Library Westmeer",
            "stakeholder_group": "social_welfare",
        },
    )

    assert "Bo Jansen is a member already." in text_of(response)
    assert 'value="Library Westmeer"' in response.content.decode()
    assert not Organisation.objects.filter(name="Library Westmeer").exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"roles": []}, "roles"),
        ({"organisation": "Library"}, "stakeholder_group"),
        ({"name": "\u200b"}, "name"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(cem, changes, field):
    response = signed_in(cem.person).post(members_of(cem, "new"), NEW | changes)

    assert response.status_code == 200
    assert f'id="id_{field}_error"' in response.content.decode()
    assert not Membership.objects.filter(person__email="fleur@example.org").exists()


def test_a_manager_changes_what_a_member_does(cem, otto):
    client = signed_in(cem.person)
    address = members_of(cem, otto.pk)
    assert 'value="member" checked' in client.get(address).content.decode().replace(
        'id="id_roles_5" ', ""
    )

    client.post(
        address,
        {"roles": ["data_scientist", "member"], "organisation_id": "", "mandate_level": "macro"},
    )

    otto.refresh_from_db()
    assert otto.roles == ["data_scientist", "member"]
    assert (otto.organisation, otto.mandate_level) == (None, "macro")


def test_the_last_manager_stays(cem):
    client = signed_in(cem.person)
    change = {"roles": ["member"], "organisation_id": "", "mandate_level": "meso"}

    changed = text_of(client.post(members_of(cem, cem.pk), change))
    ended = text_of(client.post(members_of(cem, cem.pk, "end")))

    assert "Every partnership needs a programme manager." in changed
    assert "Every partnership needs a programme manager." in ended


def test_ending_a_membership_asks_first_who_takes_over_what_is_left(ada, bo, cem, otto):
    kept, dropped = cast.accepted(ada, bo), cast.accepted(ada, bo)
    client, page = signed_in(cem.person), members_of(cem, bo.pk, "end")

    asked = text_of(client.get(page))
    refused = text_of(client.post(page, {f"to-{kept.pk}": "nonsense"}))
    choices = {
        f"to-{kept.pk}": str(otto.pk),
        f"to-{dropped.pk}": "drop",
        f"reason-{dropped.pk}": "The flats are sold",
    }
    done = client.post(page, choices, follow=True)

    assert "2 open actions have this owner." in asked
    assert "Who takes it over?" in asked
    assert refused.count("Who takes it over?") == 2
    assert "Bo Jansen is no longer a member." in text_of(done)
    assert Membership.objects.get(pk=bo.pk).until is not None
    kept.refresh_from_db()
    dropped.refresh_from_db()
    assert (kept.owner_id, dropped.state) == (otto.pk, "dropped")


def test_a_manager_who_leaves_ends_on_the_first_page(cem, ada):
    other = add_member(cem, email="new@example.org", name="New", roles=[Role.PROGRAMME_MANAGER])

    response = signed_in(cem.person).post(members_of(cem, cem.pk, "end"), follow=True)

    assert response.redirect_chain == [("/", 302)]
    assert other.until is None


@pytest.mark.parametrize("rest", [["new"], ["ME"], ["ME", "end"]])
def test_only_managers_manage_and_only_their_own(ada, mira, rest):
    path = [ada.pk if part == "ME" else part for part in rest]
    theirs = [mira.pk if part == "ME" else part for part in rest]

    assert signed_in(ada.person).get(members_of(ada, *path)).status_code == 403
    assert signed_in(ada.person).get(members_of(mira, *theirs)).status_code == 404
    if "ME" in rest:
        assert signed_in(mira.person).get(members_of(mira, *path)).status_code == 404


def test_the_list_asks_the_database_as_often_for_more_members(cem):
    client = signed_in(cem.person)
    before = queries_for(client, members_of(cem))
    for number in range(3):
        add_member(cem, email=f"n{number}@example.org", name=f"N {number}", roles=[Role.MEMBER])

    assert queries_for(client, members_of(cem)) == before
