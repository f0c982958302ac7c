"""The parts of a report about talking and deciding, and about what contributors are told."""

from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from actions.records.decision import DecisionRecord
from frontend.documents.blocks import Items, Section, Words
from frontend.report.source import ReportSource
from reflections.models.feedback import FeedbackAnswer
from reflections.records.feedback import FeedbackRecord
from reflections.records.insight import InsightRecord


def what_was_talked_about(source: ReportSource) -> Iterator[Section]:
    """Show what was taken down while people talked."""
    if source.minutes:
        told = tuple(
            (Words(f"{topic}:", strong=True), source.said(text)) for topic, text in source.minutes
        )
        yield Section(Words(_("What was talked about")), (Items(told),))


def what_was_parked(source: ReportSource) -> Iterator[Section]:
    """Name what waits for later, and why."""
    if source.parked:
        told = tuple(
            (source.said(topic), *([source.said(f"({reason})")] if reason else []))
            for topic, reason in source.parked
        )
        yield Section(Words(_("What was parked for later")), (Items(told),))


def what_was_decided(source: ReportSource) -> Iterator[Section]:
    """Tell each decision with its reasons, or that it is still to be taken."""
    if source.decisions:
        told = tuple(tuple(_decision(source, one)) for one in source.decisions)
        yield Section(Words(_("What was decided")), (Items(told),))


def what_contributors_are_told(source: ReportSource) -> Iterator[Section]:
    """Tell what those who gave input were told, and until when others will be."""
    if source.feedback:
        told = tuple(tuple(_feedback(source, one)) for one in source.feedback)
        yield Section(Words(_("What those who gave input are told")), (Items(told),))


def told_about(source: ReportSource, insight: InsightRecord) -> list[tuple[Words, ...]]:
    """Return what contributors were told about one insight."""
    return [
        tuple(_feedback(source, one)) for one in source.feedback if one.insight_id == insight.id
    ]


def what_the_answer_needs(source: ReportSource, insight: InsightRecord) -> Iterator[Words]:
    """Say what belongs to the answer to an insight: a question, a place, a day."""
    if insight.question:
        yield source.said(insight.question)
    if insight.escalated_to:
        yield Words(_("To: %(name)s.") % {"name": insight.escalated_to})
    if insight.answer_by:
        yield Words(_("An answer is asked for by %(day)s.") % {"day": _day(insight.answer_by)})
    if insight.revisit_on:
        yield Words(_("We come back to it on %(day)s.") % {"day": _day(insight.revisit_on)})


def _decision(source: ReportSource, decision: DecisionRecord) -> Iterator[Words]:
    number = _("Decision %(number)d") % {"number": decision.number}
    yield Words(f"{number}:", strong=True)
    yield source.said(decision.text)
    if decision.rationale:
        yield source.said(decision.rationale)
    if decision.dissent:
        yield Words(_("Seen differently:"), strong=True)
        yield source.said(decision.dissent)
    who = ", ".join(filter(None, [decision.decided_by, *decision.decider_names]))
    if decision.decided_on:
        day = _day(decision.decided_on)
        words = _("Decided on %(day)s by %(who)s.") if who else _("Decided on %(day)s.")
        yield Words(words % {"day": day, "who": who})
    else:
        yield Words(_("This is still to be decided."))


def _feedback(source: ReportSource, feedback: FeedbackRecord) -> Iterator[Words]:
    insight = source.insight_numbers.get(feedback.insight_id) if feedback.insight_id else None
    about = (
        _("Insight %(number)d") % {"number": insight} if insight else _("About the whole session")
    )
    yield Words(f"{about}:", strong=True)
    if feedback.published_at is None and feedback.promised_by:
        yield Words(_("You get an answer by %(date)s.") % {"date": _day(feedback.promised_by)})
        return
    yield Words(f"{capfirst(str(FeedbackAnswer(feedback.answer).label))}.")
    yield source.said(feedback.text)
    if feedback.reason:
        yield source.said(feedback.reason)


def _day(day: date) -> str:
    return date_format(day, "j F Y")
