"""What can happen between a learning question and actions."""

from typing import ClassVar

from eventlog.events import DomainEvent


class ActionJoinedQuestion(DomainEvent):
    """An action is to bring an answer closer."""

    kind: ClassVar[str] = "question.action_joined"
    about: ClassVar[str] = "question"


class ActionLeftQuestion(DomainEvent):
    """An action does not belong to it any more."""

    kind: ClassVar[str] = "question.action_left"
    about: ClassVar[str] = "question"
