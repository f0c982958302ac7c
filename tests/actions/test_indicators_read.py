from dataclasses import replace
from datetime import timedelta

import pytest

from actions.models.action import ActionItem
from actions.queries.indicators import Selection, indicators_of, months_held
from kernel.clock import at, now
from kernel.errors import InvalidInputError
from partnerships.models.partnership import Theme
from partnerships.services.setup import add_theme
from tests import cast

DAY = timedelta(days=1)


def test_figures_are_of_the_sessions_on_a_theme_and_in_the_months_that_were_chosen(ada, cem):
    theme = add_theme(cem, title="Falls")
    with at(now() - 100 * DAY):
        first = cast.proposed(ada, cem)
        months = months_held(ada)
    first.session.themes.add(theme)
    cast.proposed(ada, cem)

    def actions(**wanted):
        figures = {one.code: one for one in indicators_of(ada, Selection(**wanted)).figures}
        return figures["acceptance"].shares[0].of

    [month] = months
    later = max(months_held(ada))
    assert [actions(), actions(theme_id=theme.pk), actions(since=month, until=month)] == [2, 1, 1]
    assert [actions(since=later), actions(theme_id=theme.pk, since=later)] == [1, 0]
    with pytest.raises(InvalidInputError, match="first day"):
        indicators_of(ada, Selection(since=month + DAY))


def test_everybody_reads_the_same_but_for_her_own_load(ada, bo, cem, otto, mira):
    cast.accepted(ada, bo)
    cast.proposed(ada, cem)

    records = {name: indicators_of(one, Selection()) for name, one in (("bo", bo), ("otto", otto))}

    loads = {
        name: next(one.shares[0].n for one in record.figures if one.code == "load")
        for name, record in records.items()
    }
    assert loads == {"bo": 1, "otto": 0}
    assert _without_load(records["bo"]) == _without_load(records["otto"])
    assert ActionItem.objects.count() == 2
    assert indicators_of(mira, Selection()).sessions == 0


def _without_load(record):
    return replace(record, figures=[one for one in record.figures if one.code != "load"])


def test_a_theme_of_others_does_not_exist(ada, mira):
    theirs = add_theme(mira, title="Falls")

    with pytest.raises(Theme.DoesNotExist):
        indicators_of(ada, Selection(theme_id=theirs.pk))
