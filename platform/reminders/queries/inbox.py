"""Reading notices as their members may see them, with the titles and dates that hold now."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Max, Q, QuerySet
from django.utils.text import Truncator

from accounts.models import Person
from actions.models.action import ActionItem
from actions.models.decision import Decision
from partnerships.models.partnership import Partnership
from reflections.models.feedback import Feedback
from reflections.models.invitation import Invitation
from reflections.models.question import LearningQuestion
from reminders.kinds import ABOUT_SESSIONS, URGENCY, Kind
from reminders.models.notice import Notice
from reminders.records.notice import NoticeRecord

LONGEST_TITLE = 150


@dataclass(frozen=True)
class Thing:
    """What a notice is about: its title, where it is, and its days by the kinds that need another one."""

    place_id: UUID
    title: str
    language: str
    day: date
    asked_day: date | None = None
    quiet_since: date | None = None
    review_on: date | None = None
    answer_by: date | None = None


@dataclass(frozen=True)
class InboxView:
    """The audience of one person's stream: herself."""

    person_id: UUID


def inbox_records(view: InboxView, ids: Collection[UUID] | None) -> dict[str, NoticeRecord]:
    """Return what asks something of her; all of it when *ids* is None."""
    notices = asking(view.person_id)
    if ids is not None:
        notices = notices.filter(pk__in=ids)
    return {str(notice.id): notice for notice in notice_records(notices)}


def asking(*person_ids: UUID) -> QuerySet[Notice]:
    """Return what asks something of her, or of them, in all their partnerships."""
    return Notice.objects.filter(
        member__person__in=person_ids, member__until=None, settled_at=None
    ).select_related("member__partnership")


def inbox_of(person: Person) -> list[NoticeRecord]:
    """Return what asks something of her, the most urgent first."""
    return notice_records(asking(person.pk))


def unread_count(person: Person) -> int:
    """Count what she did not read yet."""
    return asking(person.pk).filter(read_at=None).count()


def notice_records(notices: Iterable[Notice]) -> list[NoticeRecord]:
    """Show notices, the most urgent first, in a fixed number of queries.

    Wants `member__partnership` loaded; one whose thing is gone is left out.
    """
    loaded = list(notices)
    return shown_with(things_of(loaded), loaded)


def things_of(notices: Collection[Notice]) -> dict[UUID, Thing]:
    """Return what these notices are about, in a fixed number of queries."""
    things: dict[UUID, Thing] = {}
    for kinds, find in FINDERS:
        if ids := {notice.about_id for notice in notices if notice.kind in kinds}:
            things |= find(ids)
    return things


def shown_with(things: Mapping[UUID, Thing], notices: Iterable[Notice]) -> list[NoticeRecord]:
    """Show notices of these things, the most urgent first."""
    found = [_record(one, things[one.about_id]) for one in notices if one.about_id in things]
    return sorted(found, key=lambda one: (URGENCY[one.kind], one.day, one.title, str(one.id)))


def _record(notice: Notice, thing: Thing) -> NoticeRecord:
    partnership = notice.member.partnership
    days = {
        Kind.QUIET: thing.quiet_since,
        Kind.EFFECT: thing.review_on,
        Kind.ABOVE: thing.answer_by,
    }
    return NoticeRecord(
        id=notice.pk,
        kind=notice.kind,
        partnership_id=partnership.pk,
        partnership_name=partnership.name,
        slug=partnership.slug,
        place_id=thing.place_id,
        title=thing.title,
        language=thing.language,
        day=days.get(Kind(notice.kind)) or thing.day,
        asked_day=thing.asked_day if notice.kind == Kind.DATE else None,
        made_at=notice.made_at,
        is_read=notice.read_at is not None,
    )


def _actions(ids: Collection[UUID]) -> dict[UUID, Thing]:
    waiting = Max("due_changes__after", filter=Q(due_changes__answered_at=None))
    actions = ActionItem.objects.filter(pk__in=ids).select_related("session", "partnership")
    needed = Max("escalations__answer_by", filter=Q(escalations__ended_at=None))
    dated = actions.annotate(last_report=Max("check_ins__at")).annotate(
        asked_day=waiting, answer_by=needed
    )
    return {
        action.pk: Thing(
            place_id=action.pk,
            title=action.title,
            language=(action.session or action.partnership).language,
            day=action.due,
            asked_day=action.asked_day,
            quiet_since=_day_of(
                action.last_report or action.accepted_at or action.offered_at, action.partnership
            ),
            review_on=action.review_on,
            answer_by=action.answer_by,
        )
        for action in dated
    }


def _answers(ids: Collection[UUID]) -> dict[UUID, Thing]:
    promised = Feedback.objects.filter(pk__in=ids, promised_by__isnull=False)
    return {
        feedback.pk: Thing(
            place_id=feedback.session_id,
            title=feedback.session.title,
            language=feedback.session.language,
            day=feedback.promised_by,
        )
        for feedback in promised.select_related("session")
        if feedback.promised_by
    }


def _invitations(ids: Collection[UUID]) -> dict[UUID, Thing]:
    invitations = Invitation.objects.filter(pk__in=ids).select_related("session__partnership")
    return {
        one.pk: Thing(
            place_id=one.session_id,
            title=one.session.title,
            language=one.session.language,
            day=_day_of(one.session.starts_at, one.session.partnership),
        )
        for one in invitations
    }


def _decisions(ids: Collection[UUID]) -> dict[UUID, Thing]:
    due = Decision.objects.filter(pk__in=ids, review_on__isnull=False)
    return {
        one.pk: _words(one, one.session.language, one.review_on)
        for one in due.select_related("session")
        if one.review_on
    }


def _deep_dives(ids: Collection[UUID]) -> dict[UUID, Thing]:
    planned = LearningQuestion.objects.filter(pk__in=ids, deep_dive__isnull=False)
    return {
        one.pk: _words(
            one,
            (one.opened_in or one.partnership).language,
            _day_of(one.deep_dive.starts_at, one.partnership),
        )
        for one in planned.select_related("deep_dive", "opened_in", "partnership")
        if one.deep_dive
    }


# How the things are found that notices of these kinds are about; all others are about actions.
FINDERS: tuple[tuple[Collection[str], Callable[[Collection[UUID]], dict[UUID, Thing]]], ...] = (
    (set(Kind) - ABOUT_SESSIONS - {Kind.REVIEW}, _actions),
    ({Kind.ANSWER}, _answers),
    ({Kind.REVIEW}, _decisions),
    ({Kind.DIVE}, _deep_dives),
    ({Kind.INVITED}, _invitations),
)


def _words(said: Decision | LearningQuestion, language: str, day: date) -> Thing:
    """Return what was said, which may be long, with a title that a mail can have as its subject."""
    title = Truncator(" ".join(said.text.split())).chars(LONGEST_TITLE)
    return Thing(place_id=said.pk, title=title, language=language, day=day)


def _day_of(moment: datetime, partnership: Partnership) -> date:
    return moment.astimezone(ZoneInfo(partnership.time_zone)).date()
