from dataclasses import replace

import pytest

from kernel.errors import InvalidInputError
from reflections.records.template import Course, TemplateColumn, template_record
from reflections.services.templates import change_template
from tests import cast
from tests.reflections.template_content import AGREE, CONTENT, WRITE
from tests.unchanged import nothing_changed


def _change(member, template, content=CONTENT, version=1):
    return change_template(member, template.pk, content=content, version=version)


def _with_phase(**others):
    return replace(CONTENT, course=Course(phases=[replace(WRITE, **others), AGREE]))


def test_texts_are_cleaned(ada):
    phase = replace(
        WRITE,
        title=" Look\nback ",
        prompt=" What\n did you see? ",
        columns=[TemplateColumn(title=" Seen ", prompt="What?\r\n")],
    )
    course = Course(phases=[phase], columns=[TemplateColumn(title="\tAlways ")])

    changed = _change(
        ada, cast.draft_template(ada), replace(CONTENT, title=" A  b ", course=course)
    )

    found = template_record(changed)
    assert (found.title, found.course.phases[0].title) == ("A b", "Look back")
    assert found.course.phases[0].prompt == "What did you see?"
    assert found.course.phases[0].columns == [TemplateColumn(title="Seen", prompt="What?")]
    assert found.course.columns == [TemplateColumn(title="Always")]


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (replace(CONTENT, title=" "), "title"),
        (replace(CONTENT, title="x" * 81), "title"),
        (replace(CONTENT, summary="x" * 301), "summary"),
        (replace(CONTENT, preparation="x" * 501), "preparation"),
        (replace(CONTENT, output="x" * 301), "output"),
        (replace(CONTENT, source="x" * 301), "source"),
        (replace(CONTENT, opening="translate-and-close"), "opening"),
        (replace(CONTENT, closing="timeline"), "closing"),
        (replace(CONTENT, course=Course(phases=[])), "phases"),
        (replace(CONTENT, course=Course(phases=[AGREE] * 31)), "phases"),
        (replace(CONTENT, course=Course([AGREE], [TemplateColumn("Seen")])), "columns-0-title"),
        (replace(CONTENT, course=Course([WRITE], [TemplateColumn("")])), "columns-0-title"),
        (_with_phase(kind="sleep"), "phases-0-kind"),
        (_with_phase(kind="vote"), "phases-0-kind"),
        (_with_phase(columns=[]), "phases-0-kind"),
        (_with_phase(grouping="crowd"), "phases-0-grouping"),
        (_with_phase(reveal="never"), "phases-0-reveal"),
        (_with_phase(attribution="nickname"), "phases-0-attribution"),
        (_with_phase(minutes=0), "phases-0-minutes"),
        (_with_phase(minutes=481), "phases-0-minutes"),
        (_with_phase(title=""), "phases-0-title"),
        (_with_phase(prompt="x" * 301), "phases-0-prompt"),
        (_with_phase(output="x" * 301), "phases-0-output"),
        (_with_phase(columns=[TemplateColumn("Seen")] * 7), "phases-0-columns-6-title"),
        (_with_phase(columns=[TemplateColumn("")]), "phases-0-columns-0-title"),
        (_with_phase(columns=[TemplateColumn("a", "x" * 301)]), "phases-0-columns-0-prompt"),
        (_with_phase(columns=[TemplateColumn("a", kind="joke")]), "phases-0-columns-0-kind"),
    ],
)
def test_what_cannot_be_kept_is_named(ada, content, field):
    template = cast.draft_template(ada)

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _change(ada, template, content)

    assert refused.value.field == field
