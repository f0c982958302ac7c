"""What the app's own programs find in their environment when the set-up starts them."""

import os

from bootstrap.django_commands import SETTINGS


def django_environment() -> dict[str, str]:
    """The settings to use unless somebody chose others, and output that is seen at once."""
    settings = os.environ.get("DJANGO_SETTINGS_MODULE", SETTINGS)
    return {**os.environ, "DJANGO_SETTINGS_MODULE": settings, "PYTHONUNBUFFERED": "1"}
