"""What happens while sessions are prepared, and what a partnership decides for itself."""

from typing import Any

from kernel.clock import today
from partnerships.services.settings import Settings, change_settings
from reflections.models.data_item import DataItem
from reflections.models.session import ReflectionSession
from reflections.services.data_items import ItemContent, remove_data_item, revise_data_item
from reflections.services.inviting import uninvite_member
from reflections.services.opening import open_due_input
from reflections.services.planning import plan_draft
from reflections.services.series import put_in_series
from tests import cast, preparing
from tests.realtime.scene import Scene, Story, nothing_more


def planned(scene: Scene) -> ReflectionSession:
    """Plan a session to which nobody is asked yet."""
    return cast.plan(scene.ada, "Sleeping well in summer")


def asked(scene: Scene) -> ReflectionSession:
    """Plan a session to which somebody is asked."""
    session = planned(scene)
    preparing.invited(scene.ada, session, scene.otto)
    return session


def drafted(scene: Scene) -> ReflectionSession:
    """Draft a session to which somebody will be asked."""
    session = cast.draft(scene.ada, "Only planners know: sleeping well")
    preparing.invited(scene.ada, session, scene.otto)
    return session


def with_data(scene: Scene) -> DataItem:
    """Bring a data item to the session that is live."""
    return preparing.brought(scene.ada, scene.session)


def in_series(scene: Scene) -> ReflectionSession:
    """Make a session the first of a series."""
    session = planned(scene)
    preparing.series(scene.ada, session)
    session.refresh_from_db()
    return session


def due(scene: Scene) -> ReflectionSession:
    """Plan a session whose day for input has come."""
    session = planned(scene)
    session.refresh_from_db()
    return cast.change(scene.ada, session, input_opens_on=today())


def settled(scene: Scene, _: Any) -> object:
    """Decide who belongs at the table, and all else."""
    return change_settings(
        scene.cem,
        settings=Settings(
            time_zone="Europe/Stockholm",
            input_days=10,
            needs_days=3,
            expected_for_theme=["citizens"],
            expected_for_region=["citizens", "hospital"],
        ),
    )


def revised(scene: Scene, item: DataItem) -> object:
    """Say something else with a data item."""
    content = ItemContent(title="Falls in 2026", explanation="Fewer than in 2025.")
    return revise_data_item(
        scene.ada, scene.session.pk, item_id=item.pk, content=content, version=1
    )


STORIES: list[Story] = [
    ("preparation.invited", planned, lambda s, x: preparing.invited(s.ada, x, s.bo, s.dag)),
    (
        "preparation.invited",
        drafted,
        lambda s, x: uninvite_member(s.ada, x.pk, member_id=s.otto.pk),
    ),
    ("preparation.invited", drafted, lambda s, x: plan_draft(s.ada, x.pk)),
    ("preparation.answered", asked, lambda s, x: preparing.answered(s.otto, x, "perhaps")),
    ("preparation.data_gathered", nothing_more, lambda s, _: preparing.brought(s.ada, s.session)),
    ("data_item.added", nothing_more, lambda s, _: preparing.brought(s.ada, s.session)),
    ("data_item.revised", with_data, revised),
    (
        "data_item.removed",
        with_data,
        lambda s, x: remove_data_item(s.ada, s.session.pk, item_id=x.pk),
    ),
    ("session.put_in_series", planned, lambda s, x: preparing.series(s.ada, x)),
    (
        "session.put_in_series",
        lambda s: (in_series(s), planned(s)),
        lambda s, x: put_in_series(s.ada, x[1].pk, series_id=x[0].series_id),
    ),
    ("session.input_opened", due, lambda s, _: open_due_input()),
    ("settings.changed", nothing_more, settled),
]
