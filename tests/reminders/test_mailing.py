from datetime import datetime, timedelta
from email import message_from_string
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.test import Client

from kernel.clock import at
from kernel.errors import InvalidInputError
from letters.services import deliver_letters
from reminders.kinds import Kind, Way
from reminders.models.notice import Mailing, Notice
from reminders.models.wish import MailTimes, Wish
from reminders.queries.mail import told_in
from reminders.services.looking import look_everywhere
from reminders.services.mailing import write_mail
from reminders.services.wishing import Times, choose_times, choose_ways
from tests import cast
from tests.crowd import people_who_said_yes
from tests.frontend_app.pages import signed_in, text_of
from tests.together import at_once
from tests.unchanged import nothing_changed

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# A Wednesday.
MORNING = datetime(2027, 3, 3, 9, tzinfo=AMSTERDAM)


def _round(moment=MORNING):
    """Do what the worker does at that moment, and return to whom mail went."""
    mail.outbox.clear()
    with at(moment):
        look_everywhere()
        write_mail()
        deliver_letters()
    return [message.to[0] for message in mail.outbox]


@pytest.fixture
def asked(westmeer):
    """Bo, who is asked to own an action at nine on a Wednesday."""
    with at(MORNING):
        cast.proposed(westmeer["ada"], westmeer["bo"])
    return westmeer["bo"]


def _times(**others):
    usual = {
        "gets_mail": True,
        "weekdays": range(5),
        "hour": 8,
        "quiet_from": 19,
        "quiet_until": 7,
    }
    return Times(**{**usual, **others})


def test_whatever_she_is_told_she_is_told_once(asked):
    assert _round() == ["bo@example.org"]
    with nothing_changed():
        assert _round() == []


def test_in_quiet_hours_and_on_her_free_days_no_mail_goes_out(asked):
    choose_times(asked.person, times=_times(weekdays=[3], hour=23, quiet_from=8, quiet_until=12))

    thursday = MORNING + timedelta(days=1)
    assert [_round(MORNING), _round(thursday), _round(thursday.replace(hour=12))] == [
        [],
        [],
        ["bo@example.org"],
    ]


def test_hours_are_those_of_her_clock(asked):
    choose_times(asked.person, times=_times(time_zone="Europe/Lisbon"))

    assert _round(MORNING.replace(hour=7)) == []
    assert _round(MORNING.replace(hour=8)) == ["bo@example.org"]


@pytest.mark.parametrize(
    ("way", "mails", "notices"), [("now", 1, 1), ("digest", 1, 1), ("here", 0, 1), ("not", 0, 0)]
)
def test_each_kind_comes_as_she_chose(asked, way, mails, notices):
    choose_ways(asked, ways={Kind.ASKED: way})

    assert len(_round()) == mails
    assert Notice.objects.filter(member=asked, settled_at=None).count() == notices


def test_what_is_usual_leaves_no_wish_and_nonsense_changes_nothing(asked):
    choose_ways(asked, ways={Kind.ASKED: Way.NOT})
    choose_ways(asked, ways={Kind.ASKED: Way.NOW})
    assert Wish.objects.count() == 0

    with nothing_changed():
        for ways in ({"eat": Way.NOW}, {Kind.ASKED: "by pigeon"}):
            with pytest.raises(InvalidInputError):
                choose_ways(asked, ways=ways)
        for wrong in ({"weekdays": []}, {"hour": 24}, {"time_zone": "Moon/Base"}):
            with pytest.raises(InvalidInputError):
                choose_times(asked.person, times=_times(**wrong))


def test_what_asks_nothing_any_more_when_the_mail_goes_out_is_left_out(asked):
    with at(MORNING):
        look_everywhere()
        write_mail()
    Notice.objects.update(settled_at=MORNING)

    assert _round() == []
    assert Mailing.objects.count() == 1


def test_the_words_of_many_mails_are_read_at_once(ada, session, django_assert_num_queries):
    with at(MORNING - timedelta(days=30)):
        due = (MORNING + timedelta(days=4)).date()
        people_who_said_yes(ada, session, people=5, each=2, due=due)
    with at(MORNING):
        look_everywhere()
        write_mail()
    mailings = set(Mailing.objects.values_list("pk", flat=True))

    with django_assert_num_queries(5):
        told = told_in(mailings)

    assert [(len(one.notices), len(one.tokens)) for one in told.values()] == [(2, 2)] * 5


def test_one_press_stops_the_mail_without_signing_in_and_looking_at_the_link_does_not(asked):
    _round()
    [message] = mail.outbox
    stop = message.extra_headers["List-Unsubscribe"]
    address = urlsplit(stop.strip("<>")).path
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert stop.strip("<>") in message.body
    assert message_from_string(message.message().as_string()).is_multipart()
    program = Client(enforce_csrf_checks=True)
    with nothing_changed():
        assert "Shall we stop it?" in text_of(
            program.get(address, headers={"accept-language": "en"})
        )

    answer = program.post(address, {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    assert MailTimes.objects.get(person=asked.person).stopped_at
    with at(MORNING):
        cast.proposed(asked.partnership.memberships.get(person__email="ada@example.org"), asked)
    assert _round(MORNING + timedelta(days=1)) == []
    program.post(address, {"mail": "start"})
    assert _round(MORNING + timedelta(days=1)) == ["bo@example.org"]


def test_the_page_of_wishes_keeps_times_and_ways(asked):
    browser = signed_in(asked.person)
    page = "/inbox/mail/"
    times = {"part": "times", "weekdays": ["0", "2"], "hour": "9", "quiet_from": "18"}
    ways = {f"{asked.partnership.slug}-{kind}": "here" for kind in Kind}

    first = browser.post(page, {**times, "quiet_until": "7", "time_zone": ""})
    second = browser.post(page, {"part": str(asked.pk), **ways})

    assert (first.status_code, second.status_code) == (302, 302)
    chosen = MailTimes.objects.get(person=asked.person)
    assert (chosen.weekdays, chosen.hour, chosen.quiet_from) == ([0, 2], 9, 18)
    assert chosen.stopped_at is not None
    assert set(Wish.objects.values_list("kind", "way")) == {
        (str(kind), "here") for kind in Kind if kind != Kind.INVITED
    }
    assert "Healthy Westmeer" in text_of(browser.get(page))


def test_the_inbox_shows_what_waits_and_marks_it_as_read(asked, otto):
    _round()
    browser = signed_in(asked.person)
    notice = Notice.objects.get(member=asked)
    assert "You are asked to do this by" in text_of(browser.get("/inbox/"))

    with nothing_changed():
        signed_in(otto.person).post("/inbox/", {"notice_id": str(notice.pk)})
        assert browser.post("/inbox/", {"notice_id": "x"}).status_code == 404
    browser.post("/inbox/", {"notice_id": str(notice.pk)})

    notice.refresh_from_db()
    assert notice.read_at
    assert "Mark as read" not in text_of(browser.get("/inbox/"))


@pytest.mark.django_db(transaction=True)
def test_two_workers_write_one_mail(asked):
    def work():
        with at(MORNING):
            return look_everywhere(), write_mail()

    outcomes = at_once(work, work, work)

    assert sorted(sum(counts) for counts in zip(*outcomes, strict=True)) == [1, 1]
    assert Mailing.objects.count() == 1
