"""What happens with one action after its session."""

from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID, uuid4

from actions.models.action import Visibility
from actions.models.asking import Escalation
from actions.queries.log import actions_of
from actions.services.advisor_notes import write_advisor_note
from actions.services.asking import ask_owner
from actions.services.commitment import accept_action, decline_action, offer_action
from actions.services.dates import change_due
from actions.services.ending import Look, drop_action, review_effect
from actions.services.escalation import Question, answer_escalation, escalate
from actions.services.evidence import add_evidence
from actions.services.examples import ExampleWording, share_example
from actions.services.handover import ask_to_take_over
from actions.services.merging import merge_actions, split_action
from actions.services.people import set_people, show_to
from actions.services.progress import (
    Report,
    check_in,
    complete_action,
    find_not_done_yet,
    verify_action,
)
from actions.services.translation import ActionWording
from frontend.demonstration.memory import Memory, Move
from frontend.demonstration.story import ActionPart, StepPart
from partnerships.models.membership import Membership

# Steps of one action on the same day keep their order, those of different actions their distance.
BETWEEN_STEPS = 50
BETWEEN_ACTIONS = 13


def follow_up_of(
    action: ActionPart, action_id: UUID, memory: Memory, *, place: int
) -> Iterator[Move]:
    """Return what people did with it, in order; *place* is its number in the session."""
    for number, step in enumerate(action.steps):
        minutes = number * BETWEEN_STEPS + place * BETWEEN_ACTIONS
        at = memory.calendar.moment(step.day, "09:10", minutes=minutes)
        yield Move(at, partial(_take, step, action_id, memory))


def _take(step: StepPart, action_id: UUID, memory: Memory) -> None:
    STEPS[step.does](memory.members[step.by], action_id, step, memory)


def _accept(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    accept_action(member, action_id)


def _decline(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    decline_action(member, action_id, reason=step.text)


def _offer(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    offer_action(member, action_id, owner_id=memory.members[step.to].pk)


def _report(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    report = Report(
        claim=step.claim,
        text=step.text,
        channel=step.channel,
        confidence=step.confidence,
        blocker=step.blocker,
        barrier=step.barrier,
        next_step=step.next_step,
        who_must_know=step.who_must_know,
        next_check_in=None if step.next_day is None else memory.calendar.day(step.next_day),
    )
    check_in(member, action_id, check_in_id=uuid4(), report=report)


def _ask(member: Membership, action_id: UUID, _step: StepPart, _memory: Memory) -> None:
    ask_owner(member, action_id)


def _note(member: Membership, action_id: UUID, step: StepPart, _memory: Memory) -> None:
    write_advisor_note(
        member,
        action_id,
        advisor_note_id=uuid4(),
        text=step.text,
        confidentiality=step.readers,
    )


def _move(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    due = memory.calendar.day(step.next_day or 0)
    change_due(member, action_id, change_id=uuid4(), due=due, reason=step.text)


def _drop(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    drop_action(member, action_id, reason=step.text)


def _look(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    look = Look(
        effect=step.effect,
        evidence=step.text,
        lesson=step.lesson,
        again_on=None if step.next_day is None else memory.calendar.day(step.next_day),
        next_step=step.follows,
        session_id=memory.sessions[step.into] if step.into else None,
        question=step.asks,
    )
    review_effect(member, action_id, review_id=uuid4(), look=look)


def _share(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    words = ExampleWording(what=step.text, came_of_it=step.came, lesson=step.lesson)
    share_example(member, action_id, example_id=uuid4(), wording=words)


def _complete(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    complete_action(member, action_id, outcome=step.text)


def _confirm(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    verify_action(member, action_id)


def _not_yet(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    find_not_done_yet(member, action_id, check_in_id=uuid4(), text=step.text)


def _people(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    sponsor = memory.members[step.sponsor].pk if step.sponsor else None
    set_people(member, action_id, helper_ids=[memory.members[step.to].pk], sponsor_id=sponsor)


def _evidence(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    add_evidence(member, action_id, evidence_id=uuid4(), text=step.text)


def _show(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    show_to(member, action_id, visibility=Visibility.PUBLIC, plain_words=step.text)


def _hand_over(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    to_id = memory.members[step.to].pk
    ask_to_take_over(member, action_id, handover_id=uuid4(), to_id=to_id, reason=step.text)


def _raise(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    answer_by = memory.calendar.day(step.next_day or 0)
    question = Question(ask=step.text, answer_by=answer_by, forum=step.forum)
    escalate(member, action_id, escalation_id=uuid4(), question=question)


def _reply(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    """Write down what was answered to the question that waits."""
    waiting = Escalation.objects.get(action=action_id, ended_at=None)
    answer_escalation(member, action_id, escalation_id=waiting.pk, answer=step.text)


def _split(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    wording = ActionWording(
        title=step.text,
        owner_id=memory.members[step.to].pk,
        due=memory.calendar.day(step.next_day or 0),
        done_test=step.next_step,
    )
    split_action(member, action_id, part_id=uuid4(), wording=wording)


def _join(member: Membership, action_id: UUID, step: StepPart, memory: Memory) -> None:
    """Take back in what was parted from the action last."""
    taken = actions_of(member).filter(split_from=action_id).order_by("number").last()
    if taken:
        merge_actions(member, action_id, taken_id=taken.pk, reason=step.text)


STEPS: dict[str, Callable[[Membership, UUID, StepPart, Memory], None]] = {
    "accept": _accept,
    "decline": _decline,
    "offer": _offer,
    "report": _report,
    "complete": _complete,
    "confirm": _confirm,
    "not_yet": _not_yet,
    "move": _move,
    "drop": _drop,
    "look": _look,
    "share": _share,
    "ask": _ask,
    "note": _note,
    "people": _people,
    "evidence": _evidence,
    "show": _show,
    "hand_over": _hand_over,
    "raise": _raise,
    "reply": _reply,
    "split": _split,
    "join": _join,
}
