"""The steps that a page offers on an action: which form each has and which use case it calls."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from actions.models.action import ActionItem
from actions.policies import advising_steps, possible_steps
from actions.services.advisor_notes import remove_advisor_note, write_advisor_note
from actions.services.asking import ask_owner
from actions.services.commitment import accept_action, decline_action, offer_action, record_yes
from actions.services.dates import agree_on_date, change_due, refuse_date, take_back_date
from actions.services.ending import Look, drop_action, reopen_action, review_effect, waive_review
from actions.services.progress import (
    Report,
    check_in,
    complete_action,
    find_not_done_yet,
    verify_action,
)
from actions.services.revision import Rewording, revise_action
from frontend.forms.action_life import (
    DateAnswerForm,
    DropForm,
    DueChangeForm,
    ReopenForm,
    ReviewForm,
    RewordingForm,
    StopLadderForm,
    WaiveReviewForm,
)
from frontend.forms.actions import (
    AdvisorNoteForm,
    CheckInForm,
    CompletionForm,
    DeclineForm,
    NoteRemovalForm,
    NotYetForm,
    OfferForm,
    PressForm,
)
from frontend.forms.outcome import is_done
from frontend.pages import steps_with_others
from frontend.step_words import AROUND_FORMS
from partnerships.models.membership import Membership
from partnerships.queries import members_of
from reflections.queries.sessions import sessions_to_learn_in
from reminders.policies import may_stop_reminders
from reminders.queries.ladder import late_since
from reminders.services.ladder import stop_reminders

Act = Callable[[Membership, ActionItem, dict[str, Any]], object]

ACTS: dict[str, Act] = {
    "accept": lambda member, action, _said: accept_action(member, action.pk),
    "decline": lambda member, action, said: decline_action(member, action.pk, **said),
    "offer": lambda member, action, said: offer_action(member, action.pk, **said),
    "check_in": lambda member, action, said: check_in(
        member, action.pk, check_in_id=said.pop("check_in_id"), report=Report(**said)
    ),
    "complete": lambda member, action, said: complete_action(member, action.pk, **said),
    "confirm": lambda member, action, _said: verify_action(member, action.pk),
    "not_yet": lambda member, action, said: find_not_done_yet(member, action.pk, **said),
    "record_yes": lambda member, action, _said: record_yes(member, action.pk),
    "change_due": lambda member, action, said: change_due(member, action.pk, **said),
    "take_back": lambda member, action, _said: _take_back(member, action),
    "revise": lambda member, action, said: revise_action(
        member, action.pk, version=said.pop("version"), wording=Rewording(**said)
    ),
    "answer_date": lambda member, action, said: _answer_date(member, action, **said),
    "ask_owner": lambda member, action, _said: ask_owner(member, action.pk),
    "write_note": lambda member, action, said: write_advisor_note(member, action.pk, **said),
    "remove_note": lambda member, action, said: remove_advisor_note(member, action.pk, **said),
    "drop": lambda member, action, said: drop_action(member, action.pk, **said),
    "review": lambda member, action, said: review_effect(
        member, action.pk, review_id=said.pop("review_id"), look=Look(**said)
    ),
    "waive_review": lambda member, action, said: waive_review(member, action.pk, **said),
    "reopen": lambda member, action, said: reopen_action(member, action.pk, **said),
    "stop_ladder": lambda member, action, said: stop_reminders(member, action.pk, **said),
    **steps_with_others.ACTS,
}
FORMS: dict[str, type[forms.Form]] = {
    "accept": PressForm,
    "decline": DeclineForm,
    "complete": CompletionForm,
    "confirm": PressForm,
    "not_yet": NotYetForm,
    "record_yes": PressForm,
    "take_back": PressForm,
    "ask_owner": PressForm,
    "write_note": AdvisorNoteForm,
    "remove_note": NoteRemovalForm,
    "drop": DropForm,
    "waive_review": WaiveReviewForm,
    "reopen": ReopenForm,
    "stop_ladder": StopLadderForm,
}


def _offer_form(member: Membership, action: ActionItem, data: Any, prefix: str) -> forms.Form:
    others = members_of(member).exclude(pk=action.owner_id)
    return OfferForm(data, prefix=prefix, members=others)


def _review_form(member: Membership, action: ActionItem, data: Any, prefix: str) -> forms.Form:
    return ReviewForm(data, prefix=prefix, sessions=sessions_to_learn_in(member))


# Steps that choose among what the partnership has.
CHOOSING: dict[str, Callable[[Membership, ActionItem, Any, str], forms.Form]] = {
    "offer": _offer_form,
    "review": _review_form,
}


@dataclass(frozen=True)
class Step:
    """One thing to do with an action, with its form."""

    name: str
    form: forms.Form

    @property
    def title(self) -> str:
        """What one opens to come to the form."""
        return str(AROUND_FORMS[self.name][0])

    @property
    def button(self) -> str:
        """What one presses to send it."""
        return str(AROUND_FORMS[self.name][1])


def step_form(
    name: str, member: Membership, action: ActionItem, data: Any = None, *, prefix: str = ""
) -> forms.Form:
    """Make the form of one step, bound when there is *data*."""
    prefix = prefix or name
    if name in CHOOSING:
        return CHOOSING[name](member, action, data, prefix)
    if name == "change_due":
        return DueChangeForm(data, prefix=prefix, initial={"due": action.due})
    if name == "answer_date":
        asked = action.due_changes.filter(answered_at=None).first()
        return DateAnswerForm(data, prefix=prefix, initial={"change_id": asked and asked.pk})
    if name == "revise":
        now = {field: getattr(action, field) for field in RewordingForm.base_fields}
        return RewordingForm(data, prefix=prefix, initial=now)
    if name == "check_in":
        heard = action.owner_id != member.pk
        return CheckInForm(data, prefix=prefix, state=action.state, heard=heard)
    form = FORMS.get(name)
    return (
        form(data, prefix=prefix)
        if form
        else steps_with_others.FORMS[name](member, action, data, prefix)
    )


def take_step(form: forms.Form, name: str, member: Membership, action: ActionItem) -> bool:
    """Do what the form asks; a rule's no stands in the form."""
    return is_done(form, lambda said: ACTS[name](member, action, dict(said)))


