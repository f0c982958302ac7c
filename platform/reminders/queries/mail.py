"""Reading what a mail tells, as it holds when it is sent."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from actions.models.action import ActionItem
from reminders.kinds import BY_LINK
from reminders.links import answer_link_for
from reminders.models.notice import Mailing, Notice
from reminders.models.wish import Wish
from reminders.queries.inbox import asking, shown_with, things_of
from reminders.queries.wishes import wants_by_mail
from reminders.records.notice import NoticeRecord


@dataclass(frozen=True)
class Told:
    """What a mail tells: what still asks something of her and she still wants mail about.

    `tokens` opens, for notices that their owner can answer by link, the way to do so; `others`
    counts what was told in earlier mails and still asks. `language` is that of her first notice's
    partnership, for somebody who chose none.
    """

    notices: list[NoticeRecord]
    tokens: dict[UUID, str]
    others: int
    language: str


def told_in(mailing_ids: Collection[UUID]) -> dict[UUID, Told]:
    """Return what each of these mails tells, in a fixed number of queries for all of them.

    It leaves out a mail to somebody who wants none, and one of which nothing asks any more.
    """
    to_somebody = Mailing.objects.filter(
        person__is_active=True, person__mail_times__stopped_at=None
    )
    mailings = list(to_somebody.filter(pk__in=mailing_ids))
    asks = _asks_of({mailing.person_id for mailing in mailings})
    wants = wants_by_mail(Wish.objects.filter(member__person__in=asks))
    told = {
        mailing: [
            one
            for one in asks[mailing.person_id]
            if one.mailing_id == mailing.pk and wants(one.member_id, one.kind)
        ]
        for mailing in mailings
    }
    everything = [one for notices in told.values() for one in notices]
    things, actions = things_of(everything), _answerable(everything)
    return {
        mailing.pk: Told(
            notices=shown_with(things, notices),
            tokens=_tokens(mailing, notices, actions),
            others=len([one for one in asks[mailing.person_id] if _was_told_before(one, mailing)]),
            language=notices[0].member.partnership.language,
        )
        for mailing, notices in told.items()
        if notices
    }


def _asks_of(person_ids: Collection[UUID]) -> dict[UUID, list[Notice]]:
    """Return by person what asks something of her."""
    asks: dict[UUID, list[Notice]] = {pk: [] for pk in person_ids}
    for one in asking(*person_ids):
        asks[one.member.person_id].append(one)
    return asks


def _was_told_before(notice: Notice, mailing: Mailing) -> bool:
    return notice.mailing_id not in {None, mailing.pk}


def _answerable(notices: Iterable[Notice]) -> dict[UUID, ActionItem]:
    """Return the actions about which owners answer by link."""
    ids = {one.about_id for one in notices if one.kind in BY_LINK}
    return ActionItem.objects.select_related("owner").in_bulk(ids)


def _tokens(
    mailing: Mailing, notices: Iterable[Notice], actions: Mapping[UUID, ActionItem]
) -> dict[UUID, str]:
    """Return by action the token with which this person answers as its owner."""
    hers = {
        pk: actions[pk]
        for pk in {one.about_id for one in notices}
        if pk in actions and actions[pk].owner.person_id == mailing.person_id
    }
    return {
        pk: answer_link_for(action, made_at=mailing.written_at).token for pk, action in hers.items()
    }
