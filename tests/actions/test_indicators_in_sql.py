"""The figures once more, each as one question to the database, on years thrown with dice."""

from collections import Counter
from datetime import date, timedelta
from statistics import median

import pytest
from django.db import connection

from actions.indicators.numbers import SMALLEST
from actions.queries.indicators import Selection, indicators_of
from kernel.clock import today
from partnerships.models.membership import Level
from tests import cast
from tests.made_once import made_once
from tests.random_year import thrown

HELD = """
    WITH held AS (
        SELECT * FROM reflections_reflectionsession s
        WHERE s.partnership_id = %(partnership)s AND s.state IN ('live', 'translating', 'closed')
    ), insight AS (
        SELECT i.* FROM reflections_insight i JOIN held ON i.session_id = held.id
        WHERE i.state = 'agreed'
    ), action AS (
        SELECT a.*, date(held.ends_at) AS ended, held.starts_at AS session_start
        FROM actions_actionitem a JOIN held ON a.session_id = held.id
    ), step AS (
        SELECT t.action_id, t.insight_id FROM actions_translation t
        JOIN action ON action.id = t.action_id JOIN insight ON insight.id = t.insight_id
    ), moved AS (
        SELECT DISTINCT c.action_id FROM actions_duechange c WHERE c.is_agreed
    ), news AS (
        SELECT action.id, date(coalesce(max(c.at), action.accepted_at, action.offered_at)) AS day
        FROM action LEFT JOIN actions_checkin c ON c.action_id = action.id
        GROUP BY action.id, action.accepted_at, action.offered_at
    ), reviewed AS (
        SELECT DISTINCT r.action_id FROM actions_effectreview r
    ), note AS (
        SELECT n.*, date(held.ends_at) AS ended
        FROM reflections_note n JOIN held ON n.session_id = held.id
        WHERE n.revealed_at IS NOT NULL AND n.withdrawn_at IS NULL
    ), told AS (
        SELECT note.id, f.promised_by, f.published_at FROM note
        JOIN reflections_feedback f ON f.session_id = note.session_id AND (
            f.insight_id IS NULL OR f.insight_id IN (
                SELECT l.insight_id FROM reflections_insight_notes l
                JOIN insight ON insight.id = l.insight_id WHERE l.note_id = note.id
            )
        )
    ), answer AS (
        SELECT note.id, note.ended, date(min(told.published_at)) AS day,
               min(told.promised_by) AS promised
        FROM note LEFT JOIN told ON told.id = note.id GROUP BY note.id, note.ended
    )
"""
YES = "accepted_at IS NOT NULL"
OPEN = "state IN ('proposed', 'declined', 'accepted', 'in_progress', 'blocked')"
AT_IT = "state IN ('accepted', 'in_progress', 'blocked')"
LATER_LOOKS = """(
    SELECT count(*) FROM reflections_reflectionsession look
    WHERE look.partnership_id = action.partnership_id AND look.state = 'closed'
    AND look.starts_at > action.session_start
    AND EXISTS (
        SELECT 1 FROM reflections_sessionphase p
        WHERE p.session_id = look.id AND p.kind = 'follow_up'
    ) AND (
        NOT EXISTS (
            SELECT 1 FROM reflections_reflectionsession_themes t
            WHERE t.reflectionsession_id = look.id
        ) OR EXISTS (
            SELECT 1 FROM reflections_reflectionsession_themes t
            JOIN reflections_reflectionsession_themes own ON own.theme_id = t.theme_id
            WHERE t.reflectionsession_id = look.id AND own.reflectionsession_id = action.session_id
        )
    )
)"""
ALONE = """(
    state = 'declined' OR (state = 'proposed' AND date(offered_at) < %(answered_by)s)
    OR owner_id IN (SELECT id FROM partnerships_membership WHERE until IS NOT NULL)
)"""
ORDER = "CASE {} WHEN 'micro' THEN 1 WHEN 'meso' THEN 2 ELSE 3 END"
BOTH_LEVELS = """step JOIN insight ON insight.id = step.insight_id
    JOIN action ON action.id = step.action_id WHERE insight.level <> '' AND action.level <> ''"""
