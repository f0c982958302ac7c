from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from actions.services.people import show_to
from partnerships.services.membership import add_member
from reflections.services.changing import cancel_session
from reminders.links import feed_token_for
from reminders.models.feed import CalendarFeed
from reminders.services.feeds import renew_feed
from tests import cast, preparing
from tests.frontend_app.pages import signed_in, text_of
from tests.unchanged import nothing_changed


def _address(feed):
    return reverse("calendar_feed", args=[feed_token_for(feed)])


def _entries(feed):
    with nothing_changed():
        answer = Client(headers={"accept-language": "en"}).get(_address(feed))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer.headers["Cache-Control"]
    return Calendar.from_ical(answer.content).walk("VEVENT")


def _titles(feed):
    return sorted(str(event["SUMMARY"]) for event in _entries(feed))


@pytest.fixture
def scene(ada, bo, otto, dag):
    """Bo's action, Otto's, and sessions: one that Bo is asked to, others, a draft, one cancelled."""
    mine, theirs = cast.accepted(ada, bo), cast.accepted(ada, otto)
    asked, other, off = (cast.plan(ada, title) for title in ("Sleeping well", "Walking", "Off"))
    for session in (asked, other, off):
        cast.change(ada, _fresh(session), starts_at=cast.in_hours(48), ends_at=cast.in_hours(50))
    preparing.invited(ada, asked, bo)
    cancel_session(ada, off.pk, reason="Snow")
    cast.draft(ada, "Only planners know")
    return mine, theirs


def _fresh(session):
    session.refresh_from_db()
    return session


def test_her_own_feed_holds_what_she_does_and_where_she_is_asked_to_come(bo, scene):
    entries = _entries(renew_feed(bo.person))

    due = next(one for one in entries if str(one["SUMMARY"]).startswith("To be done"))
    assert due.start == scene[0].due
    assert due.end == scene[0].due + timedelta(days=1)
    assert due["TRANSP"] == "TRANSPARENT"
    assert due["URL"].endswith(f"/p/healthy-westmeer/actions/{scene[0].pk}/")
    assert sorted(str(one["SUMMARY"]) for one in entries) == [
        "Sleeping well",
        "To be done: Check 40 homes for loose rugs",
    ]


def test_the_feed_of_a_partnership_holds_all_of_it_and_nothing_hidden(bo, scene):
    feed = renew_feed(bo.person, slug="healthy-westmeer")

    titles = _titles(feed)

    assert titles.count("To be done: Check 40 homes for loose rugs") == 2
    assert {"Sleeping well", "Walking"} <= set(titles)
    assert not {"Off", "Only planners know"} & set(titles)
    text = Client().get(_address(feed)).content.decode()
    assert "@example.org" not in text
    assert "ATTENDEE" not in text


def test_a_new_address_makes_the_old_one_worthless(bo, scene):
    first = _address(renew_feed(bo.person))
    second = _address(renew_feed(bo.person))

    assert [Client().get(address).status_code for address in (first, second)] == [409, 200]
    assert CalendarFeed.objects.count() == 1
    assert Client().get(second.replace("/calendar/", "/calendar/x")).status_code == 409


def test_whoever_left_reads_no_more(cem, bo, scene):
    feed = renew_feed(bo.person, slug="healthy-westmeer")
    own = renew_feed(bo.person)
    cast.gone(cem, bo)

    assert Client().get(_address(feed)).status_code == 409
    assert _titles(own) == []


def test_nobody_makes_one_of_a_partnership_that_she_is_not_in(bo, mira):
    browser = signed_in(bo.person)

    with nothing_changed():
        assert browser.post("/inbox/calendars/", {"slug": "oostvoorde-together"}).status_code == 404


def test_the_page_makes_an_address_and_shows_it(bo, mira):
    add_member(mira, email=bo.person.email, name=bo.person.name, roles=["member"])
    browser = signed_in(bo.person)
    assert "Make an address" in text_of(browser.get("/inbox/calendars/"))

    browser.post("/inbox/calendars/", {"slug": "oostvoorde-together"})

    page = browser.get("/inbox/calendars/").content.decode()
    [address] = [part for part in page.split('"') if part.endswith(".ics")]
    assert Client().get(urlsplit(address).path).status_code == 200


def test_what_is_only_for_participants_is_in_no_feed_of_others(ada, bo, dag, scene):
    show_to(ada, scene[0].pk, visibility="participants")

    feeds = [renew_feed(one.person, slug=one.partnership.slug) for one in (bo, dag)]

    days = [[day for day in _titles(feed) if day.startswith("To be done")] for feed in feeds]
    assert [len(one) for one in days] == [2, 1]
