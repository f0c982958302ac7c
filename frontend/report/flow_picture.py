"""The flow of a session as a drawing: three columns of boxes, with bands between them.

Colours stand in the drawing itself, for paper; on a page its classes follow the reader's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from xml.sax.saxutils import escape

from frontend.documents.letters import writable
from frontend.report.flow import Flow, Place, Stream

WIDTH, BOX, EDGE, GAP = 960, 250, 6, 12
LEFT_EDGES = (0, 355, 710)
LINE, SIZE = 19, 15.5
ABOVE, BELOW = 20, 10  # from the edge of a box to its first line, and from its last
LETTERS = 28  # that fit into a box on one line
NOTE_HEIGHT = 9.0  # of a box, for each note, as long as there is room
MOST_HEIGHT = 420.0  # of all boxes of the first column together
HEAD = 30
COLOURS = ("#b98a2f", "#0b868b", "#2f7d4f")
CLASSES = ("flow__notes", "flow__insights", "flow__actions")


@dataclass
class _Box:
    place: Place
    x: float
    y: float
    height: float
    # How far its two sides are taken up by bands.
    left: float = 0.0
    right: float = 0.0


def flow_picture(flow: Flow, heads: tuple[str, str, str]) -> str:
    """Draw the flow, with *heads* above its columns, as SVG."""
    boxes, height = _boxes(flow)
    drawn = [_band(stream, boxes, flow) for stream in flow.streams]
    for place, (x, head) in enumerate(zip(LEFT_EDGES, heads, strict=True)):
        drawn.append(_text(x, SIZE, head, "flow__head", "#4c5a66"))
        for one in flow.columns[place]:
            drawn += _drawn_box(boxes[id(one)], COLOURS[place], CLASSES[place])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="flow" viewBox="0 0 {WIDTH} {height:.0f}"'
        f' width="{WIDTH}" height="{height:.0f}" font-family="Noto Sans, sans-serif"'
        f' font-size="{SIZE}">{"".join(drawn)}</svg>'
    )


def _boxes(flow: Flow) -> tuple[dict[int, _Box], float]:
    notes = sum(place.weight for place in flow.columns[0])
    unit = min(NOTE_HEIGHT, MOST_HEIGHT / max(1, notes))
    heights = [
        [max(place.weight * unit, _room_for(place)) for place in column] for column in flow.columns
    ]
    totals = [sum(column) + GAP * (len(column) - 1) for column in heights]
    tallest = max([*totals, LINE])
    boxes: dict[int, _Box] = {}
    for x, column, tall, total in zip(LEFT_EDGES, flow.columns, heights, totals, strict=True):
        air = (tallest - total) / max(1, len(column) + 1)
        y = HEAD + air
        for place, height in zip(column, tall, strict=True):
            boxes[id(place)] = _Box(place, x, y, height)
            y += height + GAP + air
    return boxes, HEAD + tallest + GAP


def _room_for(place: Place) -> float:
    lines = len(_lines(place.label)) + bool(place.detail)
    return float(ABOVE + LINE * (lines - 1) + BELOW)


def _lines(label: str) -> list[str]:
    return wrap(label, LETTERS, max_lines=3, placeholder="…") or [""]


def _band(stream: Stream, boxes: dict[int, _Box], flow: Flow) -> str:
    source, target = boxes[id(stream.source)], boxes[id(stream.target)]
    leaving = source.height * stream.weight / _all_out_of(stream.source, flow)
    arriving = target.height * stream.weight / _all_into(stream.target, flow)
    x, end = source.x + BOX, target.x
    y, z = source.y + source.right, target.y + target.left
    source.right += leaving
    target.left += arriving
    bend = (x + end) / 2
    return (
        f'<path class="flow__band" fill="#c9dcdd" fill-opacity="0.75"'
        f' d="M{x:.1f} {y:.1f}C{bend:.1f} {y:.1f} {bend:.1f} {z:.1f} {end:.1f} {z:.1f}'
        f"V{z + arriving:.1f}C{bend:.1f} {z + arriving:.1f} {bend:.1f} {y + leaving:.1f}"
        f' {x:.1f} {y + leaving:.1f}Z"/>'
    )


def _all_out_of(place: Place, flow: Flow) -> int:
    return max(place.weight, sum(one.weight for one in flow.streams if one.source is place))


def _all_into(place: Place, flow: Flow) -> int:
    return max(1, sum(one.weight for one in flow.streams if one.target is place))


def _drawn_box(box: _Box, colour: str, name: str) -> Iterator[str]:
    place = f'x="{box.x}" y="{box.y:.1f}" height="{box.height:.1f}"'
    yield f'<rect class="flow__box" {place} width="{BOX}" fill="#f1f5f5"/>'
    yield f'<rect class="{name}" {place} width="{EDGE}" fill="{colour}"/>'
    x, y = box.x + EDGE + 8, box.y + ABOVE
    for line in _lines(box.place.label):
        yield _text(x, y, line, "flow__label", "#1d2b36")
        y += LINE
    if box.place.detail:
        yield _text(x, y, box.place.detail, "flow__detail", "#4c5a66")


def _text(x: float, y: float, text: str, name: str, colour: str) -> str:
    shown = escape(writable(text))
    return f'<text class="{name}" x="{x:.0f}" y="{y:.1f}" fill="{colour}">{shown}</text>'
