"""The main navigation: where one can go from here."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Link:
    """One entry; `current` is "page" on that page itself, "true" on pages under it."""

    title: str
    url: str
    current: str = ""


@dataclass(frozen=True)
class Navigation:
    """The entries, and the partnership that they belong to if any."""

    links: list[Link]
    place: str = ""


def navigation_for(request: HttpRequest) -> Navigation | None:
    """Return the navigation of a signed-in person; visitors have none."""
    if not request.user.is_authenticated:
        return None
    return Navigation(links=[link(request, _("My partnerships"), reverse("home"))])


def link(request: HttpRequest, title: str, url: str) -> Link:
    """Make one entry, marked when it leads to where the reader is."""
    is_under = url != "/" and request.path.startswith(url)
    current = "page" if request.path == url else "true" if is_under else ""
    return Link(title=title, url=url, current=current)
