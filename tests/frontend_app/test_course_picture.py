from hypothesis import given
from hypothesis import strategies as st

from frontend.course_picture import SIGNS, course_picture
from reflections.course import Grouping
from reflections.records.template import TemplatePhase
from reflections.states import PhaseKind

PHASES = st.builds(
    TemplatePhase,
    kind=st.sampled_from(PhaseKind.values),
    title=st.just("Part"),
    minutes=st.integers(1, 480),
    grouping=st.sampled_from(Grouping.values),
)


def _share(text):
    assert text.endswith("%")
    return float(text[:-1])


@given(phases=st.lists(PHASES, min_size=1, max_size=30))
def test_the_bars_stand_side_by_side_over_the_whole_width(phases):
    bars = course_picture(phases).bars

    edges = [0.0]
    for bar in bars:
        assert abs(_share(bar.left) - edges[-1]) < 0.02
        edges.append(_share(bar.left) + _share(bar.width))
    assert len(bars) == len(phases)
    assert abs(edges[-1] - 100) < 0.2


@given(phases=st.lists(PHASES, min_size=1, max_size=30))
def test_everything_stays_inside_the_picture(phases):
    picture = course_picture(phases)

    for bar in picture.bars:
        assert 0 <= bar.top < bar.top + bar.height == picture.height
        assert all(0 <= bar.above + y <= bar.top for _, y in bar.people)


def test_a_part_that_is_twice_as_long_is_twice_as_wide():
    short = TemplatePhase(kind="collect", title="Write", minutes=10)
    long = TemplatePhase(kind="discuss", title="Talk", minutes=20)

    first, second = course_picture([short, long]).bars

    assert (first.does, first.width, second.does, second.width) == (
        "write",
        "33.33%",
        "talk",
        "66.67%",
    )


def test_a_narrow_bar_has_no_sign_above_it():
    short = TemplatePhase(kind="vote", title="Choose", minutes=1, grouping="alone")
    long = TemplatePhase(kind="collect", title="Write", minutes=60, grouping="pair")

    narrow, wide = course_picture([short, long]).bars

    assert (narrow.people, len(wide.people)) == ((), 2)


def test_nothing_to_draw_is_an_empty_picture():
    assert course_picture([]).bars == []


def test_every_way_to_work_together_has_a_sign():
    assert set(SIGNS) == set(Grouping.values)
