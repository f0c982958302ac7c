from uuid import uuid4

import pytest

from actions.queries.closing import closing_check_of
from actions.records.closing import ClosingItem
from actions.services.closing import close_session
from eventlog.events import partnership_stream, session_stream
from eventlog.models import Event
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    StaleVersionError,
    WrongPhaseError,
)
from reflections.models.insight import Insight
from reflections.models.region_item import RegionItem
from reflections.queries.board import board_view_of
from reflections.queries.insights import insight_records
from reflections.queries.region_items import items_for, items_on, items_without_reply
from reflections.services.region import reply_to_item, send_up, take_back
from tests import cast, region
from tests.together import at_once
from tests.unchanged import nothing_changed


def shown(session) -> list[tuple[str, str, str]]:
    return [(one.statement, one.ask, one.reply) for one in items_for(session)]


def streams_of(kind: str) -> set[str]:
    return set(Event.objects.filter(kind=kind).values_list("stream", flat=True))


@pytest.fixture
def session(ada):
    return cast.collecting(ada)


def test_an_insight_goes_up_with_what_the_region_should_do(ada, otto, session):
    item = region.sent_up(ada, session)

    [found] = items_for(session)
    assert (found.id, found.session_title, found.ask) == (item.pk, "Falls at home", region.ASK)
    assert (found.level, found.reply, found.replied_at) == ("meso", "", None)
    assert item.sent_by == ada


def test_three_insights_go_up_and_a_fourth_only_in_the_place_of_one_of_them(ada, session):
    items = [region.sent_up(ada, session) for _ in range(3)]
    fourth = region.insight(ada, session)

    with nothing_changed(), pytest.raises(ConflictError):
        send_up(ada, session.pk, item_id=uuid4(), insight_id=fourth.pk, ask=region.ASK)
    take_back(ada, session.pk, item_id=items[0].pk)
    send_up(ada, session.pk, item_id=uuid4(), insight_id=fourth.pk, ask=region.ASK)

    assert items_on(session).count() == 3


@pytest.mark.parametrize(
    ("level", "is_beyond"), [("", False), ("micro", False), ("meso", True), ("macro", True)]
)
def test_an_insight_says_whether_it_goes_beyond_a_theme(ada, session, level, is_beyond):
    insight = region.insight(ada, session, level=level)

    record = insight_records(board_view_of(ada, session.pk), None)[str(insight.pk)]
    assert record.is_beyond_a_theme is is_beyond


@pytest.mark.parametrize("level", ["", "micro"])
def test_what_the_work_floor_can_change_itself_stays_there(ada, session, level):
    insight = region.insight(ada, session, level=level)

    with nothing_changed(), pytest.raises(InvalidInputError):
        send_up(ada, session.pk, item_id=uuid4(), insight_id=insight.pk, ask=region.ASK)


def test_only_what_is_agreed_and_of_this_session_goes_up(ada, session):
    draft = region.insight(ada, session)
    Insight.objects.filter(pk=draft.pk).update(state="draft")
    elsewhere = region.insight(ada, cast.collecting(ada))

    with nothing_changed():
        with pytest.raises(ConflictError):
            send_up(ada, session.pk, item_id=uuid4(), insight_id=draft.pk, ask=region.ASK)
        with pytest.raises(Insight.DoesNotExist):
            send_up(ada, session.pk, item_id=uuid4(), insight_id=elsewhere.pk, ask=region.ASK)


def test_nothing_lies_above_the_region(cem):
    whole = region.begun(cem)
    insight = region.insight(cem, whole)

    with nothing_changed(), pytest.raises(ConflictError):
        send_up(cem, whole.pk, item_id=uuid4(), insight_id=insight.pk, ask=region.ASK)


def test_sending_up_twice_is_once_and_another_content_is_a_conflict(ada, session):
    item = region.sent_up(ada, session)
    same = {"item_id": item.pk, "insight_id": item.insight_id, "ask": region.ASK}

    with nothing_changed():
        assert send_up(ada, session.pk, **same) == item
        with pytest.raises(IdConflictError):
            send_up(ada, session.pk, **{**same, "ask": "Something else"})
        with pytest.raises(ConflictError):
            send_up(ada, session.pk, **{**same, "item_id": uuid4()})


@pytest.mark.parametrize("who", ["bo", "dag", "otto"])
def test_only_those_who_run_the_session_send_up_and_take_back(request, ada, session, who):
    member = request.getfixturevalue(who)
    item = region.sent_up(ada, session)
    insight = region.insight(ada, session)

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            send_up(member, session.pk, item_id=uuid4(), insight_id=insight.pk, ask=region.ASK)
        with pytest.raises(NotAllowedError):
            take_back(member, session.pk, item_id=item.pk)


def test_a_session_of_another_partnership_does_not_exist(mira, ada, session):
    item = region.sent_up(ada, session)
    whole = region.begun(mira)

    with nothing_changed():
        with pytest.raises(type(session).DoesNotExist):
            take_back(mira, session.pk, item_id=item.pk)
        with pytest.raises(RegionItem.DoesNotExist):
            region.replied(mira, whole, item)
    assert shown(whole) == []


