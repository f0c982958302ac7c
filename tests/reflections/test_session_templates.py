import pytest

from reflections.course import Block, NoteKind
from reflections.session_templates.library import (
    BLOCKS,
    FILES,
    IN_ORDER,
    blocks_for,
    built_in,
    library,
)
from reflections.states import PhaseKind

NAMES = (*IN_ORDER, *BLOCKS)
LANGUAGES = ("en", "nl", "sv")
each_template = pytest.mark.parametrize("name", NAMES)
# Nothing is learned in these that a closing block could turn into action: they do so themselves.
CLOSE_BY_THEMSELVES = {"learning-agenda", "help-when-stuck", "learning-session"}


def _texts(name, language):
    template = built_in(name, language)
    course = template.course
    columns = [*course.columns, *(one for phase in course.phases for one in phase.columns)]
    return [
        *(template.title, template.summary, template.output, template.source),
        *(text for phase in course.phases for text in (phase.title, phase.prompt, phase.output)),
        *(text for column in columns for text in (column.title, column.prompt)),
    ]


def test_every_file_is_offered_once():
    assert sorted(path.stem for path in FILES.iterdir()) == sorted(NAMES)


@each_template
def test_the_file_is_named_as_the_template(name):
    assert library()[name].slug == name


@each_template
def test_its_parts_take_as_long_as_it_says(name):
    least, most = library()[name].lasts

    assert least <= built_in(name, "en").course.minutes <= most


@each_template
def test_every_text_is_there_and_its_own_in_every_language(name):
    texts = {language: _texts(name, language) for language in LANGUAGES}

    assert all(text == text.strip() != "" for said in texts.values() for text in said)
    same = {
        text for said in zip(*texts.values(), strict=True) for text in said if len(set(said)) == 1
    }
    assert all(len(text) < 30 for text in same), same


@each_template
def test_the_languages_tell_of_the_same_session(name):
    shapes = []
    for language in LANGUAGES:
        template = built_in(name, language)
        shapes.append(
            (
                bool(template.preparation),
                len(template.course.columns),
                [
                    (phase.kind, phase.minutes, len(phase.columns))
                    for phase in template.course.phases
                ],
            )
        )

    assert shapes[1:] == shapes[:1] * 2


@each_template
def test_what_people_write_has_a_place_and_each_place_a_part_that_collects(name):
    course = built_in(name, "en").course

    collecting = [phase for phase in course.phases if phase.kind == PhaseKind.COLLECT]
    assert all(phase.columns or course.columns for phase in collecting)
    assert all(phase in collecting for phase in course.phases if phase.columns)
    assert collecting or not course.columns


@pytest.mark.parametrize("name", IN_ORDER)
def test_it_opens_with_what_was_promised_and_closes_with_what_somebody_does(name):
    template = built_in(name, "en")

    kinds = [phase.kind for phase in template.course.phases]
    assert template.opening == "follow-up-first"
    if name in CLOSE_BY_THEMSELVES:
        assert template.closing == ""
        assert {PhaseKind.TRANSLATE, PhaseKind.FOLLOW_UP} & set(kinds)
    else:
        assert template.closing == "translate-and-close"
        assert PhaseKind.AGREE in kinds


def test_the_blocks_are_for_the_beginning_and_for_the_end():
    opening, closing = (built_in(name, "en").course.phases for name in BLOCKS)

    assert (blocks_for(Block.OPENING), blocks_for(Block.CLOSING)) == ([BLOCKS[0]], [BLOCKS[1]])
    assert [(phase.kind, phase.minutes) for phase in opening] == [
        ("follow_up", 2), ("follow_up", 10), ("follow_up", 3),
    ]  # fmt: skip
    assert [(phase.kind, phase.grouping, phase.minutes) for phase in closing] == [
        ("vote", "alone", 5),
        ("translate", "plenary", 8),
        ("translate", "small", 12),
        ("translate", "small", 5),
        ("translate", "plenary", 5),
        ("read_back", "plenary", 5),
    ]


def test_every_kind_of_note_but_a_draft_of_an_action_is_asked_for_somewhere():
    asked = {
        column.kind
        for name in NAMES
        for phase in built_in(name, "en").course.phases
        for column in phase.columns
    }

    assert set(NoteKind.values) - asked == {NoteKind.ACTION_DRAFT}


def test_an_unknown_template_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        built_in("no-such", "en")
