from datetime import date

import pytest

from actions.sheets.days import readings_of

THE_THIRD = [date(2026, 3, 3)]


@pytest.mark.parametrize(
    "text",
    [
        *("3 maart 2026", "dinsdag 3 mrt. 2026", "3 mars 2026", "den 3 mars 2026", "3:e mars 2026"),
        *("March 3, 2026", "Tuesday, March 3rd, 2026", "3rd of March 2026", "3 Mar 2026"),
        *(
            "2026-03-03",
            "2026-03-03 00:00:00",
            "2026/3/3",
            "3-3-26",
            "03.03.2026",
            " 3  MAART 2026 ",
        ),
    ],
)
def test_a_day_is_read_in_each_of_our_languages(text):
    assert readings_of(text) == THE_THIRD


def test_where_day_and_month_could_change_places_both_are_told():
    assert readings_of("03-04-2026") == [date(2026, 4, 3), date(2026, 3, 4)]
    assert readings_of("13/04/2026") == readings_of("04/13/2026") == [date(2026, 4, 13)]


@pytest.mark.parametrize(
    "text", ["", "soon", "3 maart", "31-02-2026", "week 12 2026", "3 brumaire 2026", "20260303"]
)
def test_what_names_no_day_is_none(text):
    assert readings_of(text) == []
