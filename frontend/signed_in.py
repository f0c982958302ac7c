"""The request of somebody who is signed in, and of a member inside a partnership."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from accounts.models import Person
from partnerships.models.membership import Membership
from partnerships.queries import membership_in


class SignedInRequest(HttpRequest):
    """What views behind `login_required` get."""

    user: Person


class MemberRequest(SignedInRequest):
    """What views behind `for_members` get."""

    member: Membership


def for_members(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Hand the page over with the reader's membership; a partnership of others answers 404.

    Hours on it are those of the partnership's zone. Takes the partnership's `slug` out of the
    address, so that views do not see it.
    """

    @wraps(view)
    def inside(request: HttpRequest, *, slug: str, **rest: Any) -> HttpResponse:
        asked = cast("MemberRequest", request)
        asked.member = membership_in(asked.user, slug=slug)
        with timezone.override(asked.member.partnership.time_zone):
            return view(asked, **rest)

    return login_required(inside)
