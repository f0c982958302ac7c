"""What every page may use besides its own values."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from frontend.demonstration_people import DemonstrationPlace, demonstration_places
from frontend.navigation import navigation_for


def page(request: HttpRequest) -> dict[str, Any]:
    """Give navigation and the people of the demonstration, each only worked out when shown."""
    return {
        "demonstration": settings.DEMONSTRATION,
        "demonstration_places": SimpleLazyObject(_places_to_try),
        "navigation": SimpleLazyObject(lambda: navigation_for(request)),
    }


def _places_to_try() -> list[DemonstrationPlace]:
    return demonstration_places() if settings.DEMONSTRATION else []
