from datetime import date, datetime, time, timedelta
from uuid import uuid4

import pytest
from django.utils.timezone import make_aware
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from actions.models.action import ActionItem, Translation
from actions.models.asking import Escalation
from actions.models.check_in import CheckIn
from actions.queries.attention import flag_holds, rhythm_of
from actions.queries.log import actions_of, in_order_of_attention
from actions.queries.narrowing import LogFilter
from actions.queries.pages import (
    log_board,
    log_page,
    owners_in,
    owning_organisations_in,
)
from actions.records.action import action_record
from actions.services.ending import Look, review_effect
from actions.states import ActionState, Flag
from kernel.clock import at, now, today
from kernel.errors import InvalidInputError
from partnerships.services.setup import add_theme
from reflections.models.note import Note
from tests import api, cast, lives
from tests.frontend_app.pages import queries_for

DAY = date(2026, 6, 1)
NOON = make_aware(datetime.combine(DAY, time(12)))
days = st.integers(-60, 60).map(lambda number: DAY + timedelta(days=number))
moments = st.integers(-60 * 24, 0).map(lambda number: NOON + timedelta(hours=number))
a_life = st.fixed_dictionaries(
    {
        "state": st.sampled_from(sorted(set(ActionState.values) - {ActionState.MERGED})),
        "due": days,
        "original_due": days,
        "review_on": st.none() | days,
        "offered_at": moments,
        "accepted_at": st.none() | moments,
        "outcome": st.just("All homes were checked"),
    }
)


def ids(found):
    return [record.id for record in found.actions]


EVERYTHING = LogFilter()


def all_of(member, wanted=EVERYTHING, most=7):
    page = log_page(member, wanted, most=most)
    found = ids(page)
    while page.next:
        page = log_page(member, wanted, after=page.next, most=most)
        found += ids(page)
    return found


class AgreementTest(TestCase):
    """Whatever lives actions had, database and records say the same of them."""

    def setUp(self):
        people = cast.start_westmeer()
        self.ada, self.otto, self.cem = (people[name] for name in ("ada", "otto", "cem"))
        self.gone = cast.gone(self.cem, people["bo"])

    @settings(max_examples=30, deadline=None)
    @given(
        st.lists(
            st.tuples(a_life, st.booleans(), st.lists(moments, max_size=2)), min_size=1, max_size=25
        )
    )
    def test_flags_and_order_are_the_same_in_the_database_and_in_the_records(self, told):
        made = lives.many(
            self.ada,
            self.otto,
            len(told),
            [{**life, "owner": self.gone if left else self.otto} for life, left, _ in told],
        )
        CheckIn.objects.bulk_create(
            CheckIn(id=uuid4(), action=action, by=self.ada, at=moment, claim="moving", text="So")
            for action, (_, _, reports) in zip(made, told, strict=True)
            for moment in reports
        )
        Escalation.objects.bulk_create(
            Escalation(
                id=uuid4(),
                action=action,
                forum="Board",
                ask="Who pays?",
                answer_by=action.due,
                raised_by=self.ada,
                raised_at=NOON,
                ended_at=None if left else NOON,
            )
            for action, (_, left, reports) in zip(made, told, strict=True)
            if reports
        )
        with at(NOON):
            records = [action_record(action) for action in actions_of(self.ada)]
            rhythm = rhythm_of(self.ada.partnership, today())
            for flag in Flag:
                held = actions_of(self.ada).filter(flag_holds(flag, rhythm))
                carry = {record.id for record in records if flag in record.flags}
                assert set(held.values_list("pk", flat=True)) == carry, flag
            assert all_of(self.ada) == [one.id for one in in_order_of_attention(records)]


@pytest.mark.django_db
def test_the_log_is_narrowed_by_each_of_its_conditions(ada, bo, otto, cem):
    falls = add_theme(cem, title="Falls")
    open_one, done_one = cast.proposed(ada, bo), cast.done(ada, otto)
    open_one.session.themes.add(falls)
    ActionItem.objects.filter(pk=open_one.pk).update(
        title="Ask the library", due=today() - timedelta(days=2), level="meso"
    )
    Translation.objects.filter(action=done_one).update(insight=None)
    note = Note.objects.filter(translations__action=open_one)[0]
    type(note.author).objects.filter(pk=note.author_id).update(group="citizens")

    def found(**wanted):
        return ids(log_page(ada, LogFilter(**wanted)))

    assert found() == [open_one.pk, done_one.pk]
    assert found(state="open") == [open_one.pk]
    assert found(state="done") == [done_one.pk]
    assert found(owner=otto.pk) == [done_one.pk]
    assert found(organisation=bo.organisation_id) == [open_one.pk]
    assert found(theme=falls.pk) == [open_one.pk]
    assert found(level="meso") == [open_one.pk]
    assert found(origin="insight") == [open_one.pk]
    assert found(origin="notes") == [done_one.pk]
    assert found(origin="citizens") == [open_one.pk]
    assert found(flag="overdue") == found(flag="any") == [open_one.pk]
    assert found(text="LIBRARY") == [open_one.pk]
    assert found(text="otto") == [done_one.pk]
    assert found(text=str(done_one.number)) == [done_one.pk]
    assert found(text="nothing like this") == []


