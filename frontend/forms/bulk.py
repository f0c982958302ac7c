"""Forms of what one does with many actions at once, and of keeping a view of the log."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.models.bulk import BulkStep
from frontend.forms.choices import offer, spoken
from frontend.forms.fields import day, long_text, made_here
from partnerships.models.membership import Level, Membership

STEPS: dict[str, tuple[str, ...]] = {
    BulkStep.CHANGE_DUE: ("due", "reason"),
    BulkStep.SET_LEVEL: ("level",),
    BulkStep.OFFER: ("owner_id",),
    BulkStep.DROP: ("reason",),
}


class BulkForm(forms.Form):
    """What one step with many actions needs."""

    due = day(label=_("New date"))
    level = forms.ChoiceField(label=_("Where the change is"))
    owner_id = forms.TypedChoiceField(label=_("Whom do you ask?"), coerce=UUID)
    reason = long_text(label=_("Why?"), help_text=_("Stands in the history of each of them."))

    def __init__(
        self, data: Any = None, *, step: str, members: Iterable[Membership], **options: Any
    ) -> None:
        """Ask for what *step* needs, of all that there is."""
        super().__init__(data, prefix=step, **options)
        first = ("", _("Please choose"))
        offer(self, "level", [first, *spoken(Level.choices)])
        offer(self, "owner_id", [first, *((str(one.pk), one.person.name) for one in members)])
        for name in set(self.fields) - set(STEPS[step]):
            del self.fields[name]


class SelectionForm(forms.Form):
    """Which actions somebody chose, and the id of what she does with them."""

    edit_id = made_here()
    action = forms.TypedMultipleChoiceField(
        coerce=UUID,
        error_messages={"required": _("Please choose the actions first.")},
    )

    def __init__(self, data: Any = None, *, shown: Iterable[UUID]) -> None:
        """Let her choose among those that are *shown*."""
        super().__init__(data, initial={"edit_id": uuid4})
        chosen = data.getlist("action") if data else []
        offer(self, "action", [(one, one) for one in {*map(str, shown), *_ids(chosen)}])


class UndoForm(forms.Form):
    """Taking back what was done with many actions."""

    undo_id = made_here()


class KeepViewForm(forms.Form):
    """A name for the conditions that are chosen now."""

    view_id = made_here()
    name = forms.CharField(label=_("Name of this view"), max_length=60)
    is_shared = forms.BooleanField(label=_("For everybody in the partnership"), required=False)

    def __init__(self, data: Any = None, *, may_share: bool) -> None:
        super().__init__(data, prefix="keep")
        if not may_share:
            del self.fields["is_shared"]


def _ids(values: Iterable[str]) -> list[str]:
    # Who went on to another page meanwhile keeps her choice; the rules know what is hers to change.
    return [value for value in values if _is_id(value)]


def _is_id(value: str) -> bool:
    try:
        return str(UUID(value)) == value
    except ValueError:
        return False
