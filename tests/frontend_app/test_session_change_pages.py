from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from letters.models import Letter
from reflections.models.data_item import DataItem
from reflections.models.session import ReflectionSession
from reflections.services.changing import cancel_session
from reflections.services.leading import start_session
from tests import cast
from tests.frontend_app.pages import hidden, signed_in, text_of
from tests.frontend_app.session_pages import get, planned, post, read, url_of


@pytest.fixture
def session(ada):
    return planned(ada)


def test_a_session_is_kept_as_a_draft_filled_and_then_planned(cem, bo, otto):
    plan = {
        "session_id": str(uuid4()),
        "template": "open-question",
        "title": "Falls at home",
        "scope": "theme",
        "mode": "on_site",
        "starts_at": "2027-03-02T19:30",
        "facilitator_id": str(cem.pk),
        "language": "en",
        "draft": "yes",
    }
    answer = signed_in(cem.person).post(reverse("plan_session", args=[cem.partnership.slug]), plan)
    draft = ReflectionSession.objects.get()
    assert (draft.state, answer.url) == ("draft", url_of("prepare_session", draft))
    assert get(otto, "session", draft).status_code == 404

    post(cem, "invite", draft, member_ids=[str(bo.pk), str(otto.pk)])
    page = read(cem, "prepare_session", draft)
    assert "They get the invitation when you plan the session." in page
    post(cem, "invite", draft, uninvite=str(otto.pk))
    assert not Letter.objects.exists()

    post(cem, "prepare_session", draft, step="plan")
    draft.refresh_from_db()
    assert draft.state == "planned"
    assert [letter.person for letter in Letter.objects.all()] == [bo.person]
    assert get(otto, "session", draft).status_code == 200


def test_a_plan_is_read_in_the_hours_of_the_region(cem, ada, session):
    cem.partnership.time_zone = "Europe/Lisbon"
    cem.partnership.save()
    page = get(ada, "change_session", session)
    form = page.context["form"]
    said = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    assert 'value="2027-03-02T18:30"' in page.content.decode()

    said |= {"starts_at": "2027-03-02T20:00", "ends_at": "2027-03-02T21:00"}
    post(ada, "change_session", session, **said)

    session.refresh_from_db()
    assert session.starts_at == datetime(2027, 3, 2, 20, 0, tzinfo=ZoneInfo("Europe/Lisbon"))


def test_who_changes_what_somebody_else_changed_sees_both_and_can_choose(ada, cem, session):
    form = get(ada, "change_session", session).context["form"]
    said = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    session.refresh_from_db()
    cast.change(cem, session, title="His title", place="Library")

    answer = post(ada, "change_session", session, **{**said, "title": "Her title"})

    page = text_of(answer)
    assert "Somebody else changed this session meanwhile." in page
    assert "Saved meanwhile: His title" in page
    assert "Saved meanwhile: Library" in page
    assert 'value="Her title"' in answer.content.decode()
    session.refresh_from_db()
    assert session.title == "His title"
    assert hidden(answer, "version") == str(session.version)

    post(
        ada,
        "change_session",
        session,
        **{**said, "title": "Her title", "version": hidden(answer, "version")},
    )
    session.refresh_from_db()
    assert session.title == "Her title"


def test_a_session_is_cancelled_with_a_reason_that_everybody_reads(ada, otto, session):
    assert "This cannot be undone." in read(ada, "cancel_session", session)
    assert "This field is required." in text_of(post(ada, "cancel_session", session, reason=""))

    answer = post(ada, "cancel_session", session, reason="The hall is flooded")

    assert answer.url == url_of("session", session)
    page = read(otto, "session", session)
    assert "This session is cancelled. You need not come. The hall is flooded" in page
    assert "Put it into your calendar" not in page
    listed = text_of(signed_in(otto.person).get(reverse("sessions", args=[otto.partnership.slug])))
    assert "Cancelled Falls at home" in listed


@pytest.mark.parametrize("name", ["change_session", "cancel_session"])
def test_once_it_is_live_its_plan_stays(ada, session, name):
    start_session(ada, session.pk)

    answer = get(ada, name, session)
    late = signed_in(ada.person).post(url_of(name, session), {"reason": "Snow"}, follow=True)

    assert answer.url == url_of("session", session)
    assert "its plan stays as it is" in late.content.decode()
    session.refresh_from_db()
    assert session.state == "live"


def test_a_data_item_is_brought_changed_and_removed(ada, session):
    said = {
        "item_id": str(uuid4()),
        "title": "Falls in 2025",
        "explanation": "Nine of a hundred people fell.",
        "as_of": "2025-12-31",
    }
    answer = post(ada, "new_data_item", session, **said)
    item = DataItem.objects.get()
    assert answer.url == url_of("about_session", session)
    assert "as of 31 December 2025" in read(ada, "about_session", session)

    change = {"title": "Falls", "explanation": "Nine of a hundred.", "version": "1"}
    post(ada, "change_data_item", session, item.pk, **change)
    item.refresh_from_db()
    assert (item.title, item.as_of, item.version) == ("Falls", None, 2)

    stale = post(
        ada,
        "change_data_item",
        session,
        item.pk,
        **{**change, "explanation": "Ten", "version": "1"},
    )
    assert "Saved meanwhile: Nine of a hundred." in text_of(stale)

    post(ada, "change_data_item", session, item.pk, remove="yes")
    assert not DataItem.objects.exists()


def test_a_data_item_needs_a_plain_explanation(ada, session):
    answer = post(ada, "new_data_item", session, item_id=str(uuid4()), title="Falls")

    assert "This field is required." in text_of(answer)


def test_a_cancelled_session_cannot_be_prepared_but_read(ada, session):
    cancel_session(ada, session.pk, reason="Snow")

    page = read(ada, "prepare_session", session)

    assert "Invite people" not in page
    assert "Cancel the session" not in page
