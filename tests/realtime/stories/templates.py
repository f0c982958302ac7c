"""What happens to the partnership's own templates."""

from dataclasses import replace

from reflections.records.template import template_record
from reflections.services.templates import change_template, retire_template, share_template
from tests import cast
from tests.realtime.scene import Story

STORIES: list[Story] = [
    (
        "template.shared",
        lambda s: cast.draft_template(s.ada),
        lambda s, x: share_template(s.ada, x.pk),
    ),
    (
        "template.changed",
        lambda s: cast.template(s.ada),
        lambda s, x: change_template(
            s.cem,
            x.pk,
            content=replace(template_record(x), title="Looking back together"),
            version=x.version,
        ),
    ),
    ("template.retired", lambda s: cast.template(s.ada), lambda s, x: retire_template(s.cem, x.pk)),
]
