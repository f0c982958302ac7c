"""The figures and what the pictures show as one sheet of values."""

from collections.abc import Iterator
from itertools import product

from django.utils.translation import gettext as _

from actions.records.indicators import Figure, IndicatorsRecord
from frontend.exports.sheets import Row, Sheet
from frontend.indicators.figure_words import LABELS, part_words
from frontend.indicators.picture_words import COLUMNS, SERIES, TITLES, bar_words, place_words
from partnerships.models.membership import Level


def figure_sheet(record: IndicatorsRecord) -> Sheet:
    """Return one line for each number; what is withheld stands there without one."""
    head = (
        _("Figure"), _("Of which"), _("How many"), _("Of how many"), _("Percent"), _("Days (median)"),
    )  # fmt: skip
    rows = [row for figure in record.figures for row in _of_figure(figure)]
    rows += [*_of_bars(record), *_of_flow(record), *_of_drift(record)]
    return Sheet("figures", _("Figures"), head, rows)


def _of_figure(figure: Figure) -> Iterator[Row]:
    if figure.is_withheld:
        yield str(LABELS[figure.code]), _("Too few people to say"), None, None, None, None
    for share in figure.shares:
        yield str(LABELS[share.code]), "", share.n, share.of, share.percent, None
    for median in figure.medians:
        days = None if median.days is None else f"{median.days:g}"
        yield str(LABELS[median.code]), "", None, median.count, None, days
    for part in figure.parts:
        label = str(LABELS[figure.shares[0].code])
        yield label, part_words(figure.code, part), part.n, None, None, None


def _of_bars(record: IndicatorsRecord) -> Iterator[Row]:
    for bars in record.bars:
        for bar in bars.bars:
            label = bar_words(bars.code, bar.code, record.check_in_days)
            for code, n in zip(bars.series, bar.counts, strict=True):
                words = label if len(bars.series) == 1 else f"{label}: {SERIES[code]}"
                yield str(TITLES[bars.code]), words, n, None, None, None


def _of_flow(record: IndicatorsRecord) -> Iterator[Row]:
    title = str(TITLES["flow"])
    for head, column in zip(COLUMNS, record.flow.columns, strict=True):
        for place in column:
            yield title, f"{head}: {place_words(place.code)}", place.n, None, None, None
    for one in record.flow.streams:
        words = f"{place_words(one.source)} → {place_words(one.target)}"
        yield title, words, one.n, None, None, None


def _of_drift(record: IndicatorsRecord) -> Iterator[Row]:
    levels = list(Level)
    for (above, line), (place, below) in product(
        zip(levels, record.drift, strict=True), enumerate(levels)
    ):
        yield str(TITLES["drift"]), f"{above.label} → {below.label}", line[place], None, None, None
