"""The parts of a report about talking and deciding, and about what contributors are told."""

from collections.abc import Iterable, Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from frontend.documents.blocks import Items, Paragraph, Section, Words
from frontend.outcome_words import DecisionLine, Told
from frontend.pages.result import ShownInsight
from frontend.report.source import ReportSource


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
    if source.result.decisions:
        told = tuple(tuple(_decision(source, line)) for line in source.result.decisions)
        yield Section(Words(_("What was decided")), (Items(told),))


def what_contributors_are_told(source: ReportSource) -> Iterator[Section]:
    """Tell what those who gave input were told of the session as a whole, or until when they will be."""
    if source.result.told:
        blocks = tuple(told_blocks(source, source.result.told))
        yield Section(Words(_("What those who gave input are told")), blocks)


def told_blocks(source: ReportSource, told: Iterable[Told]) -> Iterator[Paragraph]:
    """Show answers to contributors, and the days by which there will be one."""
    for one in told:
        if one.promise:
            yield Paragraph((Words(one.promise),))
        else:
            said = filter(None, (one.feedback.text, one.feedback.reason))
            yield Paragraph((Words(f"{one.answer}:", strong=True), *map(source.said, said)))


def answer_in_words(source: ReportSource, shown: ShownInsight) -> Iterator[Words]:
    """Say what becomes of an insight and why, with what belongs to it: a question, a place, a day."""
    if shown.answer is None:
        yield Words(_("There is no answer yet."))
        return
    yield Words(f"{shown.answer.answer}.")
    if shown.answer.reason:
        yield source.said(shown.answer.reason)
    yield from map(Words, shown.answer.lines)


def _decision(source: ReportSource, line: DecisionLine) -> Iterator[Words]:
    decision = line.decision
    yield Words(f"{_('Decision %(number)d') % {'number': decision.number}}:", strong=True)
    yield source.said(decision.text)
    for label, text in (
        ("", decision.rationale),
        (_("Also considered:"), decision.options),
        (_("Seen differently:"), decision.dissent),
    ):
        if text:
            yield from (
                (Words(label, strong=True), source.said(text)) if label else (source.said(text),)
            )
    yield Words(_how_it_stands(line))


def _how_it_stands(line: DecisionLine) -> str:
    day = line.decision.decided_on
    if day is None:
        return _("This is still to be decided.")
    words = _("Decided on %(day)s by %(who)s.") if line.decided_by else _("Decided on %(day)s.")
    said = words % {"day": date_format(day, "j F Y"), "who": line.decided_by}
    later = _("Another decision took its place.") if line.decision.replaced_by_id else ""
    return f"{said} {later}".rstrip()
