import pytest
from django.urls import reverse

from actions.services.closing import close_session
from partnerships.models.membership import Membership
from reflections.models.region_item import RegionItem
from reflections.models.session import ReflectionSession
from tests import cast, endings, region
from tests.frontend_app.pages import hidden, signed_in, text_of
from tests.unchanged import nothing_changed


def address(name: str, member: Membership, session: ReflectionSession, *ids: object) -> str:
    return reverse(name, args=[member.partnership.slug, session.pk, *ids])


def finished(ada: Membership, session: ReflectionSession) -> ReflectionSession:
    session.insights.update(disposition="escalate")
    return endings.closed(ada, session)


@pytest.fixture
def session(ada: Membership) -> ReflectionSession:
    return cast.collecting(ada)


def test_a_planned_region_wide_session_shows_its_digest_to_every_member(ada, cem, otto, session):
    region.sent_up(ada, session)
    whole = region.planned(cem)

    page = text_of(signed_in(otto.person).get(address("session", otto, whole)))

    assert "What the themes sent up 1" in page
    assert "Three plans, and nobody owns what lies between" in page
    assert f"The region should: {region.ASK}" in page
    assert "No reply yet" in page


def test_a_planned_session_on_a_theme_shows_no_digest(ada, otto, session):
    region.sent_up(ada, session)

    page = text_of(signed_in(otto.person).get(address("session", otto, cast.plan(ada))))

    assert region.ASK not in page


def test_an_insight_of_a_finished_session_goes_up_without_scripts(ada, session):
    insight = region.insight(ada, session)
    finished(ada, session)
    browser = signed_in(ada.person)
    path = address("send_up", ada, session, insight.pk)

    result = browser.get(address("session", ada, session)).content.decode()
    form = browser.get(path)
    answer = browser.post(
        path, {"item_id": hidden(form, "item_id"), "ask": "Say who pays"}, follow=True
    )

    assert path in result
    assert "The insight is sent up to the region." in text_of(answer)
    assert "What we sent up to the region 1" in text_of(answer)
    assert path not in answer.content.decode()
    assert RegionItem.objects.get().insight == insight


def test_an_ask_that_says_nothing_stays_on_the_form_with_what_is_wrong(ada, session):
    insight = region.insight(ada, session)
    path = address("send_up", ada, session, insight.pk)
    browser = signed_in(ada.person)
    item_id = hidden(browser.get(path), "item_id")

    with nothing_changed():
        answer = browser.post(path, {"item_id": item_id, "ask": "\u200b"})

    assert answer.context["form"].errors == {"ask": ["Please write something first."]}


def test_what_went_up_is_taken_back_without_scripts(ada, session):
    item = region.sent_up(ada, session)
    finished(ada, session)

    answer = signed_in(ada.person).post(address("take_back", ada, session, item.pk), follow=True)

    assert "The insight is taken back from the region." in text_of(answer)
    assert region.ASK not in text_of(answer)


def test_the_region_rewords_its_reply_after_its_session_and_the_theme_reads_it(
    ada, bo, cem, session
):
    item = region.sent_up(ada, session)
    finished(ada, session)
    whole = region.begun(cem)
    region.replied(cem, whole, item)
    close_session(cem, whole.pk)
    browser = signed_in(cem.person)
    path = address("region_reply", cem, whole, item.pk)

    result = browser.get(address("session", cem, whole))
    form = browser.get(path)
    browser.post(path, {"version": hidden(form, "version"), "reply": "The fund pays"})

    assert path in result.content.decode()
    theme = text_of(signed_in(bo.person).get(address("session", bo, session)))
    assert "Reply of the region: The fund pays" in theme
    report = text_of(signed_in(ada.person).get(address("report", ada, session)))
    assert "The fund pays" in report.partition("What we sent up to the region")[2]
    told = text_of(signed_in(bo.person).get(address("you_said", bo, session)))
    assert f"The region should: {region.ASK} Reply of the region: The fund pays" in told
    whole_report = text_of(browser.get(address("report", cem, whole)))
    assert "The fund pays" in whole_report.partition("What the themes sent up")[2]


def test_a_reply_that_somebody_else_changed_meanwhile_is_not_overwritten(ada, cem, session):
    item = region.sent_up(ada, session)
    whole = region.begun(cem)
    region.replied(cem, whole, item)

    with nothing_changed():
        answer = signed_in(cem.person).post(
            address("region_reply", cem, whole, item.pk), {"version": 1, "reply": "Nobody pays"}
        )

    assert "Somebody replied first." in text_of(answer)
    assert "Nobody pays" in answer.content.decode()


@pytest.mark.parametrize("who", ["bo", "otto", "dag"])
def test_others_are_not_offered_what_they_may_not_do(request, ada, cem, session, who):
    member = request.getfixturevalue(who)
    item = region.sent_up(ada, session)
    insight = region.insight(ada, session)
    whole = region.begun(cem)
    browser = signed_in(member.person)

    with nothing_changed():
        found = [
            browser.get(address("send_up", member, session, insight.pk)).status_code,
            browser.get(address("region_reply", member, whole, item.pk)).status_code,
        ]
        browser.post(address("take_back", member, session, item.pk))

    assert found == [403, 403]
