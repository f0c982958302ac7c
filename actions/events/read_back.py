"""What can happen while actions and decisions are read back."""

from typing import ClassVar

from eventlog.events import DomainEvent


class RemarkMade(DomainEvent):
    """Something was read back, or somebody sees it differently."""

    kind: ClassVar[str] = "remark.made"
    about: ClassVar[str] = "remark"
