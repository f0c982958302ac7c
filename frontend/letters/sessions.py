"""Letters about a session: one is asked to come, the plan changed, it is off, one can write now."""

from datetime import datetime
from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from frontend.letters.calendar import calendar_attachment
from frontend.letters.links import link_to
from frontend.session_words import day_words, when_words, zone_words
from kernel.clock import now
from letters.models import Letter, LetterState
from letters.queries import letter_about
from letters.services import TooEarlyError
from reflections.agenda import agenda_of
from reflections.models.invitation import Answer, Invitation
from reflections.models.session import Mode, ReflectionSession
from reflections.queries.preparation import invitation_with
from reflections.services.inviting import INVITATION
from reflections.states import SessionState


def invitation(letter: Letter) -> EmailMessage | None:
    """Ask somebody to come: why, when, where, how it goes, and what becomes of what she says."""
    asked = _asked(letter)
    if asked is None or asked.session.state == SessionState.CANCELLED:
        return None
    return _mail(asked, _("Invitation: %(title)s, %(day)s"), "letters/invitation.txt")


def change(letter: Letter) -> EmailMessage | None:
    """Tell what stands now to somebody who was told something else before."""
    asked = _asked(letter)
    if asked is None or asked.session.state == SessionState.CANCELLED:
        return None
    if not _was_told_before(asked, letter):
        return None
    return _mail(asked, _("Changed: %(title)s, %(day)s"), "letters/change.txt")


def cancellation(letter: Letter) -> EmailMessage | None:
    """Tell somebody who was asked that she need not come, and why."""
    asked = _asked(letter)
    if asked is None or _told_at(asked) is None:
        return None
    return _mail(asked, _("Cancelled: %(title)s, %(day)s"), "letters/cancellation.txt")


def input_open(letter: Letter) -> EmailMessage | None:
    """Tell somebody who was asked before that from now on she can write; her calendar stays."""
    asked = _asked(letter)
    if asked is None or asked.session.state != SessionState.INPUT_OPEN:
        return None
    if not _was_told_before(asked, letter):
        return None
    subject = _("You can write now: %(title)s")
    return _mail(asked, subject, "letters/input_open.txt", has_entry=False)


def _asked(letter: Letter) -> Invitation | None:
    """Return who is asked and may still come, to a session that is not over."""
    asked = invitation_with(letter.about_id)
    if asked is None or asked.member.until or asked.answer == Answer.NO:
        return None
    is_over = asked.session.ends_at < now() or asked.session.state == SessionState.CLOSED
    return None if is_over else asked


def _was_told_before(asked: Invitation, letter: Letter) -> bool:
    """Say whether her invitation went out before this; else it told, or will tell, all of it."""
    told_at = _told_at(asked)
    return told_at is not None and told_at < letter.due_at


def _told_at(asked: Invitation) -> datetime | None:
    """Return when she got her invitation; raises TooEarlyError while it is on its way."""
    invited = letter_about(INVITATION, asked.pk)
    if invited and invited.state == LetterState.WAITING and invited.tries:
        raise TooEarlyError
    return invited.settled_at if invited and invited.state == LetterState.SENT else None


def _mail(
    asked: Invitation, subject: Promise, template: str, *, has_entry: bool = True
) -> EmailMessage:
    session, person = asked.session, asked.member.person
    language = person.language or session.partnership.language
    with translation.override(language), timezone.override(session.partnership.time_zone):
        day = day_words(timezone.localtime(session.starts_at))
        mail = EmailMessage(
            subject=str(subject) % {"title": session.title, "day": day},
            body=render_to_string(template, _words(asked)),
            to=[person.email],
        )
        if has_entry:
            mail.attach(calendar_attachment(asked))
    return mail


def _words(asked: Invitation) -> dict[str, Any]:
    session = asked.session
    slug = session.partnership.slug
    return {
        "asked": asked,
        "session": session,
        "partnership": session.partnership,
        "when": when_words(session),
        "zone": zone_words(session.partnership.time_zone),
        "minutes": _minutes(session),
        "agenda": agenda_of(session, session.phases.all()),
        "answer_url": link_to("answer_invitation", slug, session.pk),
        "session_url": link_to("about_session", slug, session.pk),
    }


def _minutes(session: ReflectionSession) -> int:
    """Return how long it lasts; 0 for a round of days, which takes nobody all that time."""
    if session.mode == Mode.SPREAD:
        return 0
    return int((session.ends_at - session.starts_at).total_seconds()) // 60
