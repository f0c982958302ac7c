"""The action log as a Django app."""

from django.apps import AppConfig


class ActionsConfig(AppConfig):
    """Actions, where they came from, and what became of them."""

    name = "actions"
