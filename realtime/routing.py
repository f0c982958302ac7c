"""Where sockets are opened."""

from typing import Any, cast

from django.urls import path

from realtime.consumers import LiveConsumer

# The type of Django's `path` knows views only.
urlpatterns = [path("live/", cast("Any", LiveConsumer.as_asgi()))]
