"""The application that servers run: HTTP to Django, sockets to realtime."""

import gc
import os
import sys

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application
from django.urls import get_resolver
from django.utils.module_loading import import_string

# The event loop, the requests and the readers of the hub take turns in one interpreter. With the
# default of 5 ms a change came a third later to a room of 50.
sys.setswitchinterval(0.001)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
http = get_asgi_application()

application = ProtocolTypeRouter(
    # The sockets need models, which are there only once Django is set up.
    {"http": http, "websocket": import_string("realtime.routing.sockets")}
)

# Everything that stays is here now: without this, looking through it for garbage held up one
# request in five for 200 ms.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
