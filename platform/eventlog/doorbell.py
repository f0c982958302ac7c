"""The only sender to the channel layer: it says that a stream moved, and nothing more."""

import logging

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

logger = logging.getLogger(__name__)

# One group for all processes: each hub sorts out whether somebody here follows the stream.
GROUP = "doorbell"


def ring(stream: str, head: int) -> None:
    """Tell every process that *stream* has come to *head*.

    May be lost without harm: hubs look for themselves every second. It never raises, so that a
    dead Redis cannot turn a committed write into an error.
    """
    message = {"type": "stream.moved", "stream": stream, "head": head}
    layer = get_channel_layer()
    if layer is None:
        return
    try:
        async_to_sync(layer.group_send)(GROUP, message)
    except Exception:
        logger.warning("doorbell for %s was not heard", stream, exc_info=True)
