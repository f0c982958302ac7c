import logging
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected
from uuid import uuid4

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction

from accounts.services import account_for
from kernel.clock import at, now
from letters import services
from letters.models import Letter, LetterState
from letters.queries import letter_about, letters_about
from letters.services import (
    Addressed,
    TooEarlyError,
    count_as_sent,
    deliver_letters,
    remove_letters,
    try_again,
    write_letters,
)


class Post(EmailBackend):
    """A mail server whose answers a test chooses: one for each mail, the last one for the rest."""

    answers: list[BaseException | None]
    asked: int

    def send_messages(self, messages):
        Post.asked += 1
        answer = Post.answers.pop(0) if len(Post.answers) > 1 else Post.answers[0]
        if answer:
            raise answer
        return super().send_messages(messages)


def compose(letter: Letter) -> EmailMessage | None:
    if letter.kind == "outdated":
        return None
    if letter.kind == "early":
        raise TooEarlyError
    if letter.kind == "broken":
        raise ValueError("no such template")
    return EmailMessage(f"About {letter.about_id}", "Words", to=[letter.person.email])


def composer_for(letters):
    if len(letters) > 1 and any(letter.kind == "broken" for letter in letters):
        raise ValueError("no such template")
    return compose


@pytest.fixture
def person(db):
    return account_for(email="bo@example.org", name="Bo Jansen")


@pytest.fixture(autouse=True)
def post(settings):
    settings.EMAIL_BACKEND = "tests.letters.test_letters.Post"
    settings.LETTER_COMPOSER = "tests.letters.test_letters.composer_for"
    settings.SITE_URL = "https://doorwerk.example.org"
    Post.answers, Post.asked = [None], 0
    return Post


def _write(person, *abouts, kind="invitation", version=0):
    with transaction.atomic():
        write_letters(kind, [Addressed(person.pk, about, version) for about in abouts])


def _states():
    return [letter.state for letter in Letter.objects.order_by("due_at", "key")]


def _later(**span):
    return at(now() + timedelta(**span))


def test_a_letter_is_sent_once_however_often_it_is_written(person):
    about = uuid4()
    _write(person, about)
    _write(person, about)

    sent = [deliver_letters(), deliver_letters()]
    _write(person, about)
    sent.append(deliver_letters())

    assert sent == [1, 0, 0]
    assert [(one.to, one.subject) for one in mail.outbox] == [
        (["bo@example.org"], f"About {about}")
    ]
    letter = Letter.objects.get()
    assert (letter.state, letter.tries, letter.settled_at is not None) == ("sent", 1, True)
    headers = mail.outbox[0].extra_headers
    assert headers["Message-ID"] == f"<{letter.pk}@doorwerk.example.org>"
    assert headers["Auto-Submitted"] == "auto-generated"


def test_another_version_about_the_same_is_another_letter(person):
    about = uuid4()

    _write(person, about, version=1)
    _write(person, about, version=2)

    assert deliver_letters() == 2


def test_letters_exist_with_what_they_tell_or_not_at_all(person):
    with transaction.atomic():
        write_letters("invitation", [Addressed(person.pk, uuid4())])
        transaction.set_rollback(True)

    assert not Letter.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_letters_outside_a_transaction_are_a_mistake_of_ours():
    with pytest.raises(RuntimeError):
        write_letters("invitation", [])


@pytest.mark.django_db(transaction=True)
def test_what_was_committed_is_sent_by_a_job_without_waiting_for_the_next_round():
    person = account_for(email="bo@example.org", name="Bo Jansen")

    _write(person, uuid4())

    assert _states() == [LetterState.SENT]


def test_a_server_that_is_down_loses_nothing_and_is_not_asked_for_each_letter(person, post):
    post.answers = [ConnectionRefusedError("no route")]
    _write(person, uuid4(), uuid4(), uuid4())

    assert deliver_letters() == 0
    assert (post.asked, set(_states())) == (1, {"waiting"})

    post.answers = [None]
    assert deliver_letters() == 2
    with _later(minutes=6):
        assert deliver_letters() == 1
    assert set(_states()) == {"sent"}


