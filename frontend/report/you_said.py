"""“You said, we did” of one session, by insight: for everybody who took part, on one page."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from frontend.documents.blocks import Block, Document, Items, Paragraph, Section, Words
from frontend.pages.result import ShownInsight
from frontend.report.closing_sections import (
    answer_in_words,
    told_blocks,
    what_contributors_are_told,
)
from frontend.report.source import ReportSource

# So many of the notes behind an insight are quoted; the report has all of them.
MOST_QUOTES = 5


def you_said_of(source: ReportSource) -> Document:
    """Return what people said, what was learned from it and what is done, insight by insight."""
    session = source.session
    day = date_format(localtime(session.starts_at), "j F Y")
    return Document(
        title=Words(_("You said, we did")),
        about=f"{session.title} · {session.partnership.name} · {day}",
        language=get_language() or session.language,
        blocks=(*_insights(source), *what_contributors_are_told(source)),
        foot=session.title,
    )


def _insights(source: ReportSource) -> Iterator[Block]:
    for shown in source.agreed:
        yield _insight(source, shown)
    if not source.agreed:
        text = _(
            "No insight was agreed yet. As soon as there is one, you read here what becomes of it."
        )
        yield Paragraph((Words(text),), tone="lead")


def _insight(source: ReportSource, shown: ShownInsight) -> Section:
    said = [note.text for note in shown.notes if note.text]
    quotes = [(source.said(text),) for text in said[:MOST_QUOTES]]
    left = len(said) - len(quotes)
    if left:
        quotes.append((Words(_("and %(count)d more") % {"count": left}),))
    parts = (
        Section(Words(_("You said")), (Items(tuple(quotes)),)),
        Section(Words(_("We did")), tuple(_done(source, shown))),
    )
    return Section(source.said(shown.insight.statement), parts)


def _done(source: ReportSource, shown: ShownInsight) -> Iterator[Block]:
    yield Paragraph(tuple(answer_in_words(source, shown)))
    yield from _said_by_the_region(source, shown)
    for line in shown.actions:
        state = Words(f"{capfirst(line.state.text)}:", strong=True)
        yield Paragraph((state, source.said(line.action.title)))
        if line.action.outcome:
            yield Paragraph((source.said(line.action.outcome),))
    for decided in shown.decisions:
        state = Words(f"{decided.state.text}:", strong=True)
        yield Paragraph((state, source.said(decided.decision.text)))
    yield from told_blocks(source, shown.told)


def _said_by_the_region(source: ReportSource, shown: ShownInsight) -> Iterator[Block]:
    for item in source.result.region_items:
        if item.insight_id == shown.insight.id:
            ask = Words(_("The region should:"), strong=True)
            yield Paragraph((ask, source.said(item.ask)))
            reply = Words(_("Reply of the region:"), strong=True)
            yield Paragraph(
                (reply, source.said(item.reply) if item.reply else Words(_("No reply yet")))
            )
