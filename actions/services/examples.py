"""Sharing what was done and what came of it with the other partnerships of the site."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.actions import ExampleShared, ExampleTakenBack
from actions.models.action import ActionItem
from actions.models.example import SharedExample
from actions.policies import may_share_example
from actions.queries.log import locked_action_of
from actions.services.telling import tell
from actions.states import UNDECIDED
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_line, clean_optional_text, clean_text
from partnerships.models.membership import Membership
from partnerships.queries import organisations_of
from reflections.models.insight import Component, Insight

# Shorter parts of a name are words as well.
SHORTEST_NAME = 4


@dataclass(frozen=True)
class ExampleWording:
    """What was done and what came of it, in plain words without names."""

    what: str
    came_of_it: str
    lesson: str = ""


@transaction.atomic
def share_example(
    member: Membership, action_id: UUID, *, example_id: UUID, wording: ExampleWording
) -> SharedExample:
    """Share an action whose effect is known with all partnerships of the site, in these words.

    Sharing it again gives it other words. Refused while a name of somebody or of an organisation
    of the partnership stands in it. The same id for another action is an IdConflictError.
    """
    action = _action_to_share(member, action_id)
    wording = _cleaned(member, wording)
    known = SharedExample.objects.filter(pk=example_id).first()
    if known and known.action_id != action.pk:
        raise IdConflictError(_("This example was saved before with another content."))
    example = SharedExample.objects.filter(action=action).first()
    if example and example.taken_back_at is None and _wording_of(example) == wording:
        return example
    example = example or SharedExample(id=example_id, action=action)
    for name, value in {**asdict(wording), **_tags_of(action)}.items():
        setattr(example, name, value)
    example.effect = _effect_of(action)
    example.language = (action.session or action.partnership).language
    example.shared_by, example.shared_at, example.taken_back_at = member, now(), None
    example.save()
    tell(ExampleShared(action.pk), member, action)
    return example


@transaction.atomic
def take_example_back(member: Membership, action_id: UUID) -> ActionItem:
    """Let nobody outside read it any more; twice is once."""
    action = _action_to_share(member, action_id)
    example = SharedExample.objects.filter(action=action, taken_back_at=None).first()
    if example:
        example.taken_back_at = now()
        example.save(update_fields=["taken_back_at"])
        tell(ExampleTakenBack(action.pk), member, action)
    return action


def _action_to_share(member: Membership, action_id: UUID) -> ActionItem:
    action = locked_action_of(member, action_id)
    if not may_share_example(member):
        raise NotAllowedError(_("Only a programme manager can share examples with others."))
    return action


def _effect_of(action: ActionItem) -> str:
    last = action.reviews.last()
    if last is None or last.effect in UNDECIDED:
        raise ConflictError(_("First look what came of it. Then others can learn from it."))
    return last.effect


def _cleaned(member: Membership, wording: ExampleWording) -> ExampleWording:
    cleaned = ExampleWording(
        what=clean_line(wording.what, field="what", most=300),
        came_of_it=clean_text(wording.came_of_it, field="came_of_it", most=1000),
        lesson=clean_optional_text(wording.lesson, field="lesson", most=1000),
    )
    names = list(_names_in(member))
    for field, text in asdict(cleaned).items():
        found = next((name for name in names if _stands_in(name, text)), "")
        if found:
            raise InvalidInputError(
                _("Others read this. Say it without the name “%(name)s”.") % {"name": found},
                field=field,
            )
    return cleaned


def _names_in(member: Membership) -> Iterator[str]:
    """Return what names somebody or some place of the partnership, also who left."""
    people = Membership.objects.filter(partnership=member.partnership_id)
    for name in people.values_list("person__name", flat=True):
        yield name
        yield from (part for part in name.split() if len(part) >= SHORTEST_NAME)
    yield member.partnership.name
    yield from organisations_of(member).values_list("name", flat=True)


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text) is not None


def _wording_of(example: SharedExample) -> ExampleWording:
    return ExampleWording(example.what, example.came_of_it, example.lesson)


def _tags_of(action: ActionItem) -> dict[str, object]:
    insights = list(Insight.objects.filter(translations__action=action).order_by("agreed_at"))
    about = {component for insight in insights for component in insight.components}
    return {
        "level": action.level or _first(insight.level for insight in insights),
        "strength": action.strength,
        "loop": _first(insight.loop for insight in insights),
        "components": [component for component in Component.values if component in about],
    }


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")
