"""Live updates as a Django app."""

from django.apps import AppConfig


class RealtimeConfig(AppConfig):
    """Keeping open browsers up to date."""

    name = "realtime"
