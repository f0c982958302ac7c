"""Forms of the learning agenda."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.models.action import ActionItem
from frontend.forms.choices import offer, spoken
from frontend.forms.fields import long_text, made_here
from partnerships.models.partnership import Theme
from reflections.learning_agenda import Order
from reflections.models.question import LearningQuestion
from reflections.models.session import ReflectionSession


class QuestionForm(forms.Form):
    """What is asked and why."""

    text = long_text(
        2,
        label=_("What do you want to learn?"),
        help_text=_("One question, such as: how could we …? What makes us …?"),
    )
    order = forms.ChoiceField(
        label=_("What is it about?"),
        required=False,
        choices=[("", _("Not said")), *spoken(Order.choices)],
    )
    barrier = long_text(2, label=_("What stands in the way now?"), required=False)
    ambition_link = long_text(2, label=_("What of your ambition does it serve?"), required=False)
    risk_for = long_text(
        2,
        label=_("For whom is it a risk?"),
        help_text=_("To ask or to answer it can cost somebody something. Say who, and how."),
        required=False,
    )
    theme_ids = forms.TypedMultipleChoiceField(
        label=_("Themes"),
        help_text=_("Leave it empty when it concerns all of them."),
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, themes: Iterable[Theme], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "theme_ids", [(str(theme.pk), theme.title) for theme in themes])


class NewQuestionForm(QuestionForm):
    """A question that is not on the agenda yet."""

    question_id = made_here()


class RewordingForm(QuestionForm):
    """Another wording of a question."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class QuestionAnswerForm(forms.Form):
    """What one thinks for now."""

    answer_id = made_here()
    text = long_text(
        label=_("What do you think for now?"),
        help_text=_("It need not be the last word. Earlier answers stay beside it."),
    )


class QuestionReasonForm(forms.Form):
    """Why."""

    reason = long_text(label=_("Why?"))


class ChosenForm(forms.Form):
    """Something chosen from a list: another question, a session, an action."""

    chosen = forms.TypedChoiceField(coerce=UUID, empty_value=None)

    def __init__(
        self,
        *args: Any,
        label: str,
        among: Iterable[LearningQuestion | ReflectionSession | ActionItem],
        empty: str = "",
        **options: Any,
    ) -> None:
        """Offer what is *among*; with *empty* one may also choose nothing."""
        super().__init__(*args, **options)
        self.fields["chosen"].label = label
        self.fields["chosen"].required = not empty
        first = empty or _("Choose")
        offer(self, "chosen", [("", first), *((str(one.pk), str(one)) for one in among)])
