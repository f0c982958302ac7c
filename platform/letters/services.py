"""Writing letters, and bringing them to the mail server: each once, and none lost while it is down."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPException,
    SMTPHeloError,
    SMTPRecipientsRefused,
    SMTPServerDisconnected,
)
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.utils.module_loading import import_string
from django_tasks import task

from kernel.clock import now
from letters.models import Letter, LetterState

logger = logging.getLogger(__name__)

# Longer than the slowest sending: who is at it has done by then, or has died.
FIRST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=6)
# With pauses that double, these are spread over a week.
MOST_TRIES = 32
# Letters whose words are read at once: so few that they still hold when the last of them goes out.
BATCH = 50
# From here on, what a mail server answers is its last word.
FOR_GOOD = 500
OUT_OF_REACH = (SMTPServerDisconnected, SMTPConnectError, SMTPHeloError, SMTPAuthenticationError)


class TooEarlyError(Exception):
    """What a letter depends on is not settled yet: whoever composes it raises this, and is asked later."""


Compose = Callable[[Letter], EmailMessage | None]
# Reads for some letters at once what they tell, and returns how each of them is composed.
Prepare = Callable[[Sequence[Letter]], Compose]


@dataclass(frozen=True)
class Addressed:
    """Who gets a letter, and about what; *version* tells apart letters of one kind about one thing."""

    person_id: UUID
    about_id: UUID
    version: int = 0


def write_letters(kind: str, to: Iterable[Addressed]) -> None:
    """Have letters of this kind sent; one that was written before is not written again.

    Call it inside the transaction of what the letters tell: they exist with it or not at all. Once
    it is committed, the worker sends them; should it not hear of that, it looks every minute.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("letters are written in the transaction of what they tell")
    letters = [
        Letter(
            key=f"{kind}:{one.about_id}:{one.version}",
            kind=kind,
            person_id=one.person_id,
            about_id=one.about_id,
            due_at=now(),
        )
        for one in to
    ]
    Letter.objects.bulk_create(letters, ignore_conflicts=True)
    if letters:
        transaction.on_commit(send_letters.enqueue, robust=True)


@task()
def send_letters() -> None:
    """Send what is due, as a job."""
    deliver_letters()


def deliver_letters() -> int:
    """Send every letter that is due, and return how many went out.

    Nobody's transaction is open meanwhile. Several may do this at once: each letter is taken by one
    of them. A server that cannot be reached ends the round; the rest is due in the next one.
    """
    sent = 0
    for letter, compose in _taken(import_string(settings.LETTER_COMPOSER)):
        try:
            sent += _send(letter, compose)
        except OSError as error:  # those of the mail server are some of these
            # What it says may name addresses, so only its kind is told.
            logger.warning("letter %s has to wait: %s", letter.pk, type(error).__name__)
            if not isinstance(error, SMTPException) or isinstance(error, OUT_OF_REACH):
                break
        except TooEarlyError:
            continue
        except Exception:
            logger.exception("letter %s cannot be written", letter.pk)
    return sent


@transaction.atomic
def try_again(about_ids: Iterable[UUID]) -> int:
    """Have letters sent again that were refused, and return how many."""
    refused = Letter.objects.filter(about_id__in=list(about_ids), state=LetterState.REFUSED)
    count = refused.update(state=LetterState.WAITING, due_at=now(), tries=0, settled_at=None)
    transaction.on_commit(send_letters.enqueue, robust=True)
    return count


@transaction.atomic
def count_as_sent(person_ids: Collection[UUID]) -> None:
    """Take what these people would get for sent: they only exist in a story."""
    waiting = Letter.objects.filter(person__in=person_ids, state=LetterState.WAITING)
    waiting.update(state=LetterState.SENT, settled_at=F("due_at"))


@transaction.atomic
def remove_letters(about_ids: Iterable[UUID]) -> None:
    """Remove letters when what they are about is removed."""
    Letter.objects.filter(about_id__in=list(about_ids)).delete()


def _taken(prepare: Prepare) -> Iterator[tuple[Letter, Compose]]:
    """Take letters that are due, each right before it is sent; what they tell is read batch by batch."""
    while batch := _due():
        compose = _prepared(prepare, batch)
        yield from ((letter, compose) for letter in batch if _take(letter))


def _due() -> list[Letter]:
    due = Letter.objects.filter(state=LetterState.WAITING, due_at__lte=now()).order_by("due_at")
    return list(due.select_related("person")[:BATCH])


def _take(letter: Letter) -> bool:
    """Say whether it is now ours: who finds it as it was read has it, for others it is not due."""
    pause = min(FIRST_PAUSE * 2 ** min(letter.tries, 10), LONGEST_PAUSE)
    as_read = Letter.objects.filter(pk=letter.pk, state=letter.state, due_at=letter.due_at)
    letter.tries += 1
    return as_read.update(due_at=now() + pause, tries=letter.tries) == 1


def _prepared(prepare: Prepare, batch: Sequence[Letter]) -> Compose:
    """Read for all at once; where that fails for each by itself, so that one spoils no other."""
    try:
        return prepare(batch)
    except Exception:
        logger.exception("letters cannot be prepared together")
        return lambda letter: prepare([letter])(letter)


def _send(letter: Letter, compose: Compose) -> int:
    mail = compose(letter)
    if mail is None:
        _settle(letter, LetterState.NEEDLESS)
        return 0
    # The same whenever it is sent: should a letter go out twice, programs for mail show it once.
    place = urlsplit(settings.SITE_URL).hostname
    mail.extra_headers["Message-ID"] = f"<{letter.pk}@{place}>"
    mail.extra_headers["Auto-Submitted"] = "auto-generated"
    try:
        mail.send()
    except OSError as error:  # those of the mail server are some of these
        if not (_is_for_good(error) or letter.tries >= MOST_TRIES):
            raise
        _settle(letter, LetterState.REFUSED)
        return 0
    _settle(letter, LetterState.SENT)
    return 1


def _is_for_good(error: OSError) -> bool:
    if not isinstance(error, SMTPRecipientsRefused):
        return False
    return all(code >= FOR_GOOD for code, _said in error.recipients.values())


def _settle(letter: Letter, state: LetterState) -> None:
    Letter.objects.filter(pk=letter.pk).update(state=state, settled_at=now())
