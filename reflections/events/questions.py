"""What can happen to a learning question."""

from typing import ClassVar

from eventlog.events import DomainEvent


class QuestionAsked(DomainEvent):
    """A question came onto the learning agenda."""

    kind: ClassVar[str] = "question.asked"
    about: ClassVar[str] = "question"


class QuestionReworded(DomainEvent):
    """It says something else now, or says more."""

    kind: ClassVar[str] = "question.reworded"
    about: ClassVar[str] = "question"


class QuestionTalkedAbout(DomainEvent):
    """A session talked about it."""

    kind: ClassVar[str] = "question.talked_about"
    about: ClassVar[str] = "question"


class QuestionAnswered(DomainEvent):
    """Somebody said what one thinks for now."""

    kind: ClassVar[str] = "question.answered"
    about: ClassVar[str] = "question"


class QuestionDoubted(DomainEvent):
    """What one thought does not hold, and why."""

    kind: ClassVar[str] = "question.doubted"
    about: ClassVar[str] = "question"


class QuestionResolved(DomainEvent):
    """What one thought holds."""

    kind: ClassVar[str] = "question.resolved"
    about: ClassVar[str] = "question"


class QuestionDissolved(DomainEvent):
    """It is no longer a question, and why."""

    kind: ClassVar[str] = "question.dissolved"
    about: ClassVar[str] = "question"


class QuestionMerged(DomainEvent):
    """It became part of another question."""

    kind: ClassVar[str] = "question.merged"
    about: ClassVar[str] = "question"


class QuestionReopened(DomainEvent):
    """It is a question again, and why."""

    kind: ClassVar[str] = "question.reopened"
    about: ClassVar[str] = "question"


class DeepDivePlanned(DomainEvent):
    """A session of its own is planned for it, or is not any more."""

    kind: ClassVar[str] = "question.deep_dive"
    about: ClassVar[str] = "question"
