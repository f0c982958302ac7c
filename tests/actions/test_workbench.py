"""One list over all partnerships of an advisor, and what is in the way in several of them."""

from datetime import timedelta
from uuid import uuid4

import pytest

from actions.models.action import ActionItem
from actions.models.check_in import CheckIn
from actions.queries.narrowing import ANY_FLAG, WITHOUT_REVIEW, LogFilter
from actions.queries.workbench import follow_up_page, patterns_for
from actions.records.workbench import HinderedAction, HinderedPlace
from actions.services.progress import Report, check_in
from kernel.clock import now
from kernel.errors import InvalidInputError
from partnerships.permissions import Role
from partnerships.services.membership import add_member
from tests import api, cast, lives


@pytest.fixture
def there(dag, mira):
    """Dag, in the second partnership that he advises; its rhythm is a slow one."""
    mira.partnership.check_in_days = 90
    mira.partnership.save()
    return add_member(mira, email=dag.person.email, name="Dag Lind", roles=[Role.TRUSTED_ADVISOR])


@pytest.fixture
def log(ada, bo, mira, there):
    """Actions of both partnerships: late, stuck, silent for fifty days, and as they should be."""
    silent = {"state": "in_progress", "accepted_at": now() - timedelta(days=50)}
    week_ago = {"due": cast.in_days(-7), "original_due": cast.in_days(-9)}
    here = lives.many(ada, bo, 2, [silent, {"state": "blocked", "level": "macro"}])
    elsewhere = lives.many(mira, mira, 2, [silent, {"state": "in_progress", **week_ago}])
    return {
        "silent": here[0].pk,
        "stuck": here[1].pk,
        "fine": elsewhere[0].pk,
        "late": elsewhere[1].pk,
    }


def names(log, page):
    found = [line.action.id for line in page.lines]
    return [name for pk in found for name, known in log.items() if known == pk]


def test_what_asks_most_comes_first_by_the_rhythm_of_each_partnership(dag, log):
    page = follow_up_page(dag.person, LogFilter())

    assert names(log, page) == ["late", "stuck", "silent", "fine"]
    assert (page.count, page.asking, page.next) == (4, 3, "")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"flag": "stale"}, ["silent"]),
        ({"flag": "slipped"}, ["late"]),
        ({"state": "blocked"}, ["stuck"]),
        ({"level": "macro"}, ["stuck"]),
        ({"flag": ANY_FLAG}, ["late", "stuck", "silent"]),
        ({"origin": "citizens"}, []),
        ({"flag": "orphaned"}, []),
    ],
)
def test_the_list_is_narrowed(dag, log, wanted, found):
    assert names(log, follow_up_page(dag.person, LogFilter(**wanted))) == found


def test_it_is_narrowed_to_one_partnership_and_to_what_nobody_looked_at(dag, mira, log):
    ActionItem.objects.filter(pk=log["stuck"]).update(state="closed", outcome="It works")

    here = follow_up_page(dag.person, LogFilter(), slug=mira.partnership.slug)
    unseen = follow_up_page(dag.person, LogFilter(flag=WITHOUT_REVIEW))

    assert names(log, here) == ["late", "fine"]
    assert names(log, unseen) == ["stuck"]


def test_the_pages_hold_each_action_once(dag, log):
    found, after = [], ""
    for _ in log:
        page = follow_up_page(dag.person, LogFilter(), after=after, most=1)
        found += names(log, page)
        after = page.next

    assert (found, after) == (["late", "stuck", "silent", "fine"], "")
    with pytest.raises(InvalidInputError):
        follow_up_page(dag.person, LogFilter(), after="nowhere")


def test_whoever_advises_nobody_finds_nothing(cem, dag, there, log):
    there.roles = [Role.MEMBER]
    there.save()

    assert follow_up_page(cem.person, LogFilter()).count == 0
    assert names(log, follow_up_page(dag.person, LogFilter())) == ["stuck", "silent"]
    listed = api.browser_of(dag).get("/api/v1/follow-up/", {"flag": "stale"}).json()
    assert [line["action"]["id"] for line in listed["lines"]] == [str(log["silent"])]


def _hindered(member, action_id, barrier):
    report = Report(claim="stuck", text="No", blocker="Everybody waits", barrier=barrier)
    return check_in(member, action_id, check_in_id=uuid4(), report=report)


def test_the_same_hindrance_is_shown_where_two_partnerships_report_it_last(
    dag, there, mira, cem, log
):
    _hindered(dag, log["silent"], "mandate")
    _hindered(there, log["late"], "money")
    alone = patterns_for(dag.person)
    _hindered(there, log["late"], "mandate")

    [pattern] = patterns_for(dag.person)

    assert alone == []
    assert (pattern.barrier, pattern.count) == ("mandate", 2)
    titles = dict(ActionItem.objects.values_list("pk", "title"))
    assert pattern.places == [
        HinderedPlace(
            member.partnership_id,
            member.partnership.name,
            [HinderedAction(log[name], titles[log[name]])],
        )
        for member, name in ((dag, "silent"), (there, "late"))
    ]
    assert patterns_for(cem.person) == patterns_for(mira.person) == []
    assert CheckIn.objects.count() == 3
