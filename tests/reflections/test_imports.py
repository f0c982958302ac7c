from time import process_time
from uuid import uuid4

import pytest

from kernel.errors import InvalidInputError
from reflections.queries.board import board_view_of, column_records
from reflections.services.import_rows import Mapping, Verdict, digest_of
from reflections.services.imports import mapping_of, preview_of, start_import
from reflections.services.notes import reveal_notes
from tests import cast
from tests.reflections.importing import imported, many, outcome, texts_in, uploaded


def test_rows_become_hidden_notes_without_an_author(ada):
    session = cast.collecting(ada)

    done = imported(ada, session)

    notes = session.notes.order_by("added_at")
    assert outcome(done) == ("done", 3, 0, 1)
    assert [(note.source_reference, note.text) for note in notes] == [
        ("1", "Loose rugs"),
        ("2", "No rails"),
        ("4", "Too dark"),
    ]
    assert {(note.author_id, note.revealed_at, note.column) for note in notes} == {
        (None, None, session.columns.all()[0])
    }
    assert done.problems == [[4, "There is no text in this row."]]
    assert done.content == ""


def test_they_count_as_hidden_and_are_shown_with_all_others(ada):
    session = cast.collecting(ada)
    cast.write(ada, session, "Written here")
    imported(ada, session)
    view = board_view_of(ada, session.pk)

    hidden = [column.hidden_notes for column in column_records(view, None).values()]
    shown = reveal_notes(ada, session.pk)

    assert sorted(hidden) == [0, 0, 4]
    assert shown == 4


def test_the_preview_says_what_will_become_of_the_rows(ada):
    session = cast.collecting(ada)
    imported(ada, session, "id,text\n1,Loose rugs\n2,Something else\n")

    preview = preview_of(uploaded(ada, session))

    assert preview.header == ["id", "text"]
    assert preview.first == [
        Verdict(2, "Loose rugs", "1", is_named=True, is_known=True),
        Verdict(3, problem="Another text is called 2 here already."),
        Verdict(4, problem="There is no text in this row."),
        Verdict(5, "Too dark", "4", is_named=True),
    ]
    assert (preview.to_add, preview.known, len(preview.problems)) == (1, 1, 2)


def test_only_the_first_ten_rows_are_shown_before(ada):
    preview = preview_of(uploaded(ada, cast.collecting(ada), many(1200)))

    assert (len(preview.first), preview.to_add) == (10, 1200)


@pytest.mark.parametrize("mapping", [{}, {"reference": None}], ids=["named", "by text"])
def test_the_same_file_twice_adds_nothing(ada, mapping):
    session = cast.collecting(ada)

    first = imported(ada, session, many(120), **mapping)
    second = imported(ada, session, many(120), **mapping)

    assert (outcome(first), outcome(second)) == (("done", 120, 0, 0), ("done", 0, 120, 0))
    assert session.notes.count() == 120


@pytest.mark.parametrize("references", [(0, None), (None, 0)], ids=["named first", "by text first"])
def test_the_same_file_is_known_again_with_other_columns(ada, references):
    session = cast.collecting(ada)
    first, second = references

    imported(ada, session, many(3), reference=first)
    again = imported(ada, session, many(3), reference=second)

    assert outcome(again) == ("done", 0, 3, 0)


def test_a_row_is_known_by_its_name_or_else_by_its_text(ada):
    session = cast.collecting(ada)
    text = "id,text\n1,More trees\n2,More trees\n1,More trees\n1,Fewer cars\n,Benches\n,Benches\n"

    done = imported(ada, session, text, reference=0)

    assert outcome(done) == ("done", 3, 2, 1)
    assert done.problems == [[5, "Another text is called 1 here already."]]
    assert set(session.notes.values_list("source_reference", flat=True)) == {
        "1", "2", digest_of("Benches"),
    }  # fmt: skip


def test_bad_rows_are_named_and_skipped_and_good_ones_are_not_changed(ada):
    session = cast.collecting(ada)
    rows = [
        "1,Zoë: rug 😊",
        "2",
        f"3,{'x' * 2001}",
        "4,\u200b",
        '5,"two\nlines"',
        f"{'6' * 121},Long name",
        "7, <b>bold</b>\u0007 ",
    ]

    done = imported(ada, session, "\n".join(["id,text", *rows, "7,Else"]), reference=0)

    assert texts_in(session)[:3] == ["Zoë: rug 😊", "two\nlines", "<b>bold</b>"]
    assert done.problems == [
        [3, "This row has 1 column; the first row names 2."],
        [4, "This is too long: at most 2000 characters fit. Please shorten it."],
        [5, "There is no text in this row."],
        [7, "What the row is called is longer than 120 characters."],
        [9, "Another text is called 7 here already."],
    ]


def test_the_columns_are_guessed_and_can_be_chosen(ada):
    session = cast.collecting(ada)
    third = session.columns.all()[2]
    text = "when,comment,author-id,comment-id\nmay,A longer text,7,1\nmay,Another text,7,2\n"
    made = uploaded(ada, session, text)

    guess = mapping_of(made)
    done = imported(ada, session, text, text=0, reference=1, column_id=third.pk)

    assert guess == Mapping(text=1, reference=3, column_id=session.columns.all()[0].pk)
    assert list(third.notes.values_list("text", "source_reference").order_by("added_at")) == [
        ("may", "A longer text"),
        ("may", "Another text"),
    ]
    assert outcome(done) == ("done", 2, 0, 0)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": 2}, "text"),
        ({"text": -1}, "text"),
        ({"reference": 9}, "reference"),
        ({"reference": 1}, "reference"),
        ({"column_id": uuid4()}, "column_id"),
    ],
)
def test_columns_that_are_not_there_cannot_be_chosen(ada, wrong, field):
    with pytest.raises(InvalidInputError) as refused:
        uploaded(ada, cast.collecting(ada), **wrong)

    assert refused.value.field == field


def test_the_session_says_whose_words_these_are(ada):
    session = cast.collecting(ada)

    imported(ada, session, many(1), attribution="One source, CC BY 4.0")
    imported(ada, session, many(1, 5), attribution="One source, CC BY 4.0")
    imported(ada, session, many(1, 9), attribution="Another source")

    session.refresh_from_db()
    assert session.attribution == "One source, CC BY 4.0; Another source"


def test_there_is_room_for_so_many_sources_only(ada):
    session = cast.collecting(ada)
    imported(ada, session, many(1), attribution="a" * 200)
    made = uploaded(ada, session, many(1, 5), attribution="b" * 200)

    with pytest.raises(InvalidInputError, match="no room"):
        start_import(ada, session.pk, made.pk)


def test_a_mountain_of_accents_costs_nothing(ada):
    accents = "\u0301\u0323" * 60_000
    session = cast.collecting(ada)
    started = process_time()

    done = imported(ada, session, f"id,text\n1,a{accents}\na{accents},Rugs\n3,No rails\n")

    assert process_time() - started < 5
    assert [row for row, _ in done.problems] == [2, 3]
    assert texts_in(session) == ["No rails"]
