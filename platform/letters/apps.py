"""Letters as a Django app."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """Mail to people, each letter once."""

    name = "letters"