def steps_for(
    member: Membership, action: ActionItem, tried: Step | None = None, *, claim: str = ""
) -> dict[str, Step]:
    """Return the steps that are possible now, and the one that was *tried* in vain as it was sent.

    *claim* is what somebody came to report.
    """
    possible = possible_steps(member, action) | advising_steps(member, action)
    if may_stop_reminders(member, action) and late_since(action):
        possible = possible | {"stop_ladder"}
    steps = {name: Step(name, step_form(name, member, action)) for name in ACTS if name in possible}
    if "check_in" in steps:
        steps["check_in"].form.initial["claim"] = claim
    return steps | ({tried.name: tried} if tried else {})


def with_forms(steps: Mapping[str, Step]) -> list[Step]:
    """Return those of the steps that ask for more than a press, in the order to show them."""
    return [steps[name] for name in AROUND_FORMS if name in steps]


def _take_back(member: Membership, action: ActionItem) -> None:
    asked = action.due_changes.filter(asked_by=member).latest("asked_at")
    take_back_date(member, action.pk, change_id=asked.pk)


def _answer_date(
    member: Membership, action: ActionItem, *, change_id: UUID, answer: str, reason: str
) -> None:
    if answer == "yes":
        agree_on_date(member, action.pk, change_id=change_id)
    else:
        refuse_date(member, action.pk, change_id=change_id, reason=reason)


def asked_step(request: HttpRequest) -> str:
    """Return which step was sent; empty for one that does not exist."""
    name = request.POST.get("step", "")
    return name if name in ACTS else ""


def thanks_for(name: str) -> str:
    """Say what was done."""
    return {
        "accept": _("You said yes. The action is now yours."),
        "decline": _("You said no. Whoever runs the session can now ask somebody else."),
        "offer": _("Asked. The action waits for a yes."),
        "check_in": _("Your report is saved."),
        "complete": _("Well done. Somebody else will now look at it."),
        "confirm": _("You confirmed that it is done."),
        "not_yet": _("Your remark is saved. The action goes on."),
        "record_yes": _("Written down: the owner said yes, and you heard it."),
        "change_due": _("Saved. The page shows the date that holds now."),
        "answer_date": _("Your answer is saved."),
        "take_back": _("The date stays as it is."),
        "revise": _("Saved. What it said before stays in the history."),
        "ask_owner": _(
            "Asked. The owner finds it in her inbox, and by mail unless she wants none."
        ),
        "write_note": _("Your note is saved."),
        "remove_note": _("The note is gone."),
        "drop": _("The action is dropped. The reason stays in its history."),
        "review": _("What came of it is saved."),
        "waive_review": _("The action is finished."),
        "reopen": _("The action goes on."),
        "stop_ladder": _("Nobody else is told, until there is news."),
        **steps_with_others.thanks(),
    }[name]
