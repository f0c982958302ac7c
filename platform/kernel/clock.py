"""The only clock: everybody asks here, so that tests can move it."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """Return this moment, with its zone."""
    return timezone.now()


def today() -> date:
    """Return the day in the current time zone."""
    return timezone.localdate()
