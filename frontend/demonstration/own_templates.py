"""Templates that a partnership of the demonstration made its own."""

from dataclasses import replace
from uuid import uuid4

from frontend.demonstration.story import TemplatePart
from partnerships.models.membership import Membership
from reflections.records.template import template_record
from reflections.services.templates import change_template, copy_template, share_template


def make_template(member: Membership, part: TemplatePart) -> None:
    """Copy a built-in template, make it the partnership's own, and share it."""
    language = member.partnership.language
    copy = copy_template(member, template_id=uuid4(), name=part.of, language=language)
    record = template_record(copy)
    phases = [
        replace(phase, minutes=part.minutes[phase.title])
        for phase in record.course.phases
        if phase.title in part.minutes
    ]
    content = replace(
        record,
        title=part.title,
        summary=part.summary,
        preparation=part.preparation,
        course=replace(record.course, phases=phases),
    )
    change_template(member, copy.pk, content=content, version=copy.version)
    share_template(member, copy.pk)