LOWER = f"{ORDER.format('action.level')} < {ORDER.format('insight.level')}"
ASKED_ABOVE = "actions_escalation e JOIN action ON action.id = e.action_id"
LOOKS = "actions_effectreview r JOIN action ON action.id = r.action_id"
STRONG = f"action WHERE {YES} AND strength <> ''"
PEOPLE = "reflections_participant p WHERE p.state = 'joined' AND NOT p.is_observer"
CITIZENS = (
    f"(SELECT count(*) FROM {PEOPLE} AND p.session_id = held.id AND p.\"group\" = 'citizens')"
)
GROUPS = f"""(
    SELECT count(DISTINCT p."group") FROM {PEOPLE} AND p.session_id = held.id
    AND p."group" IN ('citizens', 'hospital', 'municipality')
)"""

# For each share: what counts, of what.
SHARES = {
    "answered": ("disposition <> ''", "insight WHERE 1 = 1"),
    "acted_on": (
        f"id IN (SELECT s.insight_id FROM step s JOIN action a ON a.id = s.action_id WHERE a.{YES})",
        "insight WHERE 1 = 1",
    ),
    "accepted": (YES, "action WHERE 1 = 1"),
    "declined": ("state = 'declined'", "action WHERE 1 = 1"),
    "says_all": ("if_cue <> '' OR first_step <> ''", f"action WHERE {YES}"),
    "fresh": ("id IN (SELECT id FROM news WHERE day >= %(fresh)s)", f"action WHERE {AT_IT}"),
    "moved": ("id IN (SELECT action_id FROM moved)", f"action WHERE {YES}"),
    "on_time": ("date(done_at) <= original_due", "action WHERE original_due < %(today)s"),
    "alone": (ALONE, f"action WHERE {OPEN}"),
    "seen_often": (f"{LATER_LOOKS} >= 3", f"action WHERE {OPEN}"),
    "taken_over": (
        "h.is_accepted",
        "actions_handover h JOIN action ON action.id = h.action_id",
    ),
    "answered_above": (
        "e.answer <> '' AND date(e.ended_at) <= e.answer_by",
        (
            f"{ASKED_ABOVE} WHERE e.answer_by < %(today)s"
            " AND NOT (e.answer = '' AND coalesce(date(e.ended_at) <= e.answer_by, false))"
        ),
    ),
    "confirmed": ("verified_at IS NOT NULL", "action WHERE done_at IS NOT NULL"),
    "held": (
        "id IN (SELECT action_id FROM reviewed)",
        (
            "action WHERE id IN (SELECT action_id FROM reviewed)"
            " OR (verified_at IS NOT NULL AND review_on <= %(today)s)"
        ),
    ),
    "taught": ("r.next_step IN ('adapt', 'new_action', 'reopen', 'stop')", LOOKS),
    "structural": ("strength = 'structure'", STRONG),
    "telling": ("strength IN ('informing', 'training')", STRONG),
    "lower": (LOWER, BOTH_LEVELS),
    "replied": (
        "replied_at IS NOT NULL",
        (
            "reflections_regionitem r WHERE r.taken_back_at IS NULL"
            " AND r.insight_id IN (SELECT id FROM insight)"
        ),
    ),
    "said_again": (
        "id IN (SELECT r.insight_id FROM reflections_recurrence r WHERE r.is_confirmed)",
        "insight WHERE 1 = 1",
    ),
    "few_citizens": (f"{CITIZENS} < 2", "held WHERE state = 'closed'"),
    "in_time": (
        "day <= coalesce(promised, %(usual)s)",
        "answer WHERE day IS NOT NULL OR coalesce(promised, %(usual)s) < %(today)s",
    ),
}
# For each median: from which day to which.
SPANS = {
    "until_yes": f"SELECT ended, date(accepted_at) FROM action WHERE {YES}",
    "until_start": f"""SELECT ended, (
        SELECT date(min(c.at)) FROM actions_checkin c
        WHERE c.action_id = action.id AND c.claim = 'moving'
    ) FROM action WHERE {YES}""",
    "since_news": "SELECT day, %(today)s FROM news JOIN action ON action.id = news.id"
    f" WHERE {AT_IT}",
    "moved_by": "SELECT original_due, due FROM action JOIN moved ON moved.action_id = action.id"
    f" WHERE {YES}",
    "until_answer": "SELECT ended, day FROM answer",
    "until_answer_above": "SELECT date(e.raised_at), CASE WHEN e.answer <> '' THEN date(e.ended_at) END"
    f" FROM {ASKED_ABOVE}",
}


