"""A template in the words of the cast."""

from reflections.course import Attribution, Grouping, Reveal
from reflections.records.template import Course, TemplateColumn, TemplateContent, TemplatePhase

WRITE = TemplatePhase(
    kind="collect",
    title="Look back",
    minutes=12,
    prompt="What did you see?",
    output="What we saw",
    grouping=Grouping.PAIR,
    reveal=Reveal.LIVE,
    attribution=Attribution.ANONYMOUS,
    columns=[TemplateColumn(title="Seen", prompt="What did you see?", kind="observation")],
)
AGREE = TemplatePhase(kind="agree", title="Agree", minutes=8)
CONTENT = TemplateContent(
    title="Looking back at the ward",
    summary="For a ward after a hard week.",
    preparation="Bring coffee.",
    output="One thing to change.",
    source="Our own.",
    opening="",
    closing="translate-and-close",
    course=Course(phases=[WRITE, AGREE]),
)
