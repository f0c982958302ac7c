"""A mail server of this machine, at which workers meet, and die at a moment that a test names."""

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from subprocess import Popen

from aiosmtpd.controller import Controller

from tests.servers import free_port

PATIENCE = 60.0  # seconds for the workers of a busy machine to do their part
OK = "250 OK"


class PostOffice:
    """What came in: to whom and under which id, as often as it was taken.

    Workers are told apart by the address that their mails come from. Whom `kills` names by how many
    mails have come dies when it has said to whom the next one goes, or when that mail was taken and
    nobody told it so.
    """

    def __init__(self) -> None:
        self.arrived: Counter[tuple[str, str]] = Counter()
        self.senders: set[str] = set()
        self.last = ""
        self._kill_before: tuple[int, Popen[bytes]] | None = None
        self._kill_after: tuple[int, Popen[bytes]] | None = None
        self._meeting = 0
        self._met = asyncio.Event()
        self._changed = threading.Condition()

    def kill_before(self, mails: int, worker: Popen[bytes]) -> None:
        """Kill the worker when it brings a mail and so many have come, before that one is taken."""
        self._kill_before = (mails, worker)

    def kill_after(self, mails: int, worker: Popen[bytes]) -> None:
        """Kill the worker when so many mails have come, and it was not told that the last one has."""
        self._kill_after = (mails, worker)

    def let_meet(self, workers: int) -> None:
        """Take no mail before so many workers who were never here have brought one."""
        self._meeting = len(self.senders) + workers
        self._met = asyncio.Event()

    def wait_for(self, mails: int) -> bool:
        """Wait until so many mails were taken; say whether they were."""
        with self._changed:
            return self._changed.wait_for(lambda: self.arrived.total() >= mails, PATIENCE)

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802 -- called so
        envelope.rcpt_tos.append(address)
        if self._kill_before and self.arrived.total() >= self._kill_before[0]:
            self._die(address, self._kill_before[1])
        return OK

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 -- called so
        await self._meet(envelope.mail_from)
        [address] = envelope.rcpt_tos
        with self._changed:
            self.arrived[address, message_from_bytes(envelope.content)["Message-ID"]] += 1
            self._changed.notify_all()
        if self._kill_after and self.arrived.total() >= self._kill_after[0]:
            self._die(address, self._kill_after[1])
        return OK

    async def _meet(self, sender: str) -> None:
        self.senders.add(sender)
        if len(self.senders) >= self._meeting:
            self._met.set()
        await asyncio.wait_for(self._met.wait(), PATIENCE)

    def _die(self, address: str, worker: Popen[bytes]) -> None:
        self.last, self._kill_before, self._kill_after = address, None, None
        worker.kill()
        worker.wait(PATIENCE)


@contextmanager
def post_office() -> Iterator[tuple[PostOffice, str]]:
    """A mail server that is gone afterwards, and its address."""
    office, port = PostOffice(), free_port()
    server = Controller(office, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield office, f"smtp://127.0.0.1:{port}"
    finally:
        server.stop()
