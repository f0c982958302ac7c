"""Django finds models only through this module; everybody else imports from where a thing is."""

from reminders.models.feed import CalendarFeed
from reminders.models.ladder import LadderStep
from reminders.models.link import LinkAnswer
from reminders.models.look import Look
from reminders.models.notice import Mailing, Notice
from reminders.models.wish import MailTimes, Wish

__all__ = [
    "CalendarFeed",
    "LadderStep",
    "LinkAnswer",
    "Look",
    "MailTimes",
    "Mailing",
    "Notice",
    "Wish",
]
