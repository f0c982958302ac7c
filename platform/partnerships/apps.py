"""Partnerships as a Django app."""

from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    """The tenant: partnership, organisations, members, themes."""

    name = "partnerships"
