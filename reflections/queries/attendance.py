"""Who took part, by group of stakeholders: never so finely that one could tell who somebody is."""

from collections import Counter
from dataclasses import dataclass

from reflections.models.participant import Participant, ParticipantState
from reflections.queries.board import BoardView

# Fewer than these are not counted apart: in a group of three everybody knows who the third is.
SMALLEST_GROUP = 5


@dataclass(frozen=True)
class Attendance:
    """How many took part, how many of each group that is large enough, and who else was there."""

    total: int
    counted: dict[str, int]
    others: list[str]


def attendance_of(view: BoardView) -> Attendance:
    """Count who took part in the session.

    The groups that are too small are only named. When there are so few in them together that one
    could count them by taking the others off the total, the smallest of the others is not counted
    either.
    """
    present = Participant.objects.filter(
        session=view.session_id, state=ParticipantState.JOINED, is_observer=False
    )
    found = Counter(present.values_list("group", flat=True))
    counted = {group: count for group, count in found.items() if group and count >= SMALLEST_GROUP}
    while counted and 0 < found.total() - sum(counted.values()) < SMALLEST_GROUP:
        del counted[min(counted, key=counted.__getitem__)]
    return Attendance(
        total=found.total(),
        counted=dict(sorted(counted.items())),
        others=sorted(group for group in found if group and group not in counted),
    )
