"""Forms of the advisor's workbench: what to follow up now, and a round through it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.queries.narrowing import ANY_FLAG, WITHOUT_REVIEW, ComesFrom, LogFilter
from actions.states import ActionState, Barrier, Flag
from frontend.forms.choices import offer, spoken
from frontend.forms.fields import made_here
from frontend.forms.filters import FilterForm
from partnerships.models.membership import Level, Membership

# States that stand among what asks for attention.
STATES = [(ActionState.BLOCKED, _("Stuck")), (ActionState.DONE, _("Done, not confirmed"))]


class FollowUpFilterForm(FilterForm):
    """Which actions to follow up now."""

    partnership = forms.ChoiceField(label=_("Partnership"), required=False)
    flag = forms.ChoiceField(
        label=_("Attention"),
        required=False,
        choices=[
            ("", _("All")),
            (ANY_FLAG, _("Anything")),
            *spoken([*Flag.choices, (WITHOUT_REVIEW, _("nobody looked at its effect"))]),
            *STATES,
        ],
    )
    level = forms.ChoiceField(
        label=_("Where the change is"),
        required=False,
        choices=[("", _("All")), *spoken(Level.choices)],
    )
    origin = forms.ChoiceField(
        label=_("Where it came from"),
        required=False,
        choices=[("", _("All")), *spoken(ComesFrom.choices)],
    )

    def __init__(self, *args: Any, members: Iterable[Membership], **options: Any) -> None:
        super().__init__(*args, **options)
        places = [(member.partnership.slug, member.partnership.name) for member in members]
        offer(self, "partnership", [("", _("All")), *places])

    @property
    def slug(self) -> str:
        """Return which partnership was chosen; empty for all."""
        return str(self.said.get("partnership", ""))

    def wanted(self) -> LogFilter:
        """Return what was chosen of the actions."""
        said = self.said
        said.pop("partnership", None)
        if said.get("flag") in dict(STATES):
            said["state"] = said.pop("flag")
        return LogFilter(**said)


class RoundForm(forms.Form):
    """The start of a round through the list that one looks at."""

    round_id = made_here()


class QuestionForm(forms.Form):
    """About which kind of hindrance to ask in which partnership."""

    question_id = made_here()
    slug = forms.SlugField()
    barrier = forms.ChoiceField(choices=Barrier.choices)
