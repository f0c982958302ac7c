"""Reflections as a Django app."""

from django.apps import AppConfig


class ReflectionsConfig(AppConfig):
    """Reflection sessions, their notes and insights."""

    name = "reflections"
