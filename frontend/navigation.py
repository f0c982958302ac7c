"""The main navigation: where one can go from here."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from eventlog.events import person_stream
from partnerships.models.membership import Membership
from partnerships.permissions import Role
from partnerships.queries import memberships_of
from reminders.queries.inbox import unread_count


@dataclass(frozen=True)
class Link:
    """One entry; `current` is "page" on that page itself, "true" on pages under it."""

    title: str
    url: str
    current: str = ""


@dataclass(frozen=True)
class Inbox:
    """The way to what asks something of one: how much of it is unread, and where news of it comes."""

    link: Link
    unread: int
    stream: str


@dataclass(frozen=True)
class Navigation:
    """What is one's own, and inside a partnership (`place`) the pages of that."""

    links: list[Link]
    inbox: Inbox
    place: str = ""
    place_links: tuple[Link, ...] = ()


def navigation_for(request: HttpRequest) -> Navigation | None:
    """Return the navigation of a signed-in person; visitors have none."""
    if not hasattr(request, "user"):  # refused before anybody asked who it is: a wrong Host
        return None
    if not request.user.is_authenticated:
        return None
    links = [
        link(request, _("Today"), reverse("home")),
        link(request, _("My actions"), reverse("my_actions")),
        link(request, _("My input"), reverse("my_input")),
    ]
    if any(Role.TRUSTED_ADVISOR in member.roles for member in memberships_of(request.user)):
        links.append(link(request, _("Follow-up"), reverse("follow_up")))
    inbox = Inbox(
        link=link(request, _("Inbox"), reverse("inbox")),
        unread=unread_count(request.user),
        stream=person_stream(request.user.pk),
    )
    member: Membership | None = getattr(request, "member", None)
    if member is None:
        return Navigation(links=links, inbox=inbox)
    return Navigation(
        links=links,
        inbox=inbox,
        place=member.partnership.name,
        place_links=tuple(_pages_of(request, member)),
    )


def link(request: HttpRequest, title: str, url: str, *, under: bool = True) -> Link:
    """Make one entry, marked when it leads to where the reader is or, with *under*, above it."""
    is_under = under and url != "/" and request.path.startswith(url)
    current = "page" if request.path == url else "true" if is_under else ""
    return Link(title=title, url=url, current=current)


def _pages_of(request: HttpRequest, member: Membership) -> Iterator[Link]:
    slug = member.partnership.slug
    yield link(request, _("Overview"), reverse("partnership", args=[slug]), under=False)
    yield link(request, _("Sessions"), reverse("sessions", args=[slug]))
    yield link(request, _("Actions"), reverse("actions", args=[slug]))
    yield link(request, _("Decisions"), reverse("decisions", args=[slug]))
    yield link(request, _("Questions"), reverse("questions", args=[slug]))
    yield link(request, _("Figures"), reverse("indicators", args=[slug]))
    yield link(request, _("Examples"), reverse("examples", args=[slug]))
    if member.may("member.list"):
        yield link(request, _("People"), reverse("members", args=[slug]))
