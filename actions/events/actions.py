"""What can happen to an action."""

from typing import ClassVar

from eventlog.events import DomainEvent


class ActionProposed(DomainEvent):
    """An action was made out of an insight or notes, and its owner asked."""

    kind: ClassVar[str] = "action.proposed"
    about: ClassVar[str] = "action"


class ActionImported(DomainEvent):
    """An action was brought in from a spreadsheet or from minutes."""

    kind: ClassVar[str] = "action.imported"
    about: ClassVar[str] = "action"


class ActionAccepted(DomainEvent):
    """The owner said yes."""

    kind: ClassVar[str] = "action.accepted"
    about: ClassVar[str] = "action"


class YesRecorded(DomainEvent):
    """The owner said yes aloud, and somebody who heard it wrote it down."""

    kind: ClassVar[str] = "action.yes_recorded"
    about: ClassVar[str] = "action"


class ActionDeclined(DomainEvent):
    """The owner said no, and why."""

    kind: ClassVar[str] = "action.declined"
    about: ClassVar[str] = "action"


class ActionOffered(DomainEvent):
    """Somebody else was asked."""

    kind: ClassVar[str] = "action.offered"
    about: ClassVar[str] = "action"


class CheckedIn(DomainEvent):
    """Somebody reported how it goes."""

    kind: ClassVar[str] = "action.checked_in"
    about: ClassVar[str] = "action"


class ActionCompleted(DomainEvent):
    """The owner said that it is done, and what came of it."""

    kind: ClassVar[str] = "action.completed"
    about: ClassVar[str] = "action"


class ActionVerified(DomainEvent):
    """Somebody else looked and confirmed it, or found it not done yet."""

    kind: ClassVar[str] = "action.verified"
    about: ClassVar[str] = "action"


class DueChangeAsked(DomainEvent):
    """Somebody asked for another date, which waits for a programme manager's yes."""

    kind: ClassVar[str] = "action.due_asked"
    about: ClassVar[str] = "action"


class DueChanged(DomainEvent):
    """The action is due on another day now."""

    kind: ClassVar[str] = "action.due_changed"
    about: ClassVar[str] = "action"


class DueChangeRefused(DomainEvent):
    """The date stays as it was, and why."""

    kind: ClassVar[str] = "action.due_refused"
    about: ClassVar[str] = "action"


class DueTakenBack(DomainEvent):
    """Whoever asked for another date wants it no more."""

    kind: ClassVar[str] = "action.due_taken_back"
    about: ClassVar[str] = "action"


class ActionRevised(DomainEvent):
    """It is worded differently, or put at another level."""

    kind: ClassVar[str] = "action.revised"
    about: ClassVar[str] = "action"


class ActionDropped(DomainEvent):
    """Nobody does it any more, and why."""

    kind: ClassVar[str] = "action.dropped"
    about: ClassVar[str] = "action"


class ActionReopened(DomainEvent):
    """It goes on after all, and why."""

    kind: ClassVar[str] = "action.reopened"
    about: ClassVar[str] = "action"


class EffectReviewed(DomainEvent):
    """Somebody looked what came of it."""

    kind: ClassVar[str] = "action.reviewed"
    about: ClassVar[str] = "action"


class ReviewWaived(DomainEvent):
    """Nobody will look what came of it, and why."""

    kind: ClassVar[str] = "action.review_waived"
    about: ClassVar[str] = "action"


class ExampleShared(DomainEvent):
    """Other partnerships of the site can read what was done and what came of it."""

    kind: ClassVar[str] = "action.example_shared"
    about: ClassVar[str] = "action"


class ExampleTakenBack(DomainEvent):
    """They cannot read it any more."""

    kind: ClassVar[str] = "action.example_taken_back"
    about: ClassVar[str] = "action"


class ActionJoinedQuestion(DomainEvent):
    """It is to bring the answer to a learning question closer."""

    kind: ClassVar[str] = "action.joined_question"
    about: ClassVar[str] = "action"


class ActionLeftQuestion(DomainEvent):
    """It does not belong to a learning question any more."""

    kind: ClassVar[str] = "action.left_question"
    about: ClassVar[str] = "action"
