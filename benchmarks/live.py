"""The measurement itself; `python3 manage.py benchmark` runs it in an environment of its own."""

import asyncio
import contextlib
import os
import socket
import statistics
import sys
import time
from collections.abc import Iterator, Sequence

from django.core.management import call_command

from benchmarks.contenders import ACTION, NOTE, Bare, Product
from benchmarks.crowd import PATIENCE, Heard
from benchmarks.world import make_world
from bootstrap.children import start_child, stop_children
from bootstrap.places import ROOT
from tests.servers import app_server, free_port

HEAD = """
                           each listener, p50 / p99 ms         the last one, p50 / p99 ms
event   room  bytes   product        bare          ratio       product        bare         ratio      answer
"""
Times = Sequence[float]


def main(events: int, rounds: int, *rooms: int) -> None:
    """Make the room, serve both contenders, and print a line for each kind of event and room."""
    call_command("migrate", verbosity=0)
    print(f"Filling a session with {max(rooms)} people ...", flush=True)
    world = make_world(max(rooms))
    with app_server({}) as app, _bare_server() as url:
        print(HEAD, end="", flush=True)
        for kind in (NOTE, ACTION):
            for room in rooms:
                product, bare = Product(app.url, world), Bare(url)
                ours: list[Heard] = []
                theirs: list[Heard] = []
                for _ in range(rounds):
                    ours += asyncio.run(product.round(kind, room, events))
                    theirs += asyncio.run(bare.round(ours[-1].size, room, events))
                print(_line(kind, room, ours, theirs, product.answer_times), flush=True)


@contextlib.contextmanager
def _bare_server() -> Iterator[str]:
    port = free_port()
    command = (sys.executable, "-m", "benchmarks.bare_server", str(port))
    process = start_child(command, cwd=ROOT, env=os.environ)
    try:
        _wait_for(port)
        yield f"ws://127.0.0.1:{port}"
    finally:
        stop_children([process], PATIENCE)


def _wait_for(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise TimeoutError("the bare server does not answer")


def _line(
    kind: str, room: int, ours: list[Heard], theirs: list[Heard], answers: list[float]
) -> str:
    each = [[delay for heard in some for delay in heard.delays] for some in (ours, theirs)]
    last = [[max(heard.delays) for heard in some] for some in (ours, theirs)]
    return (
        f"{kind:7} {room:4} {ours[-1].size:6}   {_compared(*each)}   {_compared(*last)}"
        f"   {_at(answers, 50):6.1f}"
    )


def _compared(ours: Times, theirs: Times) -> str:
    product = f"{_at(ours, 50):5.1f} / {_at(ours, 99):5.1f}"
    bare = f"{_at(theirs, 50):4.1f} / {_at(theirs, 99):5.1f}"
    ratios = [_at(ours, percent) / _at(theirs, percent) for percent in (50, 99)]
    return f"{product}  {bare}  {ratios[0]:4.1f} / {ratios[1]:4.1f}"


def _at(times: Times, percent: int) -> float:
    """Return that percentile in milliseconds."""
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1] * 1000
