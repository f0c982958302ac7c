import logging
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command

from bootstrap.places import ROOT
from frontend import periodic
from frontend.periodic import PERIODIC, tick
from kernel.clock import at, now, today
from letters.models import Letter
from reflections.models.invitation import AttendanceNeeds
from tests import cast, preparing
from tests.unchanged import nothing_changed
from tests.whereabouts import database_address

PATIENCE = 60.0


def _scene(ada, bo):
    session = cast.plan(ada)
    session.refresh_from_db()
    start = now() + timedelta(days=9)
    cast.change(
        ada,
        session,
        starts_at=start,
        ends_at=start + timedelta(hours=1),
        input_opens_on=today() + timedelta(days=2),
    )
    preparing.invited(ada, session, bo)
    preparing.answered(bo, session, access_needs="Large print")
    return session


def test_everything_happens_when_its_time_has_come_and_once(ada, bo):
    session = _scene(ada, bo)

    tick()
    session.refresh_from_db()
    assert (session.state, len(mail.outbox)) == ("planned", 1)
    with at(now() + timedelta(days=3)):
        tick()
    session.refresh_from_db()
    assert session.state == "input_open"
    assert AttendanceNeeds.objects.count() == 1
    with at(now() + timedelta(days=40)):
        tick()
        assert AttendanceNeeds.objects.count() == 0
        with nothing_changed():
            tick()


def test_what_fails_keeps_nothing_else_from_being_done(ada, bo, monkeypatch, caplog):
    _scene(ada, bo)

    def broken() -> None:
        raise ValueError("the disk is full")

    monkeypatch.setattr(periodic, "PERIODIC", (broken, *PERIODIC))
    with caplog.at_level(logging.ERROR):
        tick()

    assert "broken failed and is tried again" in caplog.text
    assert [letter.state for letter in Letter.objects.all()] == ["sent"]


def test_one_round_can_be_asked_for(ada, bo):
    _scene(ada, bo)

    call_command("work", "--once")

    assert len(mail.outbox) == 1


@pytest.mark.once
@pytest.mark.django_db(transaction=True)
def test_the_worker_goes_its_rounds_beside_the_jobs_and_ends_when_asked(
    ada, bo, settings, tmp_path
):
    # A letter whose job was lost: only the rounds can find it.
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    preparing.invited(ada, cast.plan(ada), bo)
    assert Letter.objects.get().state == "waiting"
    (mailbox := tmp_path / "mail").mkdir()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "DATABASE_URL": database_address(),
        "DOORWERK_DATA": str(tmp_path),
        "EMAIL_URL": f"filemail:///{mailbox}",
    }

    command = [sys.executable, "manage.py", "work"]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as worker:
        end = time.monotonic() + PATIENCE
        while not list(mailbox.iterdir()) and worker.poll() is None and time.monotonic() < end:
            time.sleep(0.1)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(PATIENCE) == 0

    assert len(list(mailbox.iterdir())) == 1
    assert Letter.objects.get().state == "sent"
