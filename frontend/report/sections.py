"""The parts of a report, each made from the same source; what there is nothing of is left out."""

from collections.abc import Callable, Iterator, Sequence

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from frontend.documents.blocks import (
    Block,
    Items,
    Paragraph,
    Picture,
    Section,
    Table,
    Words,
)
from frontend.pages.result import ShownColumn, ShownInsight, ShownNote
from frontend.report.closing_sections import (
    answer_in_words,
    told_blocks,
    what_contributors_are_told,
    what_was_decided,
    what_was_parked,
    what_was_talked_about,
)
from frontend.report.flow import flow_of
from frontend.report.flow_picture import flow_picture
from frontend.report.source import ReportSource, notes_in
from partnerships.models.membership import Level
from partnerships.models.partnership import StakeholderGroup


def who_was_there(source: ReportSource) -> Iterator[Section]:
    """Count who took part, large groups apart."""
    attendance = source.attendance
    if not attendance.total:
        return
    total = ngettext(
        "%(count)d person took part.", "%(count)d people took part.", attendance.total
    ) % {"count": attendance.total}
    blocks: list[Block] = [_plain(total)]
    counted = [f"{_group_name(group)}: {count}" for group, count in attendance.counted.items()]
    if counted:
        blocks.append(Items(tuple((Words(line),) for line in counted)))
    if attendance.others:
        names = ", ".join(str(StakeholderGroup(group).label) for group in attendance.others)
        also = _("Also there: %(groups)s.") if counted else _("From: %(groups)s.")
        blocks.append(_plain(also % {"groups": names}))
        blocks.append(_quiet(_("Groups of fewer than five people are not counted apart.")))
    yield Section(Words(_("Who was there")), tuple(blocks))


def what_was_said(source: ReportSource) -> Iterator[Section]:
    """Count the notes by question and group, and draw where they went."""
    count = source.result.note_count
    if not count:
        return
    words = ngettext("%(count)d note was written.", "%(count)d notes were written.", count)
    rows = tuple(row for column in source.result.columns for row in _counts(source, column))
    head, widths = [_("Question"), _("In group"), _("Notes")], [4, 6, 2]
    if source.result.votes:
        head, widths = [*head, _("Votes")], [*widths, 2]
    table = Table(Words(_("Notes by question and group")), _all(head), rows, tuple(widths))
    yield Section(
        Words(_("What was said")),
        (_plain(words % {"count": count}), *_picture(source), table),
    )


def what_we_learned(source: ReportSource) -> Iterator[Section]:
    """Tell each agreed insight with its answer, its dissent and where it came from."""
    if not source.agreed:
        text = _("No insight was agreed.")
        yield Section(Words(_("What we learned")), (_plain(text),))
        return
    told = tuple(_insight(source, shown) for shown in source.agreed)
    yield Section(Words(_("What we learned")), told)


def what_we_will_do(source: ReportSource) -> Iterator[Section]:
    """List the actions: what, who, by when, and how one can see that it is done."""
    lines = source.result.lines
    if not lines:
        yield Section(Words(_("What we will do")), (_plain(_("No action came from it.")),))
        return
    head = (_("No."), _("What"), _("Who"), _("Ready by"), _("Done when"), _("State"))
    rows = tuple(
        (
            Words(str(line.action.number)),
            source.said(line.action.title),
            Words(
                ", ".join(filter(None, (line.action.owner_name, line.action.owner_organisation)))
            ),
            Words(date_format(line.action.due, "j M Y")),
            source.said(line.action.done_test),
            Words(capfirst(line.state.text)),
        )
        for line in lines
    )
    table = Table(Words(_("Actions")), _all(head), rows, (2, 9, 6, 5, 8, 5))
    yield Section(Words(_("What we will do")), (table,))


def what_went_up(source: ReportSource) -> Iterator[Section]:
    """Tell what a theme sent up to the region, or what the themes did, each with its reply."""
    items = source.result.region_items
    if not items:
        return
    is_region = source.session.is_region_wide
    head = [_("Insight"), _("The region should"), _("Reply of the region")]
    rows: list[tuple[Words, ...]] = [
        (
            Words(item.statement, item.language),
            Words(item.ask, item.language),
            source.said(item.reply) if item.reply else Words(_("No reply yet")),
        )
        for item in items
    ]
    if is_region:
        head = [_("Theme"), *head]
        themes = [", ".join(item.themes) or item.session_title for item in items]
        rows = [(Words(theme), *row) for theme, row in zip(themes, rows, strict=True)]
    title = _("What the themes sent up") if is_region else _("What we sent up to the region")
    widths = (4, 7, 7, 7)[-len(head) :]
    yield Section(Words(title), (Table(Words(title), _all(head), tuple(rows), widths),))


def all_notes(source: ReportSource) -> Iterator[Section]:
    """Show each note as it was written, without names, and what it led to."""
    if not source.result.note_count:
        return
    intro = _("Each note as it was written. The report does not say who wrote which one.")
    columns = [
        Section(
            source.said(column.column.title),
            (
                *([_plain_said(source, column.column.prompt)] if column.column.prompt else []),
                _note_table(source, column),
            ),
        )
        for column in source.result.columns
        if notes_in(column)
    ]
    yield Section(Words(_("All notes")), (_quiet(intro), *columns))


