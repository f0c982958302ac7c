"""What an open page does with what it gets: the rules of docs/live-updates.md, and nothing else."""

from copy import copy
from typing import Any

import msgspec
from django.core.exceptions import ObjectDoesNotExist

from eventlog.queries import Position, happenings_since
from realtime.news import changes, snapshot
from realtime.protocol import News, Reset
from realtime.readers import View
from realtime.standing import standing_of
from reflections.visitors import Visitor

Wire = dict[str, Any]


def on_the_wire(message: object) -> Wire:
    """Return *message* as a browser reads it."""
    wire: Wire = msgspec.json.decode(msgspec.json.encode(message))
    return wire


class OpenBrowser:
    """One visitor's copy of one stream; `text` is all that ever came in for everybody like her."""

    def __init__(self, visitor: Visitor, stream: str) -> None:
        self.visitor = visitor
        self.stream = stream
        self.text = ""
        self._load()

    @property
    def place(self) -> tuple[View, str]:
        """Return what decides what she sees: her audience, and where she looks."""
        return self.standing.view, self.stream

    def copied(self) -> "OpenBrowser":
        """Return another browser that shows the same."""
        other = copy(self)
        other.records = on_the_wire(self.records)
        return other

    def kinds_to_come(self) -> set[str]:
        """Return the kinds of the events that this browser does not know of yet."""
        return {one.kind for one in happenings_since(self.stream, self.position.sequence)}

    def catch_up(self) -> News | Reset:
        """Ask for what happened, as the server would send it, and take it in.

        Somebody who may see something else by now begins anew, as the server tells her to.
        """
        if self._stands_elsewhere():
            self._load()
        news = changes(self.standing.view, self.stream, self.position)
        if isinstance(news, News):
            self.hear(on_the_wire(news))
        return news

    def hear(self, news: Wire) -> None:
        """Take one frame in."""
        self.text += msgspec.json.encode(news).decode()
        if not news["since"] <= self.position.sequence < news["sequence"]:
            return
        for about in news["all"]:
            self.records[about] = {}
        for about, ids in news["drop"].items():
            for record_id in ids:
                self.records[about].pop(record_id, None)
        for about, records in news["put"].items():
            self.records[about].update(records)
        self.position = Position(self.position.epoch, news["sequence"])

    def is_like_a_reloaded_one(self) -> bool:
        """Say whether a reload would show the same."""
        return self.records == self.reload()

    def reload(self) -> Wire | None:
        """Return all that the page would get if it were loaded now; None once she is no member."""
        try:
            put: Wire = on_the_wire(snapshot(self.visitor, self.stream))["put"]
        except ObjectDoesNotExist:
            return None
        return put

    def _stands_elsewhere(self) -> bool:
        try:
            return standing_of(self.visitor, self.stream) != self.standing
        except ObjectDoesNotExist:
            return False  # her membership ended: there is nothing to reload

    def _load(self) -> None:
        first = snapshot(self.visitor, self.stream)
        self.standing = standing_of(self.visitor, self.stream)
        self.position = Position(first.epoch, first.sequence)
        self.text += msgspec.json.encode(first.put).decode()
        self.records = on_the_wire(first)["put"]
