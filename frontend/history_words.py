"""What happened to an action, as sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actions.models.action import Horizon, Strength
from actions.queries.history import HistoryLine
from actions.records.action import ActionRecord, CheckInRecord
from actions.states import Barrier, Channel, Claim, Confidence, Effect
from partnerships.models.membership import Level

# What each part of an action is called, and the words for what can be chosen there.
FIELDS: dict[str, Any] = {
    "title": gettext_lazy("What"),
    "done_test": gettext_lazy("Done when"),
    "if_cue": gettext_lazy("When it begins"),
    "first_step": gettext_lazy("First step"),
    "level": gettext_lazy("Where the change is"),
    "strength": gettext_lazy("What it changes"),
    "horizon": gettext_lazy("When one notices it"),
    "risk": gettext_lazy("Take care"),
}
CHOICES: dict[str, dict[str, Any]] = {
    "level": dict(Level.choices),
    "strength": dict(Strength.choices),
    "horizon": dict(Horizon.choices),
}


@dataclass(frozen=True)
class HistorySentence:
    """One thing that happened, as a sentence, with what was said then."""

    at: datetime
    sentence: str
    text: str = ""
    report: CheckInRecord | None = None
    facts: tuple[str, ...] = ()


def history_sentences(lines: Iterable[HistoryLine], action: ActionRecord) -> list[HistorySentence]:
    """Tell what happened, newest first; the outcome that still holds stands with its line."""
    holding = {"action.completed": action.outcome}
    return [
        HistorySentence(
            at=line.at,
            sentence=_sentence(line),
            text=_said(line) or holding.pop(line.kind, ""),
            report=line.report,
            facts=tuple(_facts(line.report)) if line.report else tuple(_changes(line)),
        )
        for line in lines
    ]


def _said(line: HistoryLine) -> str:
    if line.due_change:
        if line.kind == "action.due_taken_back":
            return ""
        refused = line.kind == "action.due_refused"
        return line.due_change.refusal if refused else line.due_change.reason
    if line.review:
        return "\n".join(filter(None, [line.review.evidence, line.review.lesson]))
    return line.reason


def _facts(report: CheckInRecord) -> Iterator[str]:
    """Tell what was reported beside the sentence; what nobody said is left out."""
    day = report.next_check_in
    told = [
        (_("In the way: %s"), report.blocker),
        (_("What kind of thing: %s"), report.barrier and Barrier(report.barrier).label),
        (_("Next step: %s"), report.next_step),
        (_("Who must know: %s"), report.who_must_know),
        (_("Ask again on %s"), day and date_format(day, "j F Y")),
    ]
    yield from (sentence % value for sentence, value in told if value)
    if report.confidence != Confidence.UNKNOWN:
        label = Confidence(report.confidence).label
        yield _("In time? %(confidence)s") % {"confidence": capfirst(label)}
    if report.channel != Channel.HERE:
        yield _("The news came %(channel)s.") % {"channel": Channel(report.channel).label}


def _changes(line: HistoryLine) -> Iterator[str]:
    for name, (before, after) in line.changes.items():
        words = CHOICES.get(name, {})
        values = {
            "what": FIELDS[name],
            "before": words.get(before, before) or _("nothing"),
            "after": words.get(after, after) or _("nothing"),
        }
        yield _("%(what)s: “%(after)s”, before “%(before)s”") % values


def _sentence(line: HistoryLine) -> str:
    values = {"name": line.by_name or _("Somebody")}
    if line.report:
        values["claim"] = str(Claim(line.report.claim).label)
        return _("%(name)s reported: %(claim)s.") % values
    if line.asked_name:
        values["asked"] = line.asked_name
        if line.kind == "action.proposed":
            return _("%(name)s made this action and asked %(asked)s.") % values
        if line.kind == "action.imported":
            return _("%(name)s brought this action in, for %(asked)s.") % values
        return _("%(name)s asked %(asked)s.") % values
    if line.due_change:
        values["day"] = date_format(line.due_change.after, "j F Y")
        values["before"] = date_format(line.due_change.before, "j F Y")
    if line.review:
        values["effect"] = str(Effect(line.review.effect).label)
        return _("%(name)s looked what came of it: %(effect)s.") % values
    return _plain_sentence(line.kind) % values


def _plain_sentence(kind: str) -> str:
    sentences = {
        "action.proposed": _("%(name)s made this action."),
        "action.imported": _("%(name)s brought this action in."),
        "action.accepted": _("%(name)s said yes."),
        "action.declined": _("%(name)s said no."),
        "action.offered": _("%(name)s asked somebody else."),
        "action.completed": _("%(name)s said that it is done."),
        "action.verified": _("%(name)s looked and confirmed that it is done."),
        "action.yes_recorded": _("%(name)s heard the owner say yes, and wrote it down."),
        "action.due_asked": _("%(name)s asked to move the date from %(before)s to %(day)s."),
        "action.due_changed": _("%(name)s moved the date from %(before)s to %(day)s."),
        "action.due_refused": _("%(name)s said no to %(day)s: the date stays."),
        "action.due_taken_back": _("%(name)s took the date %(day)s back."),
        "action.revised": _("%(name)s changed how it reads."),
        "action.dropped": _("%(name)s dropped this action."),
        "action.reopened": _("%(name)s opened this action again."),
        "action.owner_reminded": _("The date is over, and the owner was reminded."),
        "action.advisors_told": _("It stayed late, and the trusted advisors were told."),
        "action.managers_told": _("It stayed late, and the programme managers were told."),
        "action.reminders_stopped": _("%(name)s stopped the reminders until there is news."),
        "action.owner_asked": _("%(name)s asked the owner how it is going."),
        "action.link_used": _("%(name)s answered by the link in a mail."),
        "action.joined_question": _("%(name)s added it to a learning question."),
        "action.left_question": _("%(name)s took it off a learning question."),
        "action.example_shared": _("%(name)s shared it as an example."),
        "action.example_taken_back": _("%(name)s took the example back."),
        "action.review_waived": _("%(name)s finished it without a look at what came of it."),
    }
    return sentences.get(kind, _("%(name)s changed something."))
