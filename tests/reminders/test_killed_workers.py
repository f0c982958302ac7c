import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db.models import F

from bootstrap.places import ROOT
from kernel.clock import at, now, today
from letters.models import Letter, LetterState
from letters.services import FIRST_PAUSE
from reminders.models.wish import MailTimes
from tests import cast
from tests.crowd import people_who_said_yes
from tests.reminders.post_office import PATIENCE, post_office
from tests.whereabouts import database_address

PEOPLE = 40
# How many mails were taken when a worker dies.
EARLY, LATE = 7, 20
KILLED = -signal.SIGKILL


def _dozens_with_something_to_do():
    """Let each of them have an action due soon, and the daily mail at any hour of any day."""
    due = today() + timedelta(days=4)
    with at(now() - timedelta(days=30)):
        ada = cast.start_westmeer()["ada"]
        persons = people_who_said_yes(ada, cast.plan(ada), people=PEOPLE, each=1, due=due)
    MailTimes.objects.bulk_create(
        MailTimes(person=one, weekdays=list(range(7)), hour=0) for one in persons
    )


@contextmanager
def _worker(name, mail_server, folder):
    """A worker as the service runs it, whose mails come from that name; in the end it is asked to stop."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "DATABASE_URL": database_address(),
        "DOORWERK_DATA": str(folder),
        "EMAIL_URL": mail_server,
        "DEFAULT_FROM_EMAIL": f"{name}@example.org",
    }
    command = [sys.executable, "manage.py", "work"]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        try:
            yield process
            process.terminate()
            assert process.wait(PATIENCE) in {0, KILLED}
        finally:
            process.kill()


def _five_minutes_pass():
    """Let the letters that somebody died with be due again, as they are after the pause."""
    Letter.objects.update(due_at=F("due_at") - FIRST_PAUSE)


def _begun():
    """Return how often each mail was begun, by to whom it goes and under which id."""
    letters = Letter.objects.select_related("person")
    return {(one.person.email, f"<{one.pk}@127.0.0.1>"): one.tries for one in letters}


@pytest.mark.once
@pytest.mark.django_db(transaction=True)
def test_killed_workers_lose_no_mail_and_only_one_of_unknown_fate_comes_again(tmp_path):
    _dozens_with_something_to_do()
    with post_office() as (office, address):
        with _worker("first", address, tmp_path) as first:
            office.kill_before(EARLY, first)
            assert first.wait(PATIENCE) == KILLED
        not_taken = office.last
        with _worker("second", address, tmp_path) as second:
            office.kill_after(LATE, second)
            assert second.wait(PATIENCE) == KILLED
        of_unknown_fate = office.last
        _five_minutes_pass()
        missing = Letter.objects.filter(state=LetterState.WAITING).count()
        all_of_them = office.arrived.total() + missing
        office.let_meet(2)
        with _worker("third", address, tmp_path), _worker("fourth", address, tmp_path):
            assert office.wait_for(all_of_them)

    begun = _begun()
    assert {letter.state for letter in Letter.objects.all()} == {LetterState.SENT}
    assert office.senders == {f"{n}@example.org" for n in ("first", "second", "third", "fourth")}
    assert set(office.arrived) == set(begun)
    assert len(begun) == PEOPLE
    # Whatever nobody died with came once; what somebody died with, once for each time at most.
    assert all(1 <= times <= begun[mail] for mail, times in office.arrived.items())
    came = {address: times for (address, _id), times in office.arrived.items()}
    assert (came[not_taken], came[of_unknown_fate]) == (1, 2)
