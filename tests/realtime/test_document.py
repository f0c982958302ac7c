"""docs/live-updates.md says what the code does."""

import re
from typing import get_args

from bootstrap.places import ROOT
from eventlog.queries import MOST_CHANGES
from realtime import limits, protocol
from realtime.close_codes import CloseCode

TEXT = (ROOT / "docs" / "live-updates.md").read_text()


def test_every_message_is_explained():
    kinds = (*get_args(protocol.Incoming), *get_args(protocol.Outgoing))
    tags = {kind.__struct_config__.tag for kind in kinds}

    assert set(re.findall(r'^\| `{"type":"(\w+)"', TEXT, re.MULTILINE)) == tags


def test_every_reason_to_close_is_explained():
    named = {int(code) for code in re.findall(r"^\| (\d{4}) \|", TEXT, re.MULTILINE)}

    assert named == set(CloseCode)


def test_the_limits_are_those_of_the_code():
    sentences = [
        f"Heartbeat | {limits.HEARTBEAT_SECONDS:.0f} s",
        f"made good within | {limits.LOOK_SECONDS:.0f} s",
        f"one frame in {limits.PAUSE_SECONDS * 1000:.0f} ms",
        f"without `here` | {limits.WINDOW_BYTES // 1024**2} MiB",
        f"Streams on one socket | {limits.MOST_STREAMS}",
        f"{limits.LONGEST_MESSAGE_BYTES // 1024} KiB; {limits.MESSAGES_PER_MINUTE} a minute",
        f"No `here` for {limits.SILENCE_SECONDS:.0f} seconds",
        f"again every {limits.HEARTBEAT_SECONDS * limits.BEATS_PER_LOOK_AT_RIGHTS:.0f} seconds",
        f"{MOST_CHANGES:,} events",
    ]

    assert [sentence for sentence in sentences if sentence not in TEXT] == []