GROUPS_THERE = ["citizens", "hospital", "municipality"]


@pytest.fixture(scope="module", params=[1, 2])
def world(request, django_db_setup, django_db_blocker):
    """A thrown year, and one of others that must not count."""

    def make():
        westmeer, mira = cast.start_westmeer(), cast.start_oostvoorde()
        cem, partnership = westmeer["cem"], westmeer["cem"].partnership
        partnership.time_zone = "UTC"
        partnership.expected_groups = {"theme": GROUPS_THERE, "region_wide": GROUPS_THERE}
        partnership.save()
        thrown(westmeer, request.param)
        cast.gone(cem, westmeer["otto"])
        thrown({"cem": mira, "dag": mira}, request.param + 10)
        return cem

    with made_once(django_db_blocker, make) as made:
        yield made


@pytest.fixture
def year(db, world):
    return world


def _rows(member, question):
    usual = "date(ended, '+21 days')" if connection.vendor == "sqlite" else "ended + 21"
    values = {
        "partnership": member.partnership_id.hex,
        "today": today().isoformat(),
        "fresh": (today() - timedelta(days=member.partnership.check_in_days)).isoformat(),
        "answered_by": (today() - timedelta(days=member.partnership.accept_days)).isoformat(),
    }
    with connection.cursor() as cursor:
        cursor.execute(HELD + question.replace("%(usual)s", usual), values)
        return cursor.fetchall()


def _day(value):
    return value if isinstance(value, date) else date.fromisoformat(value)


def _counted(member):
    counted = {}
    for code, (holds, among) in SHARES.items():
        question = f"SELECT coalesce(sum(CASE WHEN {holds} THEN 1 ELSE 0 END), 0), count(*)"
        [(n, of)] = _rows(member, f"{question} FROM {among}")
        counted[code] = (n, of)
    [(n, of)] = _rows(
        member, f"SELECT sum({GROUPS}), 3 * count(*) FROM held WHERE state = 'closed'"
    )
    return {**counted, "there": (n, of)}


def _spans(member):
    found = {}
    for code, question in SPANS.items():
        pairs = [(a, b) for a, b in _rows(member, question) if b is not None]
        days = [(_day(b) - _day(a)).days for a, b in pairs]
        at_least_none = days if code == "moved_by" else [max(0, one) for one in days]
        found[code] = (len(days), median(at_least_none) if len(days) >= SMALLEST else None)
    return found


def test_every_share_is_what_the_database_counts(year):
    figures = indicators_of(year, Selection()).figures
    shares = {one.code: (one.n, one.of) for figure in figures for one in figure.shares}
    elsewhere = {"own", "from_citizens", "from_others", "helped", "persistent", "deep_dive"}

    counted = _counted(year)

    assert {code: pair for code, pair in shares.items() if code not in elsewhere} == counted
    assert sum(of >= SMALLEST for _n, of in counted.values()) > len(counted) / 2


def test_every_median_is_that_of_the_days_in_the_database(year):
    figures = indicators_of(year, Selection()).figures
    medians = {one.code: (one.count, one.days) for figure in figures for one in figure.medians}

    found = _spans(year)

    assert {code: medians[code] for code in SPANS} == found
    assert any(days is not None for _count, days in found.values())


def test_the_pictures_show_what_the_database_counts(year):
    record = indicators_of(year, Selection())
    drift = Counter(_rows(year, f"SELECT insight.level, action.level FROM {BOTH_LEVELS}"))
    bars = {picture.code: sum(sum(bar.counts) for bar in picture.bars) for picture in record.bars}
    shares = _counted(year)
    [(waiting,)] = _rows(year, "SELECT count(*) FROM action WHERE state = 'proposed'")

    assert record.drift == [[drift[above, below] for below in Level] for above in Level]
    assert bars == {
        "open_by_age": shares["alone"][1],
        "until_yes": shares["accepted"][0] + waiting,
        "closure": shares["on_time"][1],
        "silence": shares["fresh"][1],
    }
    assert sum(place.n for place in record.flow.columns[2]) == shares["accepted"][1]
