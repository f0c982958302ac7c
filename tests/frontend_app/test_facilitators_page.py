import pytest
from django.urls import reverse

from partnerships.services.membership import add_member
from reflections.services.facilitators import add_facilitator
from tests import api, cast
from tests.unchanged import nothing_changed


@pytest.fixture
def session(ada):
    return cast.plan(ada)


@pytest.fixture
def page(session):
    return reverse("facilitators", args=[session.partnership.slug, session.pk])


def _take(member, page, step, who):
    return api.browser_of(member).post(page, {"step": step, "member": str(who)}, follow=True)


def _led_by(session):
    session.refresh_from_db()
    return session.facilitator, [one.membership for one in session.co_facilitators.all()]


def test_the_lead_asks_somebody_to_run_it_as_well(ada, cem, session, page):
    shown = api.browser_of(ada).get(page).content.decode()
    assert "Cem Aydin" in shown
    assert "Bo Jansen" not in shown

    answer = _take(ada, page, "add", cem.pk)

    assert _led_by(session) == (ada, [cem])
    assert "The changes are saved." in answer.content.decode()


def test_the_lead_is_handed_over_and_the_page_says_so(ada, cem, session, page):
    _take(ada, page, "hand_over", cem.pk)

    assert _led_by(session) == (cem, [ada])
    shown = api.browser_of(ada).get(page).content.decode()
    assert "Step back" in shown
    assert "Somebody else" not in shown


def test_somebody_steps_back_and_is_led_away_from_what_is_not_hers_any_more(
    ada, cem, session, page
):
    eli = add_member(cem, email="eli@example.org", name="Eli Winter", roles=["facilitator"])
    add_facilitator(ada, session.pk, member_id=eli.pk)

    answer = _take(eli, page, "remove", eli.pk)

    assert _led_by(session) == (ada, [])
    assert answer.redirect_chain[-1][0] == reverse(
        "session", args=[session.partnership.slug, session.pk]
    )


def test_nobody_takes_the_role_nor_sees_the_page_without_it(bo, cem, session, page):
    with nothing_changed():
        assert api.browser_of(bo).get(page).status_code == 403
        answer = _take(cem, page, "hand_over", cem.pk)
        assert "Nobody takes this role." in answer.content.decode()


@pytest.mark.parametrize(
    ("step", "who", "sentence"),
    [
        ("add", "", "Please choose a person first."),
        ("dance", "00000000-0000-0000-0000-000000000000", ""),
    ],
)
def test_a_step_without_a_person_or_that_does_not_exist_changes_nothing(
    ada, page, step, who, sentence
):
    with nothing_changed():
        answer = _take(ada, page, step, who)

    assert sentence in answer.content.decode()
