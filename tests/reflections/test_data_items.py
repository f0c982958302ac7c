from datetime import date
from uuid import uuid4

import pytest

from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    StaleVersionError,
)
from partnerships.permissions import Role
from partnerships.services.membership import add_member
from reflections.models.data_item import DataItem
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_of
from reflections.queries.preparation import data_item_records, data_items_of
from reflections.records.preparation import DataItemRecord
from reflections.services.changing import cancel_session
from reflections.services.data_items import (
    ItemContent,
    add_data_item,
    remove_data_item,
    revise_data_item,
)
from tests import cast, preparing
from tests.unchanged import nothing_changed

CONTENT = ItemContent(
    title=" Falls  in 2025",
    explanation="Of 100 people over 75, 9 fell.\nThat is one in eleven.",
    source="Health survey",
    as_of=date(2025, 12, 31),
    link="https://example.org/falls",
    limits="People in care homes were not asked.",
)


@pytest.fixture
def session(ada):
    return cast.collecting(ada)


@pytest.fixture
def scientist(cem):
    return add_member(cem, email="dana@example.org", name="Dana Smit", roles=[Role.DATA_SCIENTIST])


def test_a_data_scientist_brings_a_figure_to_any_session(ada, scientist, session, kinds_since):
    item_id = uuid4()

    item = add_data_item(scientist, session.pk, item_id=item_id, content=CONTENT)

    shown = data_item_records(board_view_of(ada, session.pk), None)
    assert shown == {
        str(item_id): DataItemRecord(
            id=item_id,
            session_id=session.pk,
            title="Falls in 2025",
            explanation="Of 100 people over 75, 9 fell.\nThat is one in eleven.",
            source="Health survey",
            as_of=date(2025, 12, 31),
            link="https://example.org/falls",
            limits="People in care homes were not asked.",
            added_by_name="Dana Smit",
            version=1,
        )
    }
    assert (list(data_items_of(session)), str(item)) == ([item], "Falls in 2025")
    assert kinds_since(0)[-2:] == ["data_item.added", "preparation.data_gathered"]


def test_the_same_item_sent_again_is_the_same_and_another_under_its_id_a_conflict(ada, session):
    item_id = uuid4()
    first = add_data_item(ada, session.pk, item_id=item_id, content=CONTENT)

    with nothing_changed():
        assert add_data_item(ada, session.pk, item_id=item_id, content=CONTENT) == first
        with pytest.raises(IdConflictError):
            add_data_item(
                ada, session.pk, item_id=item_id, content=ItemContent(title="A", explanation="B")
            )


def test_two_who_change_it_at_once_lose_no_text(ada, scientist, session):
    item = preparing.brought(ada, session)
    hers = ItemContent(title="Falls", explanation="Hers")
    his = ItemContent(title="Falls", explanation="His")

    revise_data_item(ada, session.pk, item_id=item.pk, content=hers, version=1)
    with nothing_changed(), pytest.raises(StaleVersionError) as refused:
        revise_data_item(scientist, session.pk, item_id=item.pk, content=his, version=1)

    assert refused.value.details["current"]["explanation"] == "Hers"
    assert refused.value.details["yours"]["explanation"] == "His"
    with nothing_changed():
        revise_data_item(ada, session.pk, item_id=item.pk, content=hers, version=1)
    revise_data_item(scientist, session.pk, item_id=item.pk, content=his, version=2)
    item.refresh_from_db()
    assert (item.explanation, item.version) == ("His", 3)


def test_it_can_be_taken_away(ada, session, kinds_since):
    item = preparing.brought(ada, session)

    remove_data_item(ada, session.pk, item_id=item.pk)

    assert not DataItem.objects.exists()
    assert kinds_since(0)[-2:] == ["data_item.removed", "preparation.data_gathered"]
    with nothing_changed(), pytest.raises(DataItem.DoesNotExist):
        remove_data_item(ada, session.pk, item_id=item.pk)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"title": " "}, "title"),
        ({"explanation": " "}, "explanation"),
        ({"explanation": "x" * 1001}, "explanation"),
        ({"limits": "x" * 501}, "limits"),
        ({"link": "see the report"}, "link"),
        ({"link": "ftp://example.org/falls"}, "link"),
    ],
)
def test_what_cannot_be_brought_is_named(ada, session, said, field):
    content = ItemContent(**{"title": "Falls", "explanation": "Nine fell", **said})

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        add_data_item(ada, session.pk, item_id=uuid4(), content=content)

    assert refused.value.field == field


def test_nobody_else_changes_the_data(westmeer, ada, bo, mira, session):
    item = preparing.brought(ada, session)

    with nothing_changed():
        for name in ("bo", "dag", "otto"):
            with pytest.raises(NotAllowedError):
                preparing.brought(westmeer[name], session)
            with pytest.raises(NotAllowedError):
                remove_data_item(westmeer[name], session.pk, item_id=item.pk)
        with pytest.raises(ReflectionSession.DoesNotExist):
            preparing.brought(mira, session)


def test_a_facilitator_changes_those_of_her_own_sessions_only(cem, ada):
    of_another = cast.plan(cem)

    with nothing_changed(), pytest.raises(NotAllowedError):
        preparing.brought(ada, of_another)


def test_the_data_of_a_session_that_is_over_stay(ada):
    session = cast.plan(ada)
    cancel_session(ada, session.pk, reason="Snow")

    with nothing_changed(), pytest.raises(ConflictError, match="stays as it is"):
        preparing.brought(ada, session)
