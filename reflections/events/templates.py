"""What can happen to a template of the partnership's own. A draft is nobody else's business."""

from typing import ClassVar

from eventlog.events import DomainEvent


class TemplateShared(DomainEvent):
    """The partnership can use a template, for the first time or again."""

    kind: ClassVar[str] = "template.shared"
    about: ClassVar[str] = "template"


class TemplateChanged(DomainEvent):
    """A shared template has a new version."""

    kind: ClassVar[str] = "template.changed"
    about: ClassVar[str] = "template"


class TemplateRetired(DomainEvent):
    """A template is not offered for new sessions any more."""

    kind: ClassVar[str] = "template.retired"
    about: ClassVar[str] = "template"
