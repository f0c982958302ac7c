"""The event log as a Django app."""

from django.apps import AppConfig


class EventlogConfig(AppConfig):
    """What happened, in order."""

    name = "eventlog"
    default_auto_field = "django.db.models.BigAutoField"
