"""Promise R14: given the database, its files and all logs, nobody ties a note without a name to its writer."""

import logging

import pytest
from django.db import connection

import reflections.sealed_notes
import reflections.services.sealing
from reflections.models.note import Note
from tests.privacy.attacker import guesses_at, links_between, take_everything
from tests.privacy.measuring import attacked, ways_that_tell
from tests.privacy.script import Storyteller

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]
TEN, TEN_MORE = range(10), range(10, 20)
NEARLY_ALL = 0.95
# Some texts are as long as others.
MANY = 0.6


@pytest.fixture(autouse=True)
def rows_stand_as_they_came(transactional_db):
    """Let PostgreSQL fill no gaps that earlier tests left: whoever reads rows in their order may hope."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM FULL reflections_note, reflections_envelope, eventlog_event")


@pytest.fixture
def in_order(monkeypatch):
    """Keep the order in which notes came."""
    for module in (reflections.sealed_notes, reflections.services.sealing):
        monkeypatch.setattr(module, "shuffled", list)


@pytest.fixture
def unsealed(monkeypatch):
    """Store what is in the envelope as it is."""
    monkeypatch.setattr(reflections.sealed_notes, "seal", lambda plain, purpose: plain)
    monkeypatch.setattr(reflections.sealed_notes, "unseal", lambda sealed, purpose: sealed)


def test_ten_sessions_that_are_easy_to_listen_to_give_nobody_away(ada):
    assert ways_that_tell(ada, first=TEN, again=TEN_MORE, is_clean=True) == set()


def test_nor_do_ten_in_which_people_repeat_change_and_take_back(ada):
    assert ways_that_tell(ada, first=TEN, again=TEN_MORE, is_clean=False) == set()


def test_the_attacker_finds_them_where_the_order_of_rows_is_kept(ada, in_order):
    score = attacked(ada, seeds=[1], is_clean=True)

    assert score.hits["order of rows"] >= NEARLY_ALL * score.notes, str(score)


def test_the_attacker_finds_them_in_the_journal_where_nothing_is_sealed(ada, unsealed):
    told = Storyteller(ada, seed=1, is_clean=True).tell()
    loot = take_everything()
    if not loot.files:
        pytest.skip("this database is not a file")

    guesses = guesses_at(told, loot)["first place in the files"]

    right = sum(told.truth[pk] == who for pk, who in guesses.items())
    assert right >= NEARLY_ALL * len(told.truth)


def test_the_attacker_finds_them_where_lengths_are_told(ada, monkeypatch):
    monkeypatch.setattr("tests.privacy.script.LENGTH", 0)

    score = attacked(ada, seeds=[1], is_clean=True)

    assert score.hits["length of text and of request"] >= MANY * score.notes, str(score)


def test_no_row_and_no_line_of_the_log_holds_a_note_and_its_writer(ada, caplog):
    caplog.set_level(logging.DEBUG)
    told = Storyteller(ada, seed=99, is_clean=False).tell()

    assert Note.objects.filter(pk__in=told.truth).count() == len(told.truth)
    assert links_between(told, take_everything(), caplog.text) == []


def test_all_requests_and_all_answers_look_alike(ada):
    told = Storyteller(ada, seed=98, is_clean=False).tell()

    assert len({(one.method, one.path, one.length) for one in told.log}) == 1
    assert len({(one.status, one.answer_length) for one in told.log}) == 1
