"""What can happen in a partnership."""

from typing import ClassVar

from eventlog.events import DomainEvent


class MemberJoined(DomainEvent):
    """Somebody became a member."""

    kind: ClassVar[str] = "member.joined"
    about: ClassVar[str] = "member"


class MemberChanged(DomainEvent):
    """A member's roles, organisation or mandate changed."""

    kind: ClassVar[str] = "member.changed"
    about: ClassVar[str] = "member"


class MemberLeft(DomainEvent):
    """A membership ended."""

    kind: ClassVar[str] = "member.left"
    about: ClassVar[str] = "member"


class ThemeAdded(DomainEvent):
    """The partnership took up a theme."""

    kind: ClassVar[str] = "theme.added"
    about: ClassVar[str] = "theme"


class SettingsChanged(DomainEvent):
    """The partnership decided anew about its zone, its periods or who belongs at the table."""

    kind: ClassVar[str] = "settings.changed"
    about: ClassVar[str] = "settings"
