"""Reading the examples that partnerships of the site share: what was done, and what came of it."""

from dataclasses import dataclass

from django.db.models import Q

from actions.models.action import ActionItem
from actions.models.example import SharedExample
from actions.records.action import ActionRecord
from actions.records.example import ExampleRecord, example_record
from actions.states import UNDECIDED
from partnerships.models.membership import Membership


@dataclass(frozen=True)
class ExampleFilter:
    """Which examples somebody looks for; what is empty does not narrow."""

    text: str = ""
    component: str = ""
    level: str = ""
    loop: str = ""
    strength: str = ""
    effect: str = ""


def examples_for(member: Membership, wanted: ExampleFilter) -> list[ExampleRecord]:
    """Return the shared examples of all partnerships that fit, the newest month first."""
    plain = {
        name: value
        for name in ("level", "loop", "strength", "effect")
        if (value := getattr(wanted, name))
    }
    words = (
        Q(what__icontains=wanted.text)
        | Q(came_of_it__icontains=wanted.text)
        | Q(lesson__icontains=wanted.text)
    )
    found = SharedExample.objects.filter(words, taken_back_at=None, **plain)
    # Sorted by month and by chance, not by the moment: that could tell who shared what.
    shown = [example_record(one, member) for one in found.select_related("action").order_by("pk")]
    fitting = [one for one in shown if not wanted.component or wanted.component in one.components]
    return sorted(fitting, key=lambda one: one.shared_in, reverse=True)


def is_effect_known(action: ActionRecord) -> bool:
    """Say whether somebody looked at its effect and one knows what it did."""
    review = action.life.last_review
    return review is not None and review.effect not in UNDECIDED


def example_of(action: ActionItem) -> SharedExample | None:
    """Return what is shared of an action, if it is."""
    return SharedExample.objects.filter(action=action, taken_back_at=None).first()
