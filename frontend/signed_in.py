"""The request of somebody who is signed in."""

from django.http import HttpRequest

from accounts.models import Person


class SignedInRequest(HttpRequest):
    """What views behind `login_required` get."""

    user: Person