def where_data_came_from(source: ReportSource) -> Iterator[Section]:
    """Name whose words these are when they were brought in from elsewhere."""
    if source.session.attribution:
        yield Section(
            Words(_("Where notes were brought in from")),
            (_plain(source.session.attribution),),
        )


SECTIONS: tuple[Callable[[ReportSource], Iterator[Section]], ...] = (
    who_was_there,
    what_was_said,
    what_was_talked_about,
    what_we_learned,
    what_we_will_do,
    what_was_decided,
    what_was_parked,
    what_went_up,
    what_contributors_are_told,
    all_notes,
    where_data_came_from,
)


def _group_name(group: str) -> str:
    return capfirst(str(StakeholderGroup(group).label))


def _counts(source: ReportSource, column: ShownColumn) -> Iterator[tuple[Words, ...]]:
    title = source.said(column.column.title)
    parts = [
        ([shown.group.id], shown.group.title or _("Group without a name"), len(shown.notes))
        for shown in column.groups
    ]
    if column.notes:
        alone = [shown.note.id for shown in column.notes]
        parts.append((alone, _("In no group"), len(alone)))
    for topics, name, count in parts:
        votes = sum(source.result.votes.get(topic, 0) for topic in topics)
        row = (title, source.said(name), Words(str(count)))
        yield (*row, Words(str(votes))) if source.result.votes else row


def _picture(source: ReportSource) -> Iterator[Picture]:
    if not source.agreed and not source.result.lines:
        return
    notes, insights, actions = (
        source.result.note_count,
        len(source.agreed),
        len(source.result.lines),
    )
    alt = _(
        "Picture of how %(notes)s led to %(insights)s and %(actions)s."
        " The parts below say the same in words."
    ) % {
        "notes": ngettext("%(count)d note", "%(count)d notes", notes) % {"count": notes},
        "insights": ngettext("%(count)d insight", "%(count)d insights", insights)
        % {"count": insights},
        "actions": ngettext("%(count)d action", "%(count)d actions", actions) % {"count": actions},
    }
    heads = (_("What was said"), _("What we learned"), _("What we will do"))
    yield Picture(flow_picture(flow_of(source.result), heads), alt)


def _insight(source: ReportSource, shown: ShownInsight) -> Section:
    insight = shown.insight
    number = source.insight_numbers[insight.id]
    blocks: list[Block] = []
    if insight.plain_statement:
        plain = source.said(insight.plain_statement)
        blocks.append(Paragraph((_label(_("In plain words:")), plain)))
    if insight.dissent:
        blocks.append(Paragraph((_label(_("Seen differently:")), source.said(insight.dissent))))
    blocks.append(Paragraph((_label(_("Answer:")), *answer_in_words(source, shown))))
    for line in shown.actions:
        title = source.said(line.action.title)
        blocks.append(Paragraph((_label(_action_name(line.action.number) + ":"), title)))
    blocks += told_blocks(source, shown.told)
    blocks.append(_quiet(_origin(source, shown)))
    title = Words(f"{number}. {insight.statement}", source.session.language)
    return Section(title, tuple(blocks))


def _origin(source: ReportSource, shown: ShownInsight) -> str:
    numbers = sorted(source.note_numbers[note.id] for note in shown.notes)
    words = ngettext("From note %(numbers)s.", "From notes %(numbers)s.", len(numbers))
    parts = [words % {"numbers": ", ".join(map(str, numbers))}]
    if shown.insight.level:
        level = str(Level(shown.insight.level).label)
        parts.append(_("The change is to happen here: %(level)s.") % {"level": level})
    return " ".join(parts)


def _note_table(source: ReportSource, column: ShownColumn) -> Table:
    head = (_("No."), _("Note"), _("In group"), _("What it led to"))
    grouped = {one.note.id: shown.group.title for shown in column.groups for one in shown.notes}
    rows = tuple(
        (
            Words(str(source.note_numbers[shown.note.id])),
            _note(source, shown),
            source.said(grouped.get(shown.note.id, "")),
            Words(_led_to(source, shown)),
        )
        for shown in notes_in(column)
    )
    return Table(source.said(column.column.title), _all(head), rows, (2, 16, 6, 5))


def _note(source: ReportSource, shown: ShownNote) -> Words:
    if shown.note.text:
        return source.said(shown.note.text)
    return Words(_("This note was taken off the board."))


def _led_to(source: ReportSource, shown: ShownNote) -> str:
    insights = sorted(
        source.insight_numbers[one.id] for one in shown.insights if one.id in source.insight_numbers
    )
    names = [_("Insight %(number)d") % {"number": number} for number in insights]
    names += [_action_name(line.action.number) for line in shown.actions]
    # A name and its number stay together at the end of a line.
    return ", ".join(name.replace(" ", "\N{NO-BREAK SPACE}") for name in names)


def _action_name(number: int) -> str:
    return _("Action %(number)d") % {"number": number}


def _all(head: Sequence[str]) -> tuple[Words, ...]:
    return tuple(Words(one) for one in head)


def _label(text: str) -> Words:
    return Words(text, strong=True)


def _plain(text: str) -> Paragraph:
    return Paragraph((Words(text),))


def _plain_said(source: ReportSource, text: str) -> Paragraph:
    return Paragraph((source.said(text),))


def _quiet(text: str) -> Paragraph:
    return Paragraph((Words(text),), tone="quiet")
