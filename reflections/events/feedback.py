"""What can happen to feedback."""

from typing import ClassVar

from eventlog.events import DomainEvent


class FeedbackDrafted(DomainEvent):
    """An answer to contributors was worded or reworded, or a day promised for it."""

    kind: ClassVar[str] = "feedback.drafted"
    about: ClassVar[str] = "feedback"


class FeedbackPublished(DomainEvent):
    """Contributors can read an answer."""

    kind: ClassVar[str] = "feedback.published"
    about: ClassVar[str] = "feedback"
