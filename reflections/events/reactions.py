"""What can happen to feedback after it was published."""

from typing import ClassVar

from eventlog.events import DomainEvent


class FeedbackReacted(DomainEvent):
    """Somebody whose note it is about said that it helps, or that it does not answer her."""

    kind: ClassVar[str] = "feedback.reacted"
    about: ClassVar[str] = "feedback"
