from uuid import uuid4

import pytest

from actions.models.check_in import CheckIn
from partnerships.permissions import Role
from partnerships.services.membership import add_member
from tests import cast
from tests.frontend_app.pages import hidden, queries_for, signed_in, text_of


@pytest.fixture
def there(dag, mira):
    """Dag, in the second partnership that he advises."""
    return add_member(mira, email=dag.person.email, name="Dag Lind", roles=[Role.TRUSTED_ADVISOR])


def report(**changes):
    said = {
        "check_in_id": str(uuid4()),
        "claim": "moving",
        "text": "She did ten homes",
        "channel": "phone",
        "confidence": "green",
    } | changes
    return {f"follow-{name}": value for name, value in said.items()}


def test_the_actions_of_all_advised_partnerships_are_in_one_list(ada, bo, dag, there, mira):
    cast.accepted(ada, bo)
    cast.accepted(mira, mira)

    response = signed_in(dag.person).get("/follow-up/")

    page = text_of(response)
    assert "2 actions" in page
    assert "Healthy Westmeer" in page
    assert "Oostvoorde Together" in page
    for member in (dag, there):
        assert f"partnership:{member.partnership_id}" in response.content.decode()


def test_each_title_is_marked_with_the_language_of_its_partnership(dag, there, mira):
    mira.partnership.language = "sv"
    mira.partnership.save()
    cast.accepted(mira, mira)

    page = signed_in(dag.person).get("/follow-up/").content.decode()

    assert 'lang="sv">Check 40 homes' in page


def test_the_list_is_narrowed_by_partnership_and_flag(ada, bo, dag, there, mira):
    cast.accepted(ada, bo)
    cast.done(mira, mira)
    client = signed_in(dag.person)

    def count(**wanted):
        return client.get("/follow-up/", wanted).content.decode().count("data-item=")

    assert count() == 2
    assert count(partnership=mira.partnership.slug) == 1
    assert count(flag="done") == 1
    assert count(flag="overdue") == 0
    assert "No action fits" in text_of(client.get("/follow-up/", {"flag": "overdue"}))


def test_a_follow_up_is_recorded_in_the_list_and_once(ada, bo, dag):
    action = cast.accepted(ada, bo)
    client = signed_in(dag.person)
    address = f"/follow-up/?flag=&on={action.pk}"
    opened = client.get(address)
    said = report(check_in_id=hidden(opened, "follow-check_in_id"))

    for _ in range(2):
        response = client.post(address, said, follow=True)

    assert response.redirect_chain == [(f"/follow-up/#action-{action.pk}", 302)]
    assert "Your follow-up is saved." in text_of(response)
    assert "Dag Lind: She did ten homes" in text_of(response)
    assert [(one.by_id, one.channel) for one in CheckIn.objects.all()] == [(dag.pk, "phone")]


def test_a_refused_follow_up_keeps_what_was_typed(ada, bo, dag):
    action = cast.accepted(ada, bo)

    response = signed_in(dag.person).post(
        f"/follow-up/?on={action.pk}", report(claim="stuck", blocker="")
    )

    assert "Please say what stands in the way." in text_of(response)
    assert "She did ten homes" in response.content.decode()
    assert CheckIn.objects.count() == 0


def test_the_page_is_for_advisors(bo, mira, dag):
    theirs = cast.accepted(mira, mira)

    assert signed_in(bo.person).get("/follow-up/").status_code == 403
    assert signed_in(dag.person).post(f"/follow-up/?on={theirs.pk}", report()).status_code == 404
    assert signed_in(dag.person).post("/follow-up/?on=nonsense", report()).status_code == 404


def test_an_empty_list_says_why(dag):
    assert "Nothing to follow up" in text_of(signed_in(dag.person).get("/follow-up/"))


def test_the_list_asks_the_database_as_often_for_three_as_for_one(ada, bo, dag, there, mira):
    session = cast.collecting(ada)
    cast.proposed(ada, bo, session)
    client = signed_in(dag.person)
    before = queries_for(client, "/follow-up/")
    cast.proposed(ada, bo, session)
    cast.accepted(mira, mira)

    assert queries_for(client, "/follow-up/") == before
