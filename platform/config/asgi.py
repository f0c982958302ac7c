"""The application that servers run: HTTP to Django, sockets to realtime."""

import os
import sys

from django.core.asgi import get_asgi_application

# The event loop, the requests and the readers of the hub take turns in one interpreter. With the
# default of 5 ms a change came a third later to a room of 50.
sys.setswitchinterval(0.001)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
http = get_asgi_application()

# Only now: these import models, which need Django to be set up.
from channels.auth import AuthMiddlewareStack  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402

from realtime.origins import SameOriginOnly  # noqa: E402
from realtime.routing import urlpatterns  # noqa: E402

application = ProtocolTypeRouter(
    {
        "http": http,
        "websocket": SameOriginOnly(AuthMiddlewareStack(URLRouter(urlpatterns))),
    }
)
