"""What the product is compared with: a broadcast of the `websockets` library and nothing else.

Whoever publishes sends a frame once, then an empty message each time that it shall go out.
"""

import asyncio
import sys

from websockets.asyncio.server import ServerConnection, broadcast, serve

PUBLISHER = "/publish"


async def main(port: int) -> None:
    """Serve until killed."""
    listeners: set[ServerConnection] = set()

    async def handle(socket: ServerConnection) -> None:
        if socket.request is None or socket.request.path != PUBLISHER:
            listeners.add(socket)
            await socket.wait_closed()
            listeners.discard(socket)
            return
        frame = ""
        async for message in socket:
            if message:
                frame = str(message)
            else:
                broadcast(listeners, frame)

    async with serve(handle, "127.0.0.1", port, compression=None):
        await asyncio.get_running_loop().create_future()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
