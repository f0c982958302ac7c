from uuid import uuid4

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction

from accounts.services import account_for
from letters.models import Letter
from letters.services import Addressed, deliver_letters, write_letters
from tests.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)


class Slow(EmailBackend):
    """A mail server that takes its time, so that two workers meet at it."""

    def send_messages(self, messages):
        assert not transaction.get_connection().in_atomic_block
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def _post(settings):
    settings.EMAIL_BACKEND = "tests.letters.test_at_once.Slow"
    settings.LETTER_COMPOSER = "tests.letters.test_letters.composer_for"
    # As if the jobs were lost: what goes out is what these workers send.
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def test_workers_that_meet_send_each_letter_once_and_hold_nobody_up():
    person = account_for(email="bo@example.org", name="Bo Jansen")
    with transaction.atomic():
        write_letters("invitation", [Addressed(person.pk, uuid4()) for _n in range(12)])

    sent = at_once(deliver_letters, deliver_letters, deliver_letters)

    assert sum(sent) == 12
    assert len({one.subject for one in mail.outbox}) == len(mail.outbox) == 12
    assert {letter.tries for letter in Letter.objects.all()} == {1}


def test_the_same_letters_written_at_once_are_written_once():
    person = account_for(email="bo@example.org", name="Bo Jansen")
    about = uuid4()

    def write():
        with transaction.atomic():
            write_letters("invitation", [Addressed(person.pk, about)])

    assert at_once(write, write, write) == [None] * 3
    assert Letter.objects.count() == 1
