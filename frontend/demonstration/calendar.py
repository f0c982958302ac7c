"""Days and hours of a story as dates of now."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

FRIDAY = 5


@dataclass(frozen=True)
class Calendar:
    """Counts days from the moment at which a story is told."""

    now: datetime

    def day(self, number: int) -> date:
        """Return the day that many days from today; of a weekend, the Friday before."""
        day = timezone.localdate(self.now) + timedelta(days=number)
        return day - timedelta(days=max(0, day.isoweekday() - FRIDAY))

    def moment(self, number: int, clock: str, *, minutes: float = 0) -> datetime:
        """Return the moment on that day, some minutes after that hour here."""
        start = datetime.combine(self.day(number), time.fromisoformat(clock))
        return timezone.make_aware(start) + timedelta(minutes=minutes)
