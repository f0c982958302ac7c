"""How far the preparation of a session is, in sentences that say what to do next."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from frontend.session_words import when_words
from letters.models import LetterState
from partnerships.models.membership import Level
from partnerships.models.partnership import StakeholderGroup
from reflections.agenda import agenda_of, minutes_too_many
from reflections.composition import Finding, Gap
from reflections.models.invitation import Answer, Invitation
from reflections.models.session import Mode, ReflectionSession, Scope
from reflections.states import SessionState

NEEDS_A_PLACE = {Mode.ON_SITE, Mode.HYBRID}
NEEDS_A_LINK = {Mode.ONLINE, Mode.HYBRID}


@dataclass(frozen=True)
class Check:
    """One thing to prepare: whether it is done, in words, and where one does it."""

    title: str
    is_done: bool
    text: str
    url: str = ""
    link: str = ""


def checks_of(
    session: ReflectionSession,
    *,
    invitations: Collection[Invitation],
    letters: Collection[LetterState],
    findings: Collection[Finding],
    data_items: int,
) -> list[Check]:
    """Return everything that is to be prepared, in the order in which one does it."""
    return [
        *_plan(session),
        _data(session, data_items),
        _people(session, invitations, letters),
        _table(findings),
        _input(session),
    ]


def sentence_of(finding: Finding, scope: str) -> str:
    """Return what is missing and what to do; plainer where it is about the whole region."""
    whole_region = scope == Scope.REGION_WIDE
    match finding.gap:
        case Gap.NOBODY:
            return _("Nobody is invited yet. Choose who should be at the table.")
        case Gap.GROUP:
            return _group(finding.what, whole_region=whole_region)
        case Gap.NO_CITIZEN:
            return _no_citizen(whole_region=whole_region)
        case Gap.ONE_CITIZEN:
            return _one_citizen(whole_region=whole_region)
        case Gap.NO_MANDATE:
            return _no_mandate(finding.what, whole_region=whole_region)
        case Gap.NO_DATA:
            return _no_data(whole_region=whole_region)


def _plan(session: ReflectionSession) -> Iterator[Check]:
    change = {
        "url": _page("change_session", session),
        "link": _("Change the plan"),
    }
    goal = session.goal or _("Say in one sentence what you want to know or decide at the end.")
    yield Check(_("Goal"), bool(session.goal), goal, **change)
    too_many = minutes_too_many(session, agenda_of(session, session.phases.all()))
    when = when_words(session)
    if too_many and session.mode != Mode.SPREAD:
        when = ngettext(
            "%(when)s. The parts take %(count)d minute more than there is. Let it end later.",
            "%(when)s. The parts take %(count)d minutes more than there is. Let it end later.",
            too_many,
        ) % {"when": when, "count": too_many}
    yield Check(_("Day and time"), not too_many or session.mode == Mode.SPREAD, when, **change)
    missing = _missing_place(session)
    yield Check(_("Place"), not missing, missing or _where(session), **change)
    if session.scope == Scope.THEME:
        themes = ", ".join(theme.title for theme in session.themes.all())
        nothing = _("Choose the theme that it is about.")
        yield Check(_("Theme"), bool(themes), themes or nothing, **change)


def _missing_place(session: ReflectionSession) -> str:
    if session.mode in NEEDS_A_PLACE and not session.place:
        return _("Say where people meet.")
    if session.mode in NEEDS_A_LINK and not session.meeting_link:
        return _("Add the link to the meeting.")
    return ""


def _where(session: ReflectionSession) -> str:
    parts = [str(session.get_mode_display()).capitalize(), session.place, session.meeting_link]
    return " · ".join(part for part in parts if part)


def _data(session: ReflectionSession, count: int) -> Check:
    text = ngettext("%(count)d data item", "%(count)d data items", count) % {"count": count}
    if not count:
        text = _("Bring a figure or a source, and say in plain words what it means.")
    url = _page("new_data_item", session)
    return Check(_("Data"), bool(count), text, url, _("Add a data item"))


def _people(
    session: ReflectionSession,
    invitations: Collection[Invitation],
    letters: Collection[LetterState],
) -> Check:
    refused = sum(state == LetterState.REFUSED for state in letters)
    sentences = [_answers(invitations), *_on_their_way(session, letters)]
    return Check(
        _("Invitations"),
        bool(invitations) and not refused and session.state != SessionState.DRAFT,
        " ".join(sentences),
        _page("invite", session),
        _("Invite people"),
    )


def _answers(invitations: Collection[Invitation]) -> str:
    if not invitations:
        return _("Nobody is invited yet.")
    answers = [one.answer for one in invitations]
    return _(
        "%(invited)d invited: %(yes)d yes, %(perhaps)d perhaps, %(no)d no, %(open)d without answer."
    ) % {
        "invited": len(answers),
        "yes": answers.count(Answer.YES),
        "perhaps": answers.count(Answer.PERHAPS),
        "no": answers.count(Answer.NO),
        "open": answers.count(""),
    }


def _on_their_way(session: ReflectionSession, letters: Collection[LetterState]) -> Iterable[str]:
    if session.state == SessionState.DRAFT:
        yield _("They get the invitation when you plan the session.")
    waiting = sum(state == LetterState.WAITING for state in letters)
    if waiting:
        yield ngettext(
            "%(count)d mail is on its way.", "%(count)d mails are on their way.", waiting
        ) % {"count": waiting}
    refused = sum(state == LetterState.REFUSED for state in letters)
    if refused:
        yield ngettext(
            "%(count)d mail could not be delivered: please look at the address.",
            "%(count)d mails could not be delivered: please look at the addresses.",
            refused,
        ) % {"count": refused}


def _table(findings: Collection[Finding]) -> Check:
    if not findings:
        return Check(
            _("Who is at the table"), True, _("Those who are expected fit what it is about.")
        )
    text = ngettext(
        "There is %(count)d thing to think about.",
        "There are %(count)d things to think about.",
        len(findings),
    ) % {"count": len(findings)}
    return Check(_("Who is at the table"), False, text, "#table", _("Read what is missing"))


def _input(session: ReflectionSession) -> Check:
    title, url = _("Writing before you meet"), _page("change_session", session)
    if session.state == SessionState.INPUT_OPEN:
        return Check(title, True, _("It is open: people can write now."))
    if session.input_opens_on:
        day = date_format(session.input_opens_on, "l j F Y")
        text = _("It opens by itself on %(day)s.") % {"day": day}
        return Check(title, True, text, url, _("Change the plan"))
    text = _("Choose a day: who does not like to speak in a group can say it before.")
    return Check(title, False, text, url, _("Choose a day"))


def _group(group: str, *, whole_region: bool) -> str:
    name = {"group": StakeholderGroup(group).label}
    if whole_region:
        return (
            _(
                "A session for the whole region needs this group at the table: %(group)s. Invite them."
            )
            % name
        )
    return _("Nobody comes from this group: %(group)s. Ask yourself who could.") % name


def _no_citizen(*, whole_region: bool) -> str:
    if whole_region:
        return _(
            "Without citizens a whole region talks about people and not with them."
            " Invite at least two."
        )
    return _("No citizen is invited. Invite at least two, so that nobody is alone.")


def _one_citizen(*, whole_region: bool) -> str:
    if whole_region:
        return _("One citizen cannot speak for a whole region. Invite at least one more.")
    return _("Only one citizen is invited. Invite one more, so that nobody is alone.")


def _no_mandate(level: str, *, whole_region: bool) -> str:
    name = {"level": Level(level).label}
    if whole_region:
        return (
            _(
                "Open points need a decision at this level, and nobody who comes can decide there:"
                " %(level)s. Without such a person it stays a wish. Invite one."
            )
            % name
        )
    return (
        _(
            "Open points need a decision at this level, and nobody who comes can decide there:"
            " %(level)s. Think of somebody who can."
        )
        % name
    )


def _no_data(*, whole_region: bool) -> str:
    if whole_region:
        return _(
            "A session for the whole region should not rest on impressions alone."
            " Bring one figure with a plain explanation."
        )
    return _("There is no data yet. One figure with a plain explanation is enough.")


def _page(name: str, session: ReflectionSession) -> str:
    return reverse(name, args=[session.partnership.slug, session.pk])
