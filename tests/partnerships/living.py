"""How the later life of an action is tried: another date, its end, a look at its effect."""

from uuid import uuid4

from actions.queries.narrowing import LogFilter
from actions.services.commitment import record_yes
from actions.services.dates import agree_on_date
from actions.services.ending import Look, drop_action, reopen_action, review_effect, waive_review
from actions.services.progress import complete_action, verify_action
from actions.services.revision import set_level
from actions.services.saved_views import ViewToKeep, keep_view
from reminders.services.ladder import stop_reminders
from tests import cast, lives
from tests.partnerships.scene import Attempt, Scene


def hear_a_yes(scene: Scene) -> Attempt:
    """Write down a yes on an action of the session."""
    action = cast.proposed(scene.leader, scene.others["bo"], scene.session())
    return lambda asking: record_yes(asking, action.pk)


def move_the_date(scene: Scene) -> Attempt:
    """Ask for another date."""
    action = cast.accepted(scene.others["ada"], scene.owner)
    return lambda asking: lives.moved(asking, action)


def agree_on_a_date(scene: Scene) -> Attempt:
    """Say yes to the date that the advisor asks for."""
    action = cast.accepted(scene.others["ada"], scene.others["bo"])
    change = lives.moved(scene.others["dag"], action)
    return lambda asking: agree_on_date(asking, action.pk, change_id=change.pk)


def drop(scene: Scene) -> Attempt:
    """Drop an action of the session."""
    action = cast.proposed(scene.leader, scene.others["bo"], scene.session())
    return lambda asking: drop_action(asking, action.pk, reason="The flats are sold")


def _confirmed(scene: Scene):
    others = scene.others
    return lives.confirmed(others["ada"], others["bo"], others["dag"])


def look_at_the_effect(scene: Scene) -> Attempt:
    """Say what came of a confirmed action."""
    action = _confirmed(scene)
    look = Look(effect="helped", evidence="Nobody fell this winter")
    return lambda asking: review_effect(asking, action.pk, review_id=uuid4(), look=look)


def finish_without_a_look(scene: Scene) -> Attempt:
    """Finish a confirmed action."""
    action = _confirmed(scene)
    return lambda asking: waive_review(asking, action.pk, reason="It was a single letter")


def stop_the_reminders(scene: Scene) -> Attempt:
    """Stop that others hear of an action that is late."""
    action = cast.accepted(scene.others["ada"], scene.owner)
    lives.made_late(action)
    return lambda asking: stop_reminders(asking, action.pk, reason="She is back in March")


def reopen(scene: Scene) -> Attempt:
    """Open a finished action again."""
    action = _confirmed(scene)
    waive_review(scene.others["cem"], action.pk, reason="It was a single letter")
    return lambda asking: reopen_action(asking, action.pk, reason="The rugs are back")


def reword(scene: Scene) -> Attempt:
    """Word an action differently."""
    action = cast.accepted(scene.others["ada"], scene.owner)
    return lambda asking: set_level(asking, action.pk, level="meso")


def keep_a_view(scene: Scene) -> Attempt:
    """Keep a view of the log for oneself."""
    view = ViewToKeep(name="Late", wanted=LogFilter(flag="overdue"))
    return lambda asking: keep_view(asking, view_id=uuid4(), view=view)


def keep_a_view_for_everybody(scene: Scene) -> Attempt:
    """Keep a view of the log for everybody."""
    view = ViewToKeep(name="Late", wanted=LogFilter(flag="overdue"), is_shared=True)
    return lambda asking: keep_view(asking, view_id=uuid4(), view=view)


def complete(scene: Scene) -> Attempt:
    """Say that an action is done."""
    action = cast.accepted(scene.others["ada"], scene.owner)
    return lambda asking: complete_action(asking, action.pk, outcome="40 homes were checked")


def check_in(scene: Scene) -> Attempt:
    """Report how an action goes."""
    action = cast.accepted(scene.others["ada"], scene.owner)
    return lambda asking: cast.reported(asking, action)


def verify(scene: Scene) -> Attempt:
    """Confirm that an action is done."""
    action = cast.done(scene.others["ada"], scene.others["bo"])
    return lambda asking: verify_action(asking, action.pk)
