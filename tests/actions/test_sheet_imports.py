from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from actions.queries.log import actions_of
from actions.records.action import action_record
from actions.services.ending import drop_action
from actions.services.sheet_imports import (
    choose_reading,
    forget_uploads,
    mapping_of,
    preview_of,
    run_import,
    start_import,
    upload_actions,
)
from actions.sheets.mapping import MONTH_FIRST
from kernel.clock import at, now
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from tests import cast
from tests.actions.sheeting import (
    HEADER,
    ROWS,
    imported,
    outcome,
    stopped_half_way,
    uploaded,
    workbook,
)
from tests.unchanged import nothing_changed

CHANGED = (
    "Action 1 came from this row. It said “Loopt” then and “Klaar” now. The action stays as it is."
)


@pytest.fixture
def people(cem, ada, bo, otto):
    return {one.person.name: one for one in (cem, ada, bo, otto)}


def log_of(member):
    return [
        (one.number, one.title, one.owner_name, one.due, one.state, one.imported.row)
        for one in map(action_record, actions_of(member).order_by("number"))
    ]


def test_rows_become_actions_of_the_people_whom_they_name(cem, people):
    done = imported(cem)

    assert outcome(done) == ("done", 3, 0, [])
    assert bytes(done.content) == b""
    assert log_of(cem) == [
        (1, "Losse kleden weghalen", "Bo Jansen", date(2030, 3, 3), "in_progress", 2),
        (2, "Bibliotheek om een zaal vragen", "Otto Bakker", date(2030, 3, 31), "accepted", 3),
        (3, "Folder maken", "Ada Visser", date(2030, 4, 1), "dropped", 4),
    ]


def test_the_same_file_twice_adds_nothing(cem, people):
    imported(cem)
    again = imported(cem)

    assert outcome(again) == ("done", 0, 3, [])
    assert len(log_of(cem)) == 3


def test_a_row_that_changed_is_told_and_the_action_stays(cem, people):
    imported(cem)
    changed = workbook(HEADER, [1, "Losse kleden weghalen", "Bo Jansen", "3 maart 2030", "Klaar"])

    again = imported(cem, changed, other_outcome="Not said")

    assert outcome(again)[:3] == ("done", 0, 0)
    assert again.problems == [[2, CHANGED]]
    assert log_of(cem)[0][4] == "in_progress"


def test_what_became_of_an_action_here_does_not_matter_to_its_row(cem, people):
    imported(cem)
    drop_action(cem, actions_of(cem).get(number=1).pk, reason="Flats are sold")

    assert outcome(imported(cem)) == ("done", 0, 3, [])


def test_a_day_written_in_another_way_is_the_same_day(cem, people):
    imported(cem)
    other = [[row[0], row[1], row[2], day, row[4]] for row, day in zip(
        ROWS, (date(2030, 3, 3), "2030-03-31", "1 april 2030"), strict=True)]  # fmt: skip

    assert outcome(imported(cem, workbook(HEADER, *other))) == ("done", 0, 3, [])


def test_bad_rows_are_named_and_skipped_and_good_ones_stay_whole(cem, people):
    content = workbook(
        HEADER,
        [1, "Kleden weghalen", "Bo Jansen", "3 maart 2030", "Loopt"],
        [2, None, "Bo Jansen", "3 maart 2030", "Loopt"],
        [3, "Folder", "Zoë Onbekend", "3 maart 2030", "Loopt"],
        [4, "Folder", None, "3 maart 2030", "Loopt"],
        [5, "Folder", "Bo Jansen", None, "Loopt"],
        [6, "Folder", "Bo Jansen", "eind maart", "Loopt"],
        [7, "Folder", "Bo Jansen", "3 maart 2062", "Loopt"],
        [8, "Folder", "Bo Jansen", "3 maart 2030", "Misschien"],
        [9, "Folder", "Bo Jansen", "3 maart 2030", "Klaar"],
        [10, "x" * 301, "Bo Jansen", "3 maart 2030", "Loopt"],
        [1, "Iets anders", "Bo Jansen", "3 maart 2030", "Loopt"],
        [12, "Folder", "#REF!", "3 maart 2030", "Loopt"],
        ["Thema wonen"],
        [1, "Kleden weghalen", "Bo Jansen", "3 maart 2030", "Loopt"],
    )

    done = imported(cem, content)

    assert outcome(done)[:3] == ("done", 1, 1)
    assert done.problems == [
        [3, "This row does not say what is to be done."],
        [4, "Nobody here is called “Zoë Onbekend”."],
        [5, "This row names nobody who does it."],
        [6, "This row has no day by which it is to be ready."],
        [7, "“eind maart” cannot be read as a day. Write it as 2026-03-31."],
        [8, "“3 maart 2062” is too far from today to be meant."],
        [9, "Nobody said what state “Misschien” is."],
        [10, "This row is done, but does not say what came of it."],
        [11, "“Actie” is longer than 300 characters in this row."],
        [12, "A row above is called the same and says “Kleden weghalen” instead of “Iets anders”."],
        [13, "The cell under “Wie” holds an error (#REF!)."],
        [14, "This row does not say what is to be done."],
    ]


def test_rows_that_do_not_say_get_what_somebody_chose(cem, people, otto):
    content = workbook(HEADER, [1, "Folder", "Zoë", None, "Klaar"])

    done = imported(
        cem,
        content,
        other_owner=str(otto.pk),
        other_due="2030-05-01",
        other_outcome="Nobody wrote it down",
    )

    action = actions_of(cem).get()
    assert outcome(done) == ("done", 1, 0, [])
    assert (action.owner, action.due) == (otto, date(2030, 5, 1))
    assert (action.state, action.outcome) == ("done", "Nobody wrote it down")


