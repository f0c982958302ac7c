"""Reading what a mail tells, as it holds when it is sent."""

from dataclasses import dataclass
from uuid import UUID

from actions.models.action import ActionItem
from reminders.kinds import BY_LINK
from reminders.links import answer_link_for
from reminders.models.notice import Mailing
from reminders.models.wish import Wish
from reminders.queries.inbox import asking, notice_records
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


def told_in(mailing_id: UUID) -> Told | None:
    """Return what the mail tells; nothing where she wants no mail, or nothing asks any more."""
    mailings = Mailing.objects.filter(person__is_active=True, person__mail_times__stopped_at=None)
    mailing = mailings.filter(pk=mailing_id).select_related("person").first()
    if mailing is None:
        return None
    asks = list(asking(mailing.person_id))
    wants = wants_by_mail(Wish.objects.filter(member__person=mailing.person))
    told = [one for one in asks if one.mailing_id == mailing.pk and wants(one.member_id, one.kind)]
    if not told:
        return None
    return Told(
        notices=notice_records(told),
        tokens=_tokens(mailing, {one.about_id for one in told if one.kind in BY_LINK}),
        others=len([one for one in asks if one.mailing_id not in {None, mailing.pk}]),
        language=told[0].member.partnership.language,
    )


def _tokens(mailing: Mailing, action_ids: set[UUID]) -> dict[UUID, str]:
    """Return by action the token with which this person answers as its owner."""
    actions = ActionItem.objects.filter(pk__in=action_ids, owner__person=mailing.person_id)
    return {
        action.pk: answer_link_for(action, made_at=mailing.written_at).token for action in actions
    }
