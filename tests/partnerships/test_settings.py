import pytest

from kernel.errors import InvalidInputError, NotAllowedError
from partnerships.models.partnership import StakeholderGroup
from partnerships.queries import log_view_of, settings_records
from partnerships.records import SettingsRecord
from partnerships.services.settings import Settings, change_settings
from tests.unchanged import nothing_changed

SAID = {
    "time_zone": "Europe/Stockholm",
    "input_days": 10,
    "needs_days": 3,
    "expected_for_theme": ["hospital", "citizens"],
    "expected_for_region": [],
}


def test_a_programme_manager_decides_and_twice_is_once(cem, otto, kinds_since):
    change_settings(cem, settings=Settings(**SAID))
    with nothing_changed():
        change_settings(cem, settings=Settings(**SAID))

    shown = settings_records(log_view_of(otto), None)
    assert shown == {
        str(cem.partnership_id): SettingsRecord(
            id=cem.partnership_id,
            time_zone="Europe/Stockholm",
            input_days=10,
            needs_days=3,
            advisors_after_days=7,
            managers_after_days=14,
            expected_groups={"theme": ["citizens", "hospital"], "region_wide": []},
        )
    }
    assert kinds_since(0)[-1] == "settings.changed"


@pytest.mark.parametrize("who", ["ada", "bo", "dag", "otto"])
def test_nobody_else_decides(westmeer, who):
    with nothing_changed(), pytest.raises(NotAllowedError):
        change_settings(westmeer[who], settings=Settings(**SAID))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time_zone", "Europe/Westmeer"),
        ("input_days", 0),
        ("needs_days", 91),
        ("expected_for_theme", ["aliens"]),
        ("expected_for_region", ["citizens", "aliens"]),
    ],
)
def test_what_cannot_be_decided_is_named(cem, field, value):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        change_settings(cem, settings=Settings(**{**SAID, field: value}))

    assert refused.value.field == field


def test_who_belongs_at_the_table_has_a_beginning_that_asks_for_citizens(cem):
    expected = cem.partnership.expected_groups

    assert set(expected) == {"theme", "region_wide"}
    assert set(expected["theme"]) < set(expected["region_wide"]) <= set(StakeholderGroup.values)
    assert "citizens" in expected["theme"]
