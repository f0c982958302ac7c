"""Every address of the API."""

from django.urls import include, path
from drf_spectacular.renderers import OpenApiJsonRenderer
from drf_spectacular.views import SpectacularAPIView

urlpatterns = [
    path(
        "schema/",
        SpectacularAPIView.as_view(renderer_classes=[OpenApiJsonRenderer]),
        name="api_schema",
    ),
    path("", include("partnerships.api.urls")),
    path("", include("reflections.api.urls")),
    path("", include("actions.api.urls")),
    path("", include("reminders.api.urls")),
    path("", include("realtime.api.urls")),
]
