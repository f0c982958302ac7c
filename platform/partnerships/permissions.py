"""Who may do what: one table of data, read by the policies and, cell by cell, by the tests."""

from enum import Enum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a member does in a partnership; one member may have several."""

    PROGRAMME_MANAGER = "programme_manager", _("programme manager")
    FACILITATOR = "facilitator", _("facilitator")
    TRUSTED_ADVISOR = "trusted_advisor", _("trusted advisor")
    CITIZEN_REPRESENTATIVE = "citizen_representative", _("citizen representative")
    DATA_SCIENTIST = "data_scientist", _("data scientist")
    MEMBER = "member", _("member")


class Reach(Enum):
    """How far a permission goes."""

    ALL = "all"  # everywhere in the partnership
    JOINED = "joined"  # in sessions that the member has joined
    OWN = "own"  # on what is hers: the session she facilitates, the note she wrote, the action she owns
    NONE = "none"


ALL, JOI, OWN, NON = Reach.ALL, Reach.JOINED, Reach.OWN, Reach.NONE

COLUMNS = (
    Role.PROGRAMME_MANAGER,
    Role.FACILITATOR,
    Role.TRUSTED_ADVISOR,
    Role.CITIZEN_REPRESENTATIVE,
    Role.DATA_SCIENTIST,
    Role.MEMBER,
)

# fmt: off
TABLE: dict[str, tuple[Reach, ...]] = {
    #                        PM   FA   TA   CR   DS   ME
    "partnership.read":     (ALL, ALL, ALL, ALL, ALL, ALL),
    "member.list":          (ALL, ALL, ALL, ALL, NON, NON),
    "member.read_address":  (ALL, NON, NON, NON, NON, NON),
    "member.manage":        (ALL, NON, NON, NON, NON, NON),
    "theme.manage":         (ALL, NON, NON, NON, NON, NON),
    "template.read":        (ALL, ALL, ALL, ALL, ALL, ALL),
    "template.manage":      (ALL, ALL, NON, NON, NON, NON),
    "settings.change":      (ALL, NON, NON, NON, NON, NON),
    "webhook.manage":       (ALL, NON, NON, NON, NON, NON),
    "session.plan":         (ALL, ALL, NON, NON, NON, NON),
    "session.run":          (ALL, OWN, NON, NON, NON, NON),
    "session.appoint":      (ALL, OWN, NON, NON, NON, NON),
    "session.join":         (ALL, ALL, ALL, ALL, ALL, ALL),
    "session.admit":        (ALL, OWN, NON, NON, NON, NON),
    "session.read_board":   (JOI, JOI, JOI, JOI, JOI, JOI),
    "session.read_closed":  (ALL, JOI, JOI, ALL, JOI, JOI),
    "session.export":       (ALL, OWN, NON, NON, NON, NON),
    "session.invite":       (ALL, OWN, NON, NON, NON, NON),
    "invitation.answer":    (OWN, OWN, OWN, OWN, OWN, OWN),
    "needs.read":           (ALL, OWN, NON, NON, NON, NON),
    "data_item.change":     (ALL, OWN, NON, NON, ALL, NON),
    "note.add":             (JOI, JOI, JOI, JOI, JOI, JOI),
    "note.change":          (OWN, OWN, OWN, OWN, OWN, OWN),
    "note.withhold":        (ALL, OWN, NON, NON, NON, NON),
    "note.import":          (ALL, OWN, NON, NON, NON, NON),
    "note.reveal":          (ALL, OWN, NON, NON, NON, NON),
    "group.change":         (ALL, OWN, NON, NON, NON, NON),
    "vote.cast":            (JOI, JOI, JOI, JOI, JOI, JOI),
    "vote.enter_for_room":  (ALL, OWN, NON, NON, NON, NON),
    "topic.signal":         (JOI, JOI, JOI, JOI, JOI, JOI),
    "comment.add":          (JOI, JOI, JOI, JOI, JOI, JOI),
    "comment.change":       (OWN, OWN, OWN, OWN, OWN, OWN),
    "minutes.write":        (ALL, OWN, OWN, OWN, OWN, OWN),
    "insight.draft":        (ALL, OWN, NON, NON, NON, NON),
    "insight.read_draft":   (ALL, OWN, ALL, NON, NON, NON),
    "insight.read":         (ALL, ALL, ALL, ALL, ALL, ALL),
    "insight.dispose":      (ALL, OWN, NON, NON, NON, NON),
    "insight.compare":      (ALL, OWN, NON, NON, NON, NON),
    "feedback.draft":       (ALL, OWN, NON, NON, NON, NON),
    "feedback.preview":     (ALL, OWN, NON, ALL, NON, NON),
    "feedback.publish":     (ALL, NON, NON, NON, NON, NON),
    "feedback.react":       (OWN, OWN, OWN, OWN, OWN, OWN),
    "question.read":        (ALL, ALL, ALL, ALL, ALL, ALL),
    "question.answer":      (ALL, ALL, ALL, ALL, ALL, ALL),
    "question.keep":        (ALL, ALL, ALL, NON, NON, NON),
    "insight.send_up":      (ALL, OWN, NON, NON, NON, NON),
    "region.reply":         (ALL, OWN, NON, NON, NON, NON),
    "action.read":          (ALL, ALL, ALL, ALL, ALL, ALL),
    "action.propose":       (ALL, OWN, NON, NON, NON, NON),
    "action.import":        (ALL, NON, NON, NON, NON, NON),
    "action.from_minutes":  (ALL, ALL, NON, NON, NON, NON),
    "action.answer":        (OWN, OWN, OWN, OWN, OWN, OWN),
    "action.offer":         (ALL, OWN, NON, NON, NON, NON),
    "action.complete":      (ALL, OWN, OWN, OWN, OWN, OWN),
    "action.check_in":      (ALL, OWN, ALL, OWN, OWN, OWN),
    "action.verify":        (ALL, NON, ALL, ALL, NON, NON),
    "action.record_yes":    (ALL, OWN, NON, NON, NON, NON),
    "action.change_due":    (ALL, OWN, ALL, OWN, OWN, OWN),
    "action.agree_due":     (ALL, NON, NON, NON, NON, NON),
    "action.read_hidden":   (ALL, JOI, JOI, JOI, JOI, JOI),
    "action.show":          (ALL, OWN, NON, NON, NON, NON),
    "action.hand_over":     (ALL, OWN, OWN, OWN, OWN, OWN),
    "action.take_over":     (OWN, OWN, OWN, OWN, OWN, OWN),
    "action.escalate":      (ALL, OWN, ALL, OWN, OWN, OWN),
    "escalation.answer":    (ALL, OWN, OWN, OWN, OWN, OWN),
    "escalation.withdraw":  (ALL, OWN, OWN, OWN, OWN, OWN),
    "action.merge":         (ALL, OWN, NON, NON, NON, NON),
    "action.revise":        (ALL, OWN, OWN, OWN, OWN, OWN),
    "action.drop":          (ALL, OWN, NON, NON, NON, NON),
    "action.review":        (ALL, NON, ALL, ALL, ALL, NON),
    "action.waive_review":  (ALL, NON, NON, NON, NON, NON),
    "action.reopen":        (ALL, NON, ALL, NON, NON, NON),
    "action.ask_owner":     (ALL, NON, ALL, NON, NON, NON),
    "advisor_note.write":   (NON, NON, ALL, NON, NON, NON),
    "advisor_note.confided": (ALL, NON, OWN, NON, NON, NON),
    "saved_view.keep":      (ALL, ALL, ALL, ALL, ALL, ALL),
    "saved_view.share":     (ALL, NON, NON, NON, NON, NON),
    "example.read":         (ALL, ALL, ALL, ALL, ALL, ALL),
    "example.share":        (ALL, NON, NON, NON, NON, NON),
    "action.stop_ladder":   (ALL, OWN, ALL, OWN, OWN, OWN),
    "decision.read":        (ALL, ALL, ALL, ALL, ALL, ALL),
    "decision.record":      (ALL, OWN, NON, NON, NON, NON),
    "indicators.read":      (ALL, ALL, ALL, ALL, ALL, ALL),
    "read_back.lead":       (ALL, OWN, NON, NON, NON, NON),
    "read_back.dissent":    (JOI, JOI, JOI, JOI, JOI, JOI),
}
# fmt: on

# What guests may do, who joined a session by its link or code and have no account; nothing else.
GUESTS: dict[str, Reach] = {
    "session.read_board": JOI,
    "session.read_closed": JOI,
    "note.add": JOI,
    "note.change": OWN,
    "vote.cast": JOI,
    "topic.signal": JOI,
    "comment.add": JOI,
    "comment.change": OWN,
    "minutes.write": OWN,
    "read_back.dissent": JOI,
    "feedback.react": OWN,
}

# What remains, of what their role would allow in a session, to those who joined only to look on.
OBSERVERS = {"session.read_board", "session.read_closed"}


def reaches(roles: list[str], permission: str) -> set[Reach]:
    """Return how far *permission* goes for somebody with these roles; roles add up.

    Raises KeyError for a permission that is not in the table.
    """
    row = TABLE[permission]
    return {reach for role, reach in zip(COLUMNS, row, strict=True) if role in roles} - {Reach.NONE}


def guests_may(permission: str, *, own: bool = False) -> bool:
    """Say whether guests may do it in the session that they joined, on what is their *own*.

    Raises KeyError for a permission that is not in the table.
    """
    reach = GUESTS.get(permission, Reach.NONE) if TABLE[permission] else Reach.NONE
    return reach is Reach.JOINED or (own and reach is Reach.OWN)
