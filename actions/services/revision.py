"""Wording an action differently, or putting it at another level; what it said before stays known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.actions import ActionRevised
from actions.models.action import ActionItem, Horizon, Strength
from actions.models.revision import Revision
from actions.policies import may_revise_action
from actions.queries.log import locked_action_of
from actions.services.telling import tell
from actions.states import OPEN, ActionState
from kernel.clock import now
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError, StaleVersionError
from kernel.text import clean_line, clean_optional_line, clean_optional_text
from partnerships.models.membership import Level, Membership


@dataclass(frozen=True)
class Rewording:
    """How an action reads, without who does it by when: those have steps of their own."""

    title: str
    done_test: str
    if_cue: str = ""
    first_step: str = ""
    level: str = ""
    strength: str = ""
    horizon: str = ""
    risk: str = ""
    plan_goal: str = ""


@transaction.atomic
def revise_action(
    member: Membership, action_id: UUID, *, wording: Rewording, version: int
) -> ActionItem:
    """Word an open action differently; wording it as it is changes nothing.

    Raises StaleVersionError with both wordings where somebody else was first.
    """
    action = _to_revise(member, action_id)
    wording = _cleaned(wording)
    changes = _changes(action, vars(wording))
    if changes and action.version != version:
        current = {name: getattr(action, name) for name in changes}
        raise StaleVersionError(
            _("Somebody changed this action meanwhile. Compare both, then save yours again."),
            current={**current, "version": action.version},
            yours={name: after for name, (_before, after) in changes.items()},
        )
    return _revised(member, action, changes)


@transaction.atomic
def set_level(member: Membership, action_id: UUID, *, level: str) -> ActionItem:
    """Say where the change is; saying what is said already changes nothing."""
    action = _to_revise(member, action_id)
    _must_be_listed(level, Level.values, "level")
    return _revised(member, action, _changes(action, {"level": level}))


def _to_revise(member: Membership, action_id: UUID) -> ActionItem:
    action = locked_action_of(member, action_id)
    if not may_revise_action(member, action):
        raise NotAllowedError(
            _("Only the owner, the facilitator or a programme manager can change the wording.")
        )
    if action.state not in OPEN:
        raise ConflictError(
            _("This action is now: %(state)s. Its wording stays as it is.")
            % {"state": ActionState(action.state).label}
        )
    return action


def _changes(action: ActionItem, wanted: Mapping[str, str]) -> dict[str, list[str]]:
    before = {name: getattr(action, name) for name in wanted}
    return {name: [before[name], wanted[name]] for name in wanted if before[name] != wanted[name]}


def _revised(member: Membership, action: ActionItem, changes: dict[str, list[str]]) -> ActionItem:
    if not changes:
        return action
    for name, (_before, after) in changes.items():
        setattr(action, name, after)
    action.version += 1
    action.save(update_fields=["version", *changes])
    Revision.objects.create(action=action, by=member, at=now(), changes=changes)
    tell(ActionRevised(action.pk), member, action)
    return action


def _cleaned(wording: Rewording) -> Rewording:
    _must_be_listed(wording.level, Level.values, "level")
    _must_be_listed(wording.strength, Strength.values, "strength")
    _must_be_listed(wording.horizon, Horizon.values, "horizon")
    return replace(
        wording,
        title=clean_line(wording.title, field="title", most=300),
        done_test=clean_line(wording.done_test, field="done_test", most=300),
        if_cue=clean_optional_line(wording.if_cue, field="if_cue", most=300),
        first_step=clean_optional_text(wording.first_step, field="first_step", most=300),
        risk=clean_optional_text(wording.risk, field="risk", most=500),
        plan_goal=clean_optional_line(wording.plan_goal, field="plan_goal", most=200),
    )


def _must_be_listed(value: str, values: list[str], field: str) -> None:
    if value and value not in values:
        raise InvalidInputError(_("Please choose one of the listed values."), field=field)
