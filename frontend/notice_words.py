"""Notices as sentences: days stand as dates, so that they are still true when they are read late."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reminders.kinds import Kind
from reminders.records.notice import NoticeRecord

PLACES = {
    Kind.ANSWER: "answers",
    Kind.REVIEW: "decision",
    Kind.DIVE: "question",
    Kind.INVITED: "answer_invitation",
}


@dataclass(frozen=True)
class NoticeLine:
    """One notice in a list."""

    notice: NoticeRecord
    sentence: str
    url: str


def notice_line(notice: NoticeRecord) -> NoticeLine:
    """Show one notice."""
    page, *ids = place_of(notice)
    return NoticeLine(notice, notice_sentence(notice), reverse(page, args=ids))


def place_of(notice: NoticeRecord) -> tuple[str, str, UUID]:
    """Return the page on which one does what it asks, and what stands in its address."""
    return PLACES.get(Kind(notice.kind), "action"), notice.slug, notice.place_id


def notice_sentence(notice: NoticeRecord) -> str:
    """Say what it asks."""
    sentences = {
        Kind.LATE: _("It was due on %(day)s. How is it going?"),
        Kind.QUESTION: _("Somebody would like to know how it is going. It is due on %(day)s."),
        Kind.ASKED: _("You are asked to do this by %(day)s. Yes or no?"),
        Kind.ABOVE: _("An answer from above is needed by %(day)s. Please see that there is one."),
        Kind.TOLD: _("It was due on %(day)s, and nobody heard how it is going. Please ask."),
        Kind.ORPHAN: _("So far nobody does it, and it is due on %(day)s. Please ask somebody."),
        Kind.DUE: _("It is due on %(day)s. Will it be done?"),
        Kind.DATE: _("May it be done by %(asked)s instead of %(day)s?"),
        Kind.ANSWER: _("Those who gave input were promised an answer by %(day)s."),
        Kind.QUIET: _("The last news is from %(day)s. How is it going?"),
        Kind.CONFIRM: _("It is said to be done. Please look whether you can see it."),
        Kind.EFFECT: _("Since %(day)s one can see what came of it. Please look."),
        Kind.REVIEW: _(
            "Since %(day)s it is time to look at this decision again. Does it still hold?"
        ),
        Kind.DIVE: _("A session for it is planned for %(day)s. Please see that it is prepared."),
        Kind.INVITED: _("You are asked to come on %(day)s. Will you?"),
    }
    return sentences[Kind(notice.kind)] % {
        "day": _day(notice.day),
        "asked": _day(notice.asked_day or notice.day),
    }


def _day(day: date) -> str:
    return date_format(day, "j F Y")
