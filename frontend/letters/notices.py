"""Mail about what asks something of somebody: the daily one and the one at once, in the same shape."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Person
from frontend.letters.links import link_to
from frontend.notice_words import notice_sentence, place_of
from letters.models import Letter
from letters.services import Compose
from reminders.kinds import BY_LINK
from reminders.links import stop_token_for
from reminders.queries.mail import Told, told_in
from reminders.records.notice import NoticeRecord

# Nobody reads a longer mail; her inbox holds the rest.
MOST_SHOWN = 12


@dataclass(frozen=True)
class Item:
    """One thing in a mail, with the address at which to answer it."""

    title: str
    language: str
    sentence: str
    url: str


@dataclass(frozen=True)
class Place:
    """A partnership with what asks something there."""

    name: str
    items: list[Item]


def notices(letters: Sequence[Letter]) -> Compose:
    """Tell people what still asks something of them; without anything there is no mail."""
    told = told_in([letter.about_id for letter in letters])
    return lambda letter: _mail(letter.person, told.get(letter.about_id))


def _mail(person: Person, told: Told | None) -> EmailMultiAlternatives | None:
    if told is None:
        return None
    stop_url = link_to("stop_mail", stop_token_for(person.pk))
    with translation.override(person.language or told.language):
        words = {
            "language": translation.get_language(),
            "name": person.name,
            "places": list(_places(told)),
            "more": max(len(told.notices) - MOST_SHOWN, 0),
            "others": told.others,
            "inbox_url": link_to("inbox"),
            "wishes_url": link_to("mail_wishes"),
            "stop_url": stop_url,
        }
        mail = EmailMultiAlternatives(
            subject=_subject(told.notices),
            body=render_to_string("letters/notices.txt", words),
            to=[person.email],
            headers={
                "List-Unsubscribe": f"<{stop_url}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )
        mail.attach_alternative(render_to_string("letters/notices.html", words), "text/html")
    return mail


def _subject(told: list[NoticeRecord]) -> str:
    if len(told) == 1:
        return _("For you: %(title)s") % {"title": told[0].title}
    return ngettext(
        "%(count)d thing asks something of you", "%(count)d things ask something of you", len(told)
    ) % {"count": len(told)}


def _places(told: Told) -> Iterator[Place]:
    """Return the partnerships in the order of what is most urgent in each."""
    shown = told.notices[:MOST_SHOWN]
    order = list(dict.fromkeys(one.partnership_id for one in shown))
    by_place = sorted(shown, key=lambda one: order.index(one.partnership_id))
    for _partnership_id, there in groupby(by_place, key=lambda one: one.partnership_id):
        found = list(there)
        yield Place(found[0].partnership_name, [_item(one, told.tokens) for one in found])


def _item(notice: NoticeRecord, tokens: dict[UUID, str]) -> Item:
    token = tokens.get(notice.place_id) if notice.kind in BY_LINK else None
    url = link_to("answer_by_link", token) if token else link_to(*place_of(notice))
    return Item(notice.title, notice.language, notice_sentence(notice), url)
