import csv
import io
import re

import pytest
from django.urls import reverse

from actions.queries.indicators import Selection, indicators_of
from frontend.indicators.figure_words import GROUPS
from partnerships.services.setup import add_theme
from tests import cast, endings, lives
from tests.frontend_app.pages import queries_for, signed_in, text_of
from tests.random_year import thrown

PICTURES = ["flow", "open_by_age", "until_yes", "closure", "silence", "square"]


@pytest.fixture
def bos(bo):
    return signed_in(bo.person)


@pytest.fixture
def place(ada):
    return reverse("indicators", args=[ada.partnership.slug])


def test_before_the_first_session_the_page_says_where_figures_come_from(bos, place):
    said = text_of(bos.get(place))

    assert "There is nothing to count yet" in said
    assert "Figures come from sessions that were held" in said


def test_counts_stand_beside_what_they_are_part_of_and_percent_only_from_five(bos, ada, bo, place):
    cast.accepted(ada, bo)
    said = text_of(bos.get(place))
    assert re.search(r"Actions with a yes Only the owner can say yes\. 1 of 1 Too few", said)

    for _ in range(4):
        cast.proposed(ada, bo)

    assert re.search(r"say yes\. 1 of 5 20% Actions with a no 0 of 5 0%", text_of(bos.get(place)))


def test_every_picture_has_a_title_a_description_and_a_table(bos, westmeer, place):
    thrown(westmeer, 1)

    page = bos.get(place).content.decode()

    drawn = re.findall(
        r'role="img" aria-labelledby="(\w+)-title" aria-describedby="(\w+)-about"', page
    )
    assert {name for pair in drawn for name in pair} == set(PICTURES)
    for name in PICTURES:
        section = page[page.index(f'id="{name}-title"') :].partition("</section>")[0]
        assert f'id="{name}-about"' in section
        assert "The same in a table" in section
        assert "<table" in section
    assert "style=" not in page[page.index("<main") :]


def test_a_theme_narrows_the_figures_and_what_cannot_be_chosen_does_not(bos, cem, ada, bo, place):
    cast.accepted(ada, bo)
    theme = add_theme(cem, title="Falls")

    assert "There is nothing to count yet" in text_of(bos.get(place, {"theme": theme.pk}))
    assert "From 1 session" in text_of(bos.get(place, {"theme": "nonsense"}))


def test_every_figure_of_the_record_stands_under_a_head(bo):
    record = indicators_of(bo, Selection())

    shown = [code for _, codes in GROUPS for code in codes]

    assert sorted(shown) == sorted(figure.code for figure in record.figures)


def test_the_file_has_every_number_with_what_it_is_part_of(bos, ada, bo, dag, place):
    action = lives.confirmed(ada, bo, dag)
    endings.decision(ada, action.session)

    answer = bos.get(reverse("indicators_csv", args=[ada.partnership.slug]))

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert rows[0] == [
        *("Figure", "Of which", "How many", "Of how many", "Percent", "Days (median)"),
    ]
    assert ["Agreed insights with an answer", "", "2", "2", "", ""] in rows
    assert ["Agreed insights that somebody acts on", "we act on it", "1", "", "", ""] in rows
    assert ["From notes to effects", "Actions: Confirmed", "1", "", "", ""] in rows
    assert ["Answers that helped those who asked", "Too few people to say", "", "", "", ""] in rows


def test_the_page_asks_the_database_as_often_for_many_actions_as_for_one(bos, ada, bo, place):
    cast.accepted(ada, bo)
    few = queries_for(bos, place)

    lives.many(ada, bo, 30)

    assert queries_for(bos, place) <= few
