"""A round of whoever advises several partnerships, begun yesterday and not finished."""

from datetime import timedelta
from uuid import uuid4

from accounts.models import Person
from accounts.queries import demonstration_people
from actions.queries.narrowing import LogFilter
from actions.queries.workbench import advised_by, follow_up_page
from actions.services.rounds import keep_typed, pass_over, start_round
from actions.states import UNDER_WAY
from kernel.clock import at, now

SEVERAL = 2
TYPED = {"claim": "moving", "text": "Back from leave on Monday; rings me in the afternoon."}


def begin_rounds() -> None:
    """Let each advisor of several partnerships be in the middle of a round."""
    for person in demonstration_people():
        if len(advised_by(person)) >= SEVERAL:
            with at(now() - timedelta(days=1)):
                _begin(person)


def _begin(person: Person) -> None:
    lines = follow_up_page(person, LogFilter()).lines
    ids = [line.action.id for line in lines if line.action.state in UNDER_WAY]
    made = start_round(person, round_id=uuid4(), action_ids=ids)
    pass_over(person, made.pk, ids[0])
    keep_typed(person, made.pk, ids[1], typed=TYPED)
