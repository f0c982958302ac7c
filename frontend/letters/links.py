"""Addresses of pages in mail, where no request says where the site is."""

from typing import Any

from django.conf import settings
from django.urls import reverse


def link_to(name: str, *args: Any) -> str:
    """Return the whole address of a page."""
    return f"{settings.SITE_URL.rstrip('/')}{reverse(name, args=args)}"