def test_a_day_that_can_be_read_in_two_ways_is_asked_for(cem, people):
    content = workbook(HEADER, [1, "Folder", "Bo Jansen", "03-04-2030", "Loopt"])
    made = uploaded(cem, content)

    preview = preview_of(cem, made)
    with pytest.raises(InvalidInputError) as refused:
        start_import(cem, made.pk)
    done = imported(cem, content, date_order=MONTH_FIRST)

    assert (preview.unclear_day, preview.to_add) == ("03-04-2030", 0)
    assert preview.problems[0].problem == (
        "“03-04-2030” can be 3 April 2030 or 4 March 2030. Say which comes first, day or month."
    )
    assert refused.value.field == "date_order"
    assert outcome(done) == ("done", 1, 0, [])
    assert actions_of(cem).get().due == date(2030, 3, 4)


def test_what_was_chosen_is_remembered_for_the_next_file(cem, people, otto):
    first = workbook(
        ["Ding", "Mens", "Datum", "Zo staat het"], ["Folder", "Het team", "2030-03-01", "Ooit"]
    )
    columns = {"title": 0, "owner": 1, "due": 2, "state": 3}
    imported(cem, first, columns=columns)
    made = uploaded(cem, first)
    choose_reading(
        cem,
        made.pk,
        mapping=replace(
            mapping_of(made), owners={"Het team": str(otto.pk)}, states={"Ooit": "proposed"}
        ),
    )
    start_import(cem, made.pk)
    run_import(made.pk)
    second = workbook(
        ["Datum", "Zo staat het", "Ding", "Mens"], ["2030-03-01", "Ooit", "Poster", "Het team"]
    )

    preview = preview_of(cem, uploaded(cem, second))

    assert preview.to_add == 1
    assert (preview.first[0].read.title, preview.first[0].read.owner_id) == ("Poster", otto.pk)


def test_what_another_partnership_chose_is_its_own(cem, mira, people):
    imported(cem, workbook(["Ding", "Wie", "Datum"], ["Folder", "Bo Jansen", "2030-03-01"]), columns={"title": 0, "owner": 1, "due": 2})  # fmt: skip

    made = uploaded(mira, workbook(["Ding", "Wie", "Datum"], ["Poster", "Mira", "2030-03-01"]))

    assert "title" not in mapping_of(made).columns


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"columns": {"title": 9}}, "title"),
        ({"columns": {"title": 1, "owner": 1}}, "title"),
        ({"columns": {"owner": 1}}, "title"),
        ({"header": 40}, "header"),
        ({"sheet": "Other"}, "sheet"),
        ({"other_owner": str(uuid4())}, "other_owner"),
        ({"owners": {"Ada": str(uuid4())}}, "other_owner"),
        ({"states": {"Loopt": "verified"}}, "state"),
        ({"date_order": "year"}, "date_order"),
    ],
)
def test_what_is_not_there_cannot_be_chosen(cem, people, wrong, field):
    with pytest.raises(InvalidInputError) as refused:
        uploaded(cem, **wrong)

    assert refused.value.field == field


def test_only_a_programme_manager_of_the_partnership_imports(cem, ada, mira, people):
    made = uploaded(cem)

    with nothing_changed():
        for member in (ada, people["Bo Jansen"]):
            with pytest.raises(NotAllowedError):
                upload_actions(member, file_name="a.xlsx", content=workbook())
            with pytest.raises(NotAllowedError):
                start_import(member, made.pk)
        with pytest.raises(type(made).DoesNotExist):
            start_import(mira, made.pk)


def test_an_import_goes_on_where_it_stopped_and_adds_nothing_twice(cem, people):
    made = stopped_half_way(cem, "Bo Jansen")
    stopped = (made.state, made.rows_done, made.added, made.failure)
    start_import(cem, made.pk)
    done = run_import(made.pk)

    assert stopped == ("failed", 100, 100, "The power went")
    assert outcome(done) == ("done", 150, 0, [])
    assert outcome(run_import(made.pk)) == outcome(done)
    assert start_import(cem, made.pk).state == "done"
    assert actions_of(cem).count() == 150
    with pytest.raises(ConflictError):
        choose_reading(cem, made.pk, mapping=mapping_of(made))


def test_another_upload_takes_the_place_of_one_that_did_not_start(cem, people):
    first = uploaded(cem)
    second = uploaded(cem)

    assert type(first).objects.get() == second


def test_a_file_that_nobody_imported_is_forgotten_after_a_week(cem, people):
    imported(cem)
    waiting = uploaded(cem)

    with at(now() + timedelta(days=6)):
        early = forget_uploads()
    with at(now() + timedelta(days=8)):
        late = forget_uploads()

    assert (early, late) == (0, 1)
    assert not type(waiting).objects.filter(pk=waiting.pk).exists()
    assert type(waiting).objects.count() == 1


def test_values_are_read_as_workbooks_are(cem, people):
    text = "Actie;Wie;Deadline;Status\nFolder;Bo Jansen;13-04-2030;Loopt\n;;;\n"

    done = imported(cem, text.encode(), name="acties.csv")

    assert outcome(done) == ("done", 1, 0, [])
    assert log_of(cem) == [(1, "Folder", "Bo Jansen", date(2030, 4, 13), "in_progress", 2)]


def test_who_can_be_two_people_is_asked_for(cem, people):
    content = workbook(HEADER, [1, "Folder", "B. Jansen", "2030-03-01", "Loopt"])
    sure = mapping_of(uploaded(cem, content)).owners

    cast.add_member(cem, email="bea@example.org", name="Bea Jansen", roles=["member"])

    assert sure == {"B. Jansen": str(people["Bo Jansen"].pk)}
    assert mapping_of(uploaded(cem, content)).owners == {"B. Jansen": ""}
