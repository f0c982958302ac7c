"""Reminders as a Django app."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """What asks something of somebody, and how she hears of it."""

    name = "reminders"
