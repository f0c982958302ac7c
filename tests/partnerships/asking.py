"""How asking others, joining, parting and hiding actions are tried."""

from actions.queries.sight import visible_to
from actions.services.escalation import withdraw_escalation
from actions.services.handover import take_over
from actions.services.people import show_to
from partnerships.models.membership import Membership
from tests import askings, cast
from tests.partnerships.scene import ON_A_SESSION, ON_HERS, Attempt, Probe, Scene


def read_hidden(scene: Scene) -> Attempt:
    """Read an action that is only for those who took part."""
    session = scene.session()
    action = cast.proposed(scene.leader, scene.others["bo"], session)
    show_to(scene.leader, action.pk, visibility="participants")
    return lambda asking: list(visible_to(asking))


def show(scene: Scene) -> Attempt:
    """Say who sees an action."""
    action = cast.proposed(scene.leader, scene.others["bo"], scene.session())
    return lambda asking: show_to(
        asking, action.pk, visibility="public", plain_words="We look at homes"
    )


def hand_over(scene: Scene) -> Attempt:
    """Ask somebody to take an action over."""
    action = cast.accepted(scene.others["ada"], scene.owner)
    return lambda asking: askings.handed(asking, action, scene.others["otto"])


def take(scene: Scene) -> Attempt:
    """Take an action over."""
    action = cast.accepted(scene.others["ada"], scene.others["bo"])
    asked = scene.asking if scene.relation == "own" else scene.others["otto"]
    askings.handed(scene.others["cem"], action, asked)
    return lambda asking: take_over(asking, action.pk)


def ask_above(scene: Scene) -> Attempt:
    """Ask somebody above."""
    action = cast.accepted(scene.others["ada"], scene.owner)
    return lambda asking: askings.raised(asking, action)


def answer_above(scene: Scene) -> Attempt:
    """Answer what was asked."""
    action = cast.accepted(scene.others["ada"], scene.others["bo"])
    asked: Membership = scene.asking if scene.relation == "own" else scene.others["otto"]
    escalation = askings.raised(scene.others["bo"], action, asked)
    return lambda asking: askings.answered(asking, escalation)


def withdraw(scene: Scene) -> Attempt:
    """Need no answer any more."""
    action = cast.accepted(scene.others["ada"], scene.owner)
    escalation = askings.raised(scene.owner, action)
    return lambda asking: withdraw_escalation(asking, action.pk, escalation_id=escalation.pk)


def join(scene: Scene) -> Attempt:
    """Make one action of two."""
    session = scene.session()
    one, other = (cast.proposed(scene.leader, scene.others["bo"], session) for _ in range(2))
    return lambda asking: askings.joined(asking, one, other)


PROBES = {
    "action.read_hidden": Probe(read_hidden, ("nothing", "joined"), reads=True),
    "action.show": Probe(show, ON_A_SESSION),
    "action.hand_over": Probe(hand_over, ON_HERS),
    "action.take_over": Probe(take, ON_HERS),
    "action.escalate": Probe(ask_above, ON_HERS),
    "escalation.answer": Probe(answer_above, ON_HERS),
    "escalation.withdraw": Probe(withdraw, ON_HERS),
    "action.merge": Probe(join, ON_A_SESSION),
}
