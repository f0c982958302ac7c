"""What happened to an action, as sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actions.models.action import Horizon, Strength, Visibility
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
    "plan_goal": gettext_lazy("Goal of the regional plan"),
    "helpers": gettext_lazy("Who helps"),
    "sponsor": gettext_lazy("Who answers for it above"),
    "visibility": gettext_lazy("Who sees it"),
    "plain_words": gettext_lazy("In plain words"),
}
CHOICES: dict[str, dict[str, Any]] = {
    "level": dict(Level.choices),
    "strength": dict(Strength.choices),
    "horizon": dict(Horizon.choices),
    "visibility": dict(Visibility.choices),
}


SENTENCES: dict[str, Any] = {
    "action.proposed": gettext_lazy("%(name)s made this action and asked %(asked)s."),
    "action.imported": gettext_lazy("%(name)s brought this action in, for %(asked)s."),
    "action.made_from_part": gettext_lazy(
        "%(name)s made this out of a part of %(other)s, and asked %(asked)s."
    ),
    "action.accepted": gettext_lazy("%(name)s said yes."),
    "action.declined": gettext_lazy("%(name)s said no."),
    "action.offered": gettext_lazy("%(name)s asked %(asked)s."),
    "action.yes_recorded": gettext_lazy("%(name)s heard the owner say yes, and wrote it down."),
    "action.handover_asked": gettext_lazy("%(name)s asked %(asked)s to take it over."),
    "action.taken_over": gettext_lazy("%(asked)s took it over."),
    "action.handover_refused": gettext_lazy("%(asked)s cannot take it over."),
    "action.checked_in": gettext_lazy("%(name)s reported: %(claim)s."),
    "action.link_used": gettext_lazy("%(name)s answered by the link in a mail."),
    "action.evidence_added": gettext_lazy("%(name)s showed how far it is."),
    "action.completed": gettext_lazy("%(name)s said that it is done."),
    "action.verified": gettext_lazy("%(name)s looked and confirmed that it is done."),
    "action.due_asked": gettext_lazy("%(name)s asked to move the date from %(before)s to %(day)s."),
    "action.due_changed": gettext_lazy("%(name)s moved the date from %(before)s to %(day)s."),
    "action.due_refused": gettext_lazy("%(name)s said no to %(day)s: the date stays."),
    "action.due_taken_back": gettext_lazy("%(name)s took the date %(day)s back."),
    "action.revised": gettext_lazy("%(name)s changed how it reads."),
    "people": gettext_lazy("%(name)s changed who works on it."),
    "sight": gettext_lazy("%(name)s changed who sees it."),
    "action.escalated": gettext_lazy("%(name)s asks %(asked)s, for an answer by %(day)s."),
    "action.escalation_answered": gettext_lazy("%(name)s wrote down the answer of %(asked)s."),
    "action.escalation_withdrawn": gettext_lazy("%(name)s needs no answer of %(asked)s any more."),
    "action.took_in": gettext_lazy("%(name)s made another action part of this one: %(other)s"),
    "action.merged": gettext_lazy("%(name)s made this part of another action: %(other)s"),
    "action.part_split_off": gettext_lazy(
        "%(name)s made a part of it an action of its own: %(other)s"
    ),
    "action.example_shared": gettext_lazy("%(name)s shared it as an example."),
    "action.example_taken_back": gettext_lazy("%(name)s took the example back."),
    "action.joined_question": gettext_lazy("%(name)s added it to a learning question."),
    "action.left_question": gettext_lazy("%(name)s took it off a learning question."),
    "action.owner_asked": gettext_lazy("%(name)s asked the owner how it is going."),
    "action.owner_reminded": gettext_lazy("The date is over, and the owner was reminded."),
    "action.advisors_told": gettext_lazy("It stayed late, and the trusted advisors were told."),
    "action.managers_told": gettext_lazy("It stayed late, and the programme managers were told."),
    "action.reminders_stopped": gettext_lazy("%(name)s stopped the reminders until there is news."),
    "action.dropped": gettext_lazy("%(name)s dropped this action."),
    "action.reopened": gettext_lazy("%(name)s opened this action again."),
    "action.reviewed": gettext_lazy("%(name)s looked what came of it: %(effect)s."),
    "action.review_waived": gettext_lazy("%(name)s finished it without a look at what came of it."),
}
# Of events that were recorded before everything about them was.
WITHOUT_DETAILS: dict[str, Any] = {
    "action.proposed": gettext_lazy("%(name)s made this action."),
    "action.imported": gettext_lazy("%(name)s brought this action in."),
    "action.offered": gettext_lazy("%(name)s asked somebody else."),
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
    if line.escalation:
        answered = line.kind == "action.escalation_answered"
        return line.escalation.answer if answered else line.escalation.ask
    if line.evidence:
        return "\n".join(filter(None, [line.evidence.text, line.evidence.link]))
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
    # In the order of the form: databases keep that of the keys, or do not.
    for name in (name for name in FIELDS if name in line.changes):
        before, after = line.changes[name]
        words = CHOICES.get(name, {})
        values = {
            "what": FIELDS[name],
            "before": words.get(before, before) or _("nothing"),
            "after": words.get(after, after) or _("nothing"),
        }
        yield _("%(what)s: “%(after)s”, before “%(before)s”") % values


def _sentence(line: HistoryLine) -> str:
    values = {"name": line.by_name or _("Somebody"), **dict(_details(line))}
    try:
        return str(SENTENCES[_kind_of(line)]) % values
    except KeyError:
        return str(WITHOUT_DETAILS.get(line.kind, _("%(name)s changed something."))) % values


def _kind_of(line: HistoryLine) -> str:
    changed = set(line.changes)
    if changed and changed <= {"helpers", "sponsor"}:
        return "people"
    return "sight" if changed and changed <= {"visibility", "plain_words"} else line.kind


def _details(line: HistoryLine) -> Iterator[tuple[str, str]]:
    if line.report:
        yield "claim", str(Claim(line.report.claim).label)
    if line.other:
        yield "other", f"{line.other.number}. {line.other.title}"
    if line.asked_name:
        yield "asked", line.asked_name
    if line.escalation:
        yield "asked", line.escalation.asked_name
        yield "day", date_format(line.escalation.answer_by, "j F Y")
    if line.due_change:
        yield "day", date_format(line.due_change.after, "j F Y")
        yield "before", date_format(line.due_change.before, "j F Y")
    if line.review:
        yield "effect", str(Effect(line.review.effect).label)
