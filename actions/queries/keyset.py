"""Places in a list that is ordered by urgency, date and one column more: where its next page begins."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from actions.models.action import ActionItem
from kernel.errors import InvalidInputError


@dataclass(frozen=True)
class Places:
    """The places of a list whose third column is *last*; *read* makes its value of a text."""

    last: str
    read: Callable[[str], int | UUID]

    def of(self, action: ActionItem) -> str:
        """Return the place of an action that was read in that order."""
        # What a query adds stands among the values of the instance, and in no class.
        urgency = vars(action)["urgency"]
        return f"{urgency}_{action.due.isoformat()}_{getattr(action, self.last)}"

    def after(self, place: str) -> Q:
        """Say what comes after a place, or all for none; InvalidInputError for what is no place."""
        if not place:
            return Q()
        try:
            urgency, day, text = place.split("_")
            here = (int(urgency), date.fromisoformat(day), self.read(text))
        except ValueError:
            raise InvalidInputError(
                _("This is no place in the list. Begin with its first page."), field="after"
            ) from None
        return (
            Q(urgency__gt=here[0])
            | Q(urgency=here[0], due__gt=here[1])
            | Q(urgency=here[0], due=here[1], **{f"{self.last}__gt": here[2]})
        )


# In one partnership numbers tell actions apart, across several their ids.
BY_NUMBER, BY_ID = Places("number", int), Places("pk", UUID)
