"""Where sockets are opened."""

from typing import Any, cast

from channels.auth import AuthMiddlewareStack
from channels.routing import URLRouter
from channels.security.websocket import WebsocketDenier
from django.urls import path, re_path

from realtime.consumers import LiveConsumer
from realtime.origins import SameOriginOnly

# The type of Django's `path` knows views only.
urlpatterns = [
    path("live/", cast("Any", LiveConsumer.as_asgi())),
    # Everywhere else sockets are refused; without this line each attempt would be a fault of ours.
    re_path("", cast("Any", WebsocketDenier.as_asgi())),
]

sockets = SameOriginOnly(AuthMiddlewareStack(URLRouter(urlpatterns)))