def test_pauses_grow_and_the_letter_is_still_sent_days_later(person, post):
    post.answers = [SMTPServerDisconnected("gone")]
    _write(person, uuid4())
    start, pauses = now(), []

    for _n in range(9):
        due = Letter.objects.get().due_at
        with at(due):
            deliver_letters()
        pauses.append(int((Letter.objects.get().due_at - due) / timedelta(minutes=1)))

    assert pauses == [5, 10, 20, 40, 80, 160, 320, 360, 360]
    post.answers = [None]
    with at(start + timedelta(days=3)):
        assert deliver_letters() == 1


def test_a_letter_that_is_being_sent_is_nobody_elses_until_whoever_was_at_it_has_died(person, post):
    post.answers = [KeyboardInterrupt()]
    _write(person, uuid4())
    with pytest.raises(KeyboardInterrupt):
        deliver_letters()

    post.answers = [None]
    assert deliver_letters() == 0
    with _later(minutes=6):
        assert deliver_letters() == 1


def test_an_address_that_does_not_exist_is_said_and_not_tried_again(person, post):
    about = uuid4()
    refusal = SMTPRecipientsRefused({"bo@example.org": (550, b"no such mailbox")})
    post.answers = [refusal]
    _write(person, about)

    deliver_letters()

    assert letters_about([about]) == {about: LetterState.REFUSED}
    with _later(days=30):
        assert deliver_letters() == 0

    post.answers = [None]
    assert (try_again([about]), try_again([uuid4()])) == (1, 0)
    assert deliver_letters() == 1


def test_a_full_mailbox_is_tried_again_and_others_get_theirs_meanwhile(person, post):
    full = SMTPRecipientsRefused({"bo@example.org": (452, b"mailbox full")})
    post.answers = [full, None]
    _write(person, uuid4(), uuid4())

    assert deliver_letters() == 1
    assert sorted(_states()) == ["sent", "waiting"]


@pytest.mark.parametrize(
    "answer", [SMTPDataError(451, b"try later"), ConnectionRefusedError("no route")]
)
def test_after_a_week_of_tries_it_is_given_up_and_said(person, post, answer):
    post.answers = [answer]
    _write(person, uuid4())
    start = now()

    while Letter.objects.get().state == LetterState.WAITING:
        with at(Letter.objects.get().due_at):
            deliver_letters()

    letter = Letter.objects.get()
    assert (letter.state, letter.tries) == ("refused", services.MOST_TRIES)
    assert timedelta(days=5) < letter.due_at - start < timedelta(days=8)


def test_what_is_not_needed_any_more_is_not_sent(person, post):
    about = uuid4()
    _write(person, about, kind="outdated")

    assert deliver_letters() == 0
    assert (letters_about([about]), post.asked) == ({about: LetterState.NEEDLESS}, 0)


def test_a_letter_that_cannot_be_written_keeps_no_other_from_going_out(person, caplog):
    _write(person, uuid4(), kind="broken")
    _write(person, uuid4())

    with caplog.at_level(logging.WARNING):
        assert deliver_letters() == 1

    assert sorted(_states()) == ["sent", "waiting"]
    assert "cannot be written" in caplog.text


def test_a_letter_that_comes_too_early_waits_for_what_it_depends_on(person, post, caplog):
    _write(person, uuid4(), kind="early")
    _write(person, uuid4())

    assert deliver_letters() == 1

    assert sorted(_states()) == ["sent", "waiting"]
    assert caplog.text == ""


def test_no_address_gets_into_the_log(person, post, caplog):
    post.answers = [SMTPRecipientsRefused({"bo@example.org": (452, b"bo@example.org is full")})]
    _write(person, uuid4())

    deliver_letters()

    assert "has to wait" in caplog.text
    assert "bo@example.org" not in caplog.text


def test_letters_of_a_story_count_as_sent(person, post):
    about = uuid4()
    _write(person, about)

    count_as_sent([person.pk])

    letter = letter_about("invitation", about)
    assert letter is not None
    assert letter.state == LetterState.SENT
    assert letter_about("invitation", uuid4()) is None
    assert (deliver_letters(), post.asked) == (0, 0)


def test_letters_go_with_what_they_are_about(person):
    about, other = uuid4(), uuid4()
    _write(person, about, other)

    remove_letters([about])

    assert [letter.about_id for letter in Letter.objects.all()] == [other]
