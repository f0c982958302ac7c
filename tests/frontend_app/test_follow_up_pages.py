import re
from uuid import uuid4

import pytest

from actions.models.check_in import CheckIn
from actions.services.progress import Report, check_in
from partnerships.permissions import Role
from partnerships.services.membership import add_member
from reflections.models.question import LearningQuestion
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


def test_an_owner_is_asked_from_the_list_once_a_day(ada, bo, dag):
    action = cast.accepted(ada, bo)
    client = signed_in(dag.person)

    for _ in range(2):
        page = client.post("/follow-up/?flag=", {"ask": str(action.pk)}, follow=True)

    assert "Asked. The owner finds it" in text_of(page)
    assert "Dag Lind asked on" in text_of(page)
    assert action.asks.count() == 1
    assert client.post("/follow-up/", {"ask": "nobody"}).status_code == 404


@pytest.fixture
def round_page(ada, bo, dag, there, mira):
    """The first action of a round that Dag started twice, by pressing twice."""
    cast.accepted(ada, bo)
    cast.accepted(mira, mira)
    client = signed_in(dag.person)
    said = {"round_id": hidden(client.get("/follow-up/"), "round_id")}
    return [client.post("/follow-up/rounds/", said, follow=True) for _ in range(2)][-1]


def _here(page):
    """Return where the form of the action that is shown is sent to."""
    question = re.search(r'action="(\?on=[^"#]*)', page.content.decode())[1]
    return f"{page.wsgi_request.path}{question}"


def test_a_round_is_done_page_by_page_and_says_what_it_gave(dag, mira, round_page):
    client, address = signed_in(dag.person), round_page.wsgi_request.path
    here, check_in_id = _here(round_page), hidden(round_page, "follow-check_in_id")

    assert "Action 1 of 2" in text_of(round_page)
    for _ in range(2):
        said = report(check_in_id=check_in_id) | {"do": "report"}
        second = client.post(here, said, follow=True)
    assert "Action 2 of 2" in text_of(second)
    client.post(_here(second), {"do": "pass"})
    client.post(f"{address}finish/")

    ended = text_of(client.get(address))
    assert "1 action: moving" in ended
    assert "1 action without a report" in ended
    assert CheckIn.objects.count() == 1
    assert "Round of" in text_of(client.get("/follow-up/rounds/"))
    assert signed_in(mira.person).get(address).status_code == 403


def test_what_was_typed_in_a_round_is_there_when_one_comes_back(dag, round_page):
    client, here = signed_in(dag.person), _here(round_page)
    client.post(here, report(text="She said") | {"do": "keep"})

    assert "She said" in client.get(round_page.wsgi_request.path).content.decode()
    wrong = client.post(here, report(claim="stuck") | {"do": "report"})
    assert "Please say what stands in the way." in text_of(wrong)
    note = {"advisor_note_id": str(uuid4()), "text": "He is ill", "confidentiality": "mine"}
    said = {f"write_note-{name}": value for name, value in note.items()} | {"do": "note"}
    assert "Only me He is ill" not in text_of(client.get(here))
    assert "Only me" in text_of(client.post(here, said, follow=True))


def test_a_learning_question_tells_one_partnership_nothing_of_another(ada, bo, dag, there, mira):
    for member, action in ((dag, cast.accepted(ada, bo)), (there, cast.accepted(mira, mira))):
        said = Report(claim="stuck", text="No", blocker="Nobody decides", barrier="mandate")
        check_in(member, action.pk, check_in_id=uuid4(), report=said)
    client = signed_in(dag.person)
    page = client.get("/follow-up/patterns/")
    assert "Nobody can decide it" in text_of(page)
    asked = {"question_id": str(uuid4()), "slug": mira.partnership.slug, "barrier": "mandate"}

    for _ in range(2):
        assert client.post("/follow-up/patterns/", asked).status_code == 302
    made = LearningQuestion.objects.get()

    assert made.partnership == mira.partnership
    assert (
        made.text
        == "What can we do differently, now that this is in the way: nobody can decide it?"
    )
    assert client.post("/follow-up/patterns/", asked | {"slug": "elsewhere"}).status_code == 404