def test_the_digest_of_a_region_wide_session_is_what_nobody_has_replied_to_yet(ada, cem):
    first = region.sent_up(ada, ask="Say who pays")
    spring = region.begun(cem)
    region.replied(cem, spring, first)
    close_session(cem, spring.pk)
    second = region.sent_up(ada, ask="Say who decides")

    autumn = region.planned(cem, "The region in autumn")
    spring.refresh_from_db()

    assert [one.id for one in items_for(autumn)] == [second.pk]
    assert [one.id for one in items_for(spring)] == [first.pk]
    assert list(items_without_reply(autumn)) == [second]
    assert not items_without_reply(spring).exists()


def test_what_comes_after_a_region_wide_session_waits_for_the_next_one(ada, cem):
    spring = region.begun(cem)
    close_session(cem, spring.pk)
    item = region.sent_up(ada)
    autumn = region.begun(cem)
    spring.refresh_from_db()

    assert list(items_on(spring)) == list(items_without_reply(spring)) == []
    assert list(items_without_reply(autumn)) == [item]
    region.replied(cem, autumn, item)
    assert not items_without_reply(autumn).exists()


def test_a_session_on_a_theme_owes_nobody_a_reply(ada, session):
    region.sent_up(ada, session)

    assert not items_without_reply(session).exists()


def test_the_reply_is_told_to_the_theme_to_the_region_and_to_the_partnership(ada, cem, session):
    whole = region.begun(cem)
    item = region.sent_up(ada, session)
    region.replied(cem, whole, item)

    everywhere = {
        session_stream(session.pk),
        session_stream(whole.pk),
        partnership_stream(cem.partnership_id),
    }
    assert streams_of("region_item.sent_up") == everywhere
    assert streams_of("region_item.answered") == everywhere


def test_a_reply_can_be_reworded_by_whoever_read_the_last_one(ada, cem):
    item = region.sent_up(ada)
    whole = region.begun(cem)
    replied = region.replied(cem, whole, item)

    with nothing_changed():
        with pytest.raises(StaleVersionError) as stale:
            reply_to_item(cem, whole.pk, item_id=item.pk, reply="Nobody pays", version=1)
        again = reply_to_item(cem, whole.pk, item_id=item.pk, reply=replied.reply, version=1)
    reworded = reply_to_item(cem, whole.pk, item_id=item.pk, reply="All pay", version=2)

    assert stale.value.details["current"] == {"reply": replied.reply, "version": 2}
    assert again == replied
    assert (reworded.reply, reworded.version) == ("All pay", 3)


def test_a_reply_says_something_and_comes_from_a_region_wide_session_that_began(ada, cem):
    item = region.sent_up(ada)
    theme = cast.collecting(cem, title="Another theme")
    whole = region.planned(cem)

    with nothing_changed():
        with pytest.raises(InvalidInputError):
            reply_to_item(cem, whole.pk, item_id=item.pk, reply=" ", version=1)
        for session in (theme, whole, item.session):
            with pytest.raises(WrongPhaseError):
                region.replied(cem, session, item)


@pytest.mark.parametrize("who", ["ada", "bo", "dag", "otto"])
def test_only_those_who_run_the_region_wide_session_reply(request, ada, cem, who):
    member = request.getfixturevalue(who)
    item = region.sent_up(ada)
    whole = region.begun(cem, member)

    with nothing_changed(), pytest.raises(NotAllowedError):
        region.replied(member, whole, item)


def test_what_the_region_replied_to_cannot_be_taken_back(ada, cem):
    item = region.sent_up(ada)
    region.replied(cem, region.begun(cem), item)

    with nothing_changed(), pytest.raises(ConflictError):
        take_back(ada, item.session_id, item_id=item.pk)


def test_taking_back_twice_is_once_and_leaves_nothing_to_reply_to(ada, cem):
    whole = region.begun(cem)
    item = region.sent_up(ada)
    take_back(ada, item.session_id, item_id=item.pk)

    with nothing_changed():
        take_back(ada, item.session_id, item_id=item.pk)
        with pytest.raises(RegionItem.DoesNotExist):
            region.replied(cem, whole, item)
    assert shown(item.session) == shown(whole) == []


@pytest.mark.django_db(transaction=True)
def test_a_fourth_does_not_slip_in_when_two_are_sent_up_at_once(ada):
    session = cast.collecting(ada)
    for _ in range(2):
        region.sent_up(ada, session)
    insights = [region.insight(ada, session) for _ in range(3)]

    outcomes = at_once(
        *(
            lambda one=one: send_up(
                ada, session.pk, item_id=uuid4(), insight_id=one.pk, ask=region.ASK
            )
            for one in insights
        )
    )

    assert sorted(type(one).__name__ for one in outcomes) == [
        "ConflictError",
        "ConflictError",
        "RegionItem",
    ]
    assert items_on(session).count() == 3


def test_a_region_wide_session_is_not_finished_before_each_theme_has_its_reply(ada, cem):
    whole = region.begun(cem)
    item = region.sent_up(ada)

    owed = closing_check_of(cem, whole.pk).items
    with nothing_changed(), pytest.raises(ConflictError, match="has no reply yet"):
        close_session(cem, whole.pk)
    region.replied(cem, whole, item)

    assert owed == [
        ClosingItem(
            "reply_missing",
            True,
            "“Three plans, and nobody owns what lies between”:"
            " the theme that sent this up has no reply yet.",
            "region_item",
            item.pk,
        )
    ]
    assert close_session(cem, whole.pk).state == "closed"
