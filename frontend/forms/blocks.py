"""Whether a session opens and closes with the built-in blocks, as two boxes to tick."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reflections.course import Block
from reflections.session_templates.library import blocks_for, built_in


class BlocksForm(forms.Form):
    """Two boxes that say what they cost in time."""

    opening = forms.BooleanField(required=False, initial=True)
    closing = forms.BooleanField(required=False, initial=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["opening"].label = _(
            "Begin with what was promised before (%(minutes)d minutes)"
        ) % {"minutes": _minutes(Block.OPENING)}
        self.fields["closing"].label = _(
            "End by turning what was learned into actions (%(minutes)d minutes)"
        ) % {"minutes": _minutes(Block.CLOSING)}


def _minutes(place: Block) -> int:
    return built_in(blocks_for(place)[0], get_language() or "en").course.minutes