@pytest.mark.django_db
def test_the_log_finds_what_nobody_looked_back_upon_and_knows_whose_actions_it_holds(
    ada, bo, otto, dag
):
    looked, unseen = (lives.confirmed(ada, owner, dag) for owner in (bo, otto))
    look = Look(effect="helped", evidence="Nobody fell")
    review_effect(dag, looked.pk, review_id=uuid4(), look=look)

    assert ids(log_page(ada, LogFilter(flag="without_review"))) == [unseen.pk]
    assert [owner.pk for owner in owners_in(ada)] == [bo.pk, otto.pk]
    assert [one.pk for one in owning_organisations_in(ada)] == [
        bo.organisation_id,
        otto.organisation_id,
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["state", "level", "origin", "flag"])
def test_a_condition_that_there_is_not_is_refused_with_its_name(ada, field):
    with pytest.raises(InvalidInputError) as refusal:
        log_page(ada, LogFilter(**{field: "nonsense"}))

    assert refusal.value.field == field


@pytest.mark.django_db
def test_pages_skip_nothing_when_others_change_the_log_meanwhile(ada, bo):
    made = [action.pk for action in lives.many(ada, bo, 6)]
    first = log_page(ada, LogFilter(), most=3)
    ActionItem.objects.filter(pk=made[0]).update(state="dropped", ended_at=now())

    rest = log_page(ada, LogFilter(), after=first.next, most=10)

    assert ids(first) == made[:3]
    assert ids(rest) == [*made[3:], made[0]]
    assert (first.count, rest.count, rest.next) == (6, 6, "")


@pytest.mark.django_db
def test_the_board_shows_the_most_urgent_of_each_state_and_counts_the_rest(ada, bo, monkeypatch):
    monkeypatch.setattr("actions.queries.pages.PER_COLUMN", 2)
    states = [{"state": "accepted", "due": cast.in_days(-number)} for number in range(3)]
    made = lives.many(ada, bo, 3, states)
    lives.many(ada, bo, 1, [{"state": "dropped"}])

    columns = {column.state: column for column in log_board(ada, LogFilter())}

    assert [card.action.id for card in columns["accepted"].cards] == [made[2].pk, made[1].pk]
    assert {state: column.count for state, column in columns.items()} == {
        **dict.fromkeys(["proposed", "declined", "in_progress", "blocked", "done", "verified"], 0),
        "accepted": 3,
    }


@pytest.mark.django_db
def test_the_api_has_the_same_conditions_and_pages(ada, bo, otto, mira):
    lives.many(ada, bo, 3)
    late = lives.many(ada, otto, 1, [{"due": cast.in_days(-1), "state": "accepted"}])[0]
    browser, place = api.browser_of(ada), api.place("api_actions", ada)

    first = browser.get(place, {"most": 2}).json()
    rest = browser.get(place, {"most": 2, "after": first["next"]}).json()
    narrowed = browser.get(place, {"owner": str(otto.pk), "flag": "overdue"}).json()

    assert (first["count"], first["actions"][0]["id"]) == (4, str(late.pk))
    assert [one["number"] for one in first["actions"] + rest["actions"]] == [4, 1, 2, 3]
    assert rest["next"] == ""
    assert [one["id"] for one in narrowed["actions"]] == [str(late.pk)]
    for asked in ({"after": "x"}, {"most": 500}, {"owner": "otto"}, {"colour": "red"}):
        assert api.problem(browser.get(place, asked))[:2] == (400, "invalid_input"), asked
    assert api.browser_of(mira).get(place).status_code == 404


@pytest.mark.django_db
def test_a_page_of_the_api_takes_as_many_queries_for_fifty_actions_as_for_one(ada, bo):
    cast.reported(bo, cast.accepted(ada, bo))
    browser, place = api.browser_of(ada), api.place("api_actions", ada)
    few = queries_for(browser, place)
    for action in lives.many(ada, bo, 49, [{"state": "accepted"}]):
        cast.reported(bo, action)

    assert queries_for(browser, place) == few
