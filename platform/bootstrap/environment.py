"""What the app's own programs find in their environment when the set-up starts them."""

import os
from collections.abc import MutableMapping

from bootstrap.django_commands import SETTINGS
from bootstrap.places import CACHE


def django_environment() -> dict[str, str]:
    """The settings to use unless somebody chose others, and output that is seen at once."""
    settings = os.environ.get("DJANGO_SETTINGS_MODULE", SETTINGS)
    return {**os.environ, "DJANGO_SETTINGS_MODULE": settings, "PYTHONUNBUFFERED": "1"}


def keep_bytecode(environment: MutableMapping[str, str]) -> None:
    """Let those who want no bytecode beside the code have it in the cache.

    Dozens of programs are started, and each would spend seconds on compiling what it imports.
    """
    if environment.pop("PYTHONDONTWRITEBYTECODE", ""):
        environment.setdefault("PYTHONPYCACHEPREFIX", str(CACHE / "bytecode"))
