"""The preparation of a session, at one glance, for those who run it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from actions.queries.open_issues import open_levels_around
from eventlog.events import partnership_stream
from frontend.forms.outcome import is_done
from frontend.forms.preparation import NextForm, SeriesChoiceForm, SeriesForm
from frontend.letters.links import link_to
from frontend.preparation_words import checks_of, sentence_of
from frontend.session_words import when_words
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import DomainError, NotAllowedError
from letters.models import LetterState
from letters.queries import letters_about
from partnerships.models.membership import Membership
from reflections.composition import Facts, Finding, composition_of
from reflections.models.invitation import Invitation
from reflections.models.session import ReflectionSession
from reflections.policies import may_change_data, may_run_session
from reflections.queries.composition import expected_people
from reflections.queries.preparation import data_items_of, invitations_of, needs_of
from reflections.queries.series import series_of
from reflections.queries.sessions import sessions_of
from reflections.queries.templates import template_named
from reflections.records.template import TemplateRecord
from reflections.services.inviting import send_again
from reflections.services.planning import plan_draft
from reflections.services.series import plan_next, put_in_series, start_series
from reflections.states import OVER_STATES, PREPARED_STATES, SessionState


@dataclass(frozen=True)
class Asked:
    """Somebody who is asked, and what became of the mail to her."""

    invitation: Invitation
    letter: str
    is_refused: bool


@for_members
@require_http_methods(["GET", "POST"])
def prepare(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Show what is prepared and what is not, and take a step."""
    member = request.member
    session = sessions_of(member).get(pk=session_id)
    if not may_run_session(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager prepares a session."))
    forms = _forms(request, session)
    step = request.POST.get("step", "")
    if step in _STEPS and _is_taken(request, session, step, forms):
        return redirect("prepare_session", member.partnership.slug, session_id)
    series_id = session.series_id
    if (
        step == "next"
        and series_id
        and is_done(forms["next"], lambda said: plan_next(member, series_id=series_id, **said))
    ):
        drafted = forms["next"].cleaned_data["session_id"]
        messages.success(request, _("This is a draft with the next date. Look at everything once."))
        return redirect("change_session", member.partnership.slug, drafted)
    return render(request, "board/prepare.html", _context(member, session) | {"forms": forms})


def _forms(request: MemberRequest, session: ReflectionSession) -> dict[str, Any]:
    step = request.POST.get("step")
    data = {name: request.POST if step == name else None for name in ("series", "choice", "next")}
    return {
        "series": SeriesForm(data["series"], prefix="series"),
        "choice": SeriesChoiceForm(
            data["choice"], series=series_of(request.member), prefix="choice"
        ),
        "next": NextForm(data["next"]),
    }


def _is_taken(
    request: MemberRequest, session: ReflectionSession, step: str, forms: dict[str, Any]
) -> bool:
    act = _STEPS[step]
    if step in forms:
        return is_done(forms[step], lambda said: act(request.member, session.pk, **said))
    try:
        act(request.member, session.pk)
    except DomainError as error:
        messages.error(request, error.message)
    return True


_STEPS: dict[str, Callable[..., object]] = {
    "plan": plan_draft,
    "send_again": send_again,
    "series": start_series,
    "choice": put_in_series,
}


def _context(member: Membership, session: ReflectionSession) -> dict[str, Any]:
    invitations = list(invitations_of(member, session))
    letters = letters_about([one.pk for one in invitations])
    items = list(data_items_of(session))
    findings = _findings(session, len(items))
    return {
        "session": session,
        "when": when_words(session),
        "template": _template(member, session),
        "checks": checks_of(
            session,
            invitations=invitations,
            letters=letters.values(),
            findings=findings,
            data_items=len(items),
        ),
        "findings": [sentence_of(finding, session.scope) for finding in findings],
        "people": [_with_letter(one, letters.get(one.pk)) for one in invitations],
        "is_refused": LetterState.REFUSED in letters.values(),
        "needs": needs_of(member, session),
        "items": items,
        "may_change_data": may_change_data(member, session) and session.state not in OVER_STATES,
        "is_draft": session.state == SessionState.DRAFT,
        "is_prepared": session.state in PREPARED_STATES,
        "may_start": session.state == SessionState.PLANNED,
        "series_url": link_to("series", session.series.key) if session.series else "",
        "all_series": series_of(member),
        "stream": partnership_stream(member.partnership_id),
    }


def _template(member: Membership, session: ReflectionSession) -> TemplateRecord | None:
    """Return what the session was planned from, as it says now what to do before; None if it is gone."""
    try:
        return template_named(member, session.template, session.language)
    except ObjectDoesNotExist:
        return None


def _with_letter(invitation: Invitation, letter: LetterState | None) -> Asked:
    words = str(letter.label) if letter else ""
    return Asked(invitation, words, letter == LetterState.REFUSED)


def _findings(session: ReflectionSession, data_items: int) -> list[Finding]:
    facts = Facts(
        people=expected_people(session),
        expected_groups=session.partnership.expected_groups[session.scope],
        open_levels=open_levels_around(session),
        data_items=data_items,
    )
    return composition_of(facts)
