"""A month of two partnerships: every mail of it, also when nearly everything goes wrong."""

import os
from collections import Counter
from pathlib import Path

import pytest
from django.core.mail.backends.locmem import EmailBackend

from frontend import periodic
from frontend.periodic import tick
from kernel.clock import at, now
from reminders.models.notice import Mailing
from tests.reminders.month import begin, live_through, on, page_of
from tests.together import at_once

PAGE = Path(__file__).parent / "month.txt"
DOWN_FROM, DOWN_UNTIL = on(8, "12:00"), on(9, "12:00")


class KilledError(BaseException):
    """What ends a worker wherever it is."""


class Trouble(EmailBackend):
    """A mail server that is down for a day, and at which a worker dies now and then."""

    connections = 0

    def send_messages(self, messages):
        if DOWN_FROM <= now() < DOWN_UNTIL:
            raise ConnectionRefusedError
        Trouble.connections += 1
        if Trouble.connections % 5 == 0:
            raise KilledError
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = "https://doorwerk.example.org"


def _words(sent):
    return Counter(_told(one.words) for one in sent)


def _told(words):
    """Return what a mail tells, without how much of what was told before still waits by then."""
    return words.strip().rpartition("\n\n")[0]


def _golden(days=31):
    """Return the mails of the page, as counted words, up to that day of March."""
    parts = [part.strip() for part in PAGE.read_text().split("=" * 72) if part.strip()]
    split = [part.partition("\n") for part in parts]
    return Counter(_told(words) for when, _, words in split if int(when.split()[1]) <= days)


def test_a_month_sends_exactly_these_mails(db):
    page = page_of(live_through(begin()))

    if os.environ.get("WRITE_MONTH"):
        PAGE.write_text(page)
    assert page == PAGE.read_text()


def test_killed_workers_and_a_dead_mail_server_delay_mails_and_lose_none(db, settings, monkeypatch):
    settings.EMAIL_BACKEND = "tests.reminders.test_month.Trouble"
    deaths = Counter()

    def dies_in_between() -> None:
        # After what was noticed and before it was mailed: the next worker goes on from there.
        deaths["between"] += 1
        if deaths["between"] % 3 == 0:
            raise KilledError

    cut = periodic.PERIODIC.index(periodic.write_mail)
    lists = (*periodic.PERIODIC[:cut], dies_in_between, *periodic.PERIODIC[cut:])
    monkeypatch.setattr(periodic, "PERIODIC", lists)

    def work() -> None:
        for _worker in range(4):
            try:
                return tick()
            except KilledError:
                deaths["all"] += 1
        return None

    sent = live_through(begin(), work)

    assert deaths["all"] > 20
    assert _words(sent) == _golden()


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_what_one_sends(monkeypatch):
    def work() -> None:
        moment = now()

        def round_() -> None:
            with at(moment):
                tick()

        assert at_once(round_, round_) == [None, None]

    sent = live_through(begin(), work, days=9)

    assert _words(sent) == _golden(days=9)
    assert Mailing.objects.count() == len(sent)
