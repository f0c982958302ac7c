"""A session on an evening in March, and its pages for whoever reads them."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.urls import reverse

from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession
from tests import cast
from tests.frontend_app.pages import signed_in, text_of

START = datetime(2027, 3, 2, 19, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))


def planned(member: Membership) -> ReflectionSession:
    session = cast.plan(member)
    session.refresh_from_db()
    end = START + timedelta(minutes=95)
    return cast.change(member, session, starts_at=START, ends_at=end)


def url_of(name: str, session: ReflectionSession, *more: object) -> str:
    return reverse(name, args=[session.partnership.slug, session.pk, *more])


def get(member: Membership, name: str, session: ReflectionSession, *more: object) -> HttpResponse:
    return signed_in(member.person).get(url_of(name, session, *more))


def post(
    member: Membership, name: str, session: ReflectionSession, *more: object, **said: Any
) -> HttpResponse:
    return signed_in(member.person).post(url_of(name, session, *more), said)


def read(member: Membership, name: str, session: ReflectionSession, *more: object) -> str:
    answer = get(member, name, session, *more)
    assert answer.status_code == 200, answer.status_code
    return text_of(answer)
