"""A scheme as a still picture, laid out by the rules of the page (``frontend/src/labs/views/layout.js``).

Lengths are those of the page, in its pixels and with y downwards; Matplotlib draws 100 of them an inch.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from labsupport.labs.declaration import Flow, Scheme

WIDTH = 690.0
SIZE = 12.0
LINE = 16.0
MOST = 132.0  # widest line of words
STEPS = 48
WIDEST = {"flow": 10.0, "activates": 4.0, "inhibits": 4.0}
THIN = 1.25
NOTHING = 0.004  # share of `full` that counts as none

_TOKEN = re.compile(
    r"[（“]?[\u2e80-\u9fff](?:\*[^*]+\*|[_^]\{[^}]*\})*[，。、；：）”]*|(?:\*[^*]+\*|[_^]\{[^}]*\}|[^\s\u2e80-\u9fff])+|\s+"
)
_MARKS = re.compile(r"\*|[_^]\{|\}")


def measure(text: str) -> float:
    """About how wide `text` is: a Chinese character is as wide as two Latin letters."""
    return sum(SIZE * (1.0 if c > "\u2e7f" else 0.62) for c in _MARKS.sub("", text))


def wrap(text: str, width: float) -> list[str]:
    lines = [""]
    for token in _TOKEN.findall(text):
        longer = lines[-1] + token
        if lines[-1].strip() and measure(longer.strip()) > width:
            lines.append(token.strip())
        else:
            lines[-1] = longer
    return [line.strip() for line in lines if line.strip()]


@dataclass
class Box:
    x: float
    y: float
    w: float = 0.0
    h: float = 0.0

    def holds(self, point: tuple[float, float], gap: float) -> bool:
        return abs(point[0] - self.x) < self.w / 2 + gap and abs(point[1] - self.y) < self.h / 2 + gap

    def overlap(self, other: Box) -> float:
        wide = min(self.x + self.w / 2, other.x + other.w / 2) - max(self.x - self.w / 2, other.x - other.w / 2)
        tall = min(self.y + self.h / 2, other.y + other.h / 2) - max(self.y - self.h / 2, other.y - other.h / 2)
        return max(0.0, wide) * max(0.0, tall)


Path = list[tuple[float, float]]


def _path(a: Box, b: Box, bend: float) -> Path:
    """A curve from one box to another, outside both."""
    control = (a.x + b.x) / 2 + bend * (b.y - a.y), (a.y + b.y) / 2 - bend * (b.x - a.x)
    points = []
    for i in range(8 * STEPS + 1):
        t = i / (8 * STEPS)
        p, q, r = (1 - t) ** 2, 2 * t * (1 - t), t**2
        point = p * a.x + q * control[0] + r * b.x, p * a.y + q * control[1] + r * b.y
        if not (a.w and a.holds(point, 3)) and not (b.w and b.holds(point, 3)):
            points.append(point)
    return points if len(points) > 3 else [(a.x, a.y), control, (b.x, b.y)]


def _length(points: Path) -> float:
    return sum(math.dist(p, q) for p, q in itertools.pairwise(points))


def _bulge(points: Path) -> float:
    """1 where a path bends to its left, -1 to its right, 0 where it is straight."""
    (x0, y0), (x, y), (x1, y1) = points[0], points[len(points) // 2], points[-1]
    side = (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)
    return 0.0 if abs(side) < math.dist(points[0], points[-1]) else -math.copysign(1.0, side)


def _place_labels(labels: list[Box | None], paths: list[Path], boxes: list[Box], bounds: Box) -> None:
    """Moves each label beside its path, clear of boxes, of arrows and of other labels."""
    placed: list[Box] = []
    for label, points in zip(labels, paths, strict=True):
        if label is None:
            continue
        best = math.inf
        at = label.x, label.y
        bulge = _bulge(points)
        for t in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.15, 0.85):
            i = min(len(points) - 2, max(1, round(t * (len(points) - 1))))
            (x0, y0), (x1, y1) = points[i - 1], points[i + 1]
            length = math.dist((x0, y0), (x1, y1)) or 1.0
            nx, ny = (y1 - y0) / length, -(x1 - x0) / length
            for away in (0, 12, 24, 36):
                reach = abs(nx) * label.w / 2 + abs(ny) * label.h / 2 + 8 + away
                for side in (1, -1):
                    label.x, label.y = points[i][0] + side * nx * reach, points[i][1] + side * ny * reach
                    crossed = sum(label.holds(p, 3) for path in paths for p in path[:: max(1, len(path) // STEPS)])
                    cost = 3 * sum(label.overlap(box) for box in [*boxes, *placed]) + 25 * crossed
                    cost += 9 * (label.w * label.h - label.overlap(bounds)) + 40 * abs(t - 0.5) + 2 * away
                    cost += 120 if side == -bulge else 0
                    if cost < best - 1e-6:
                        best, at = cost, (label.x, label.y)
        label.x, label.y = at
        placed.append(label)


def draw_scheme(
    axes,
    view: Scheme,
    values: dict[str, float],
    fill: Callable[[object], str],
    say: Callable[[str], str],
    ink: Callable[[str], str],
    quantity: Callable[[str], str],
) -> None:
    """Draws `view` on `axes`.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
    view : Scheme
    values : dict
        Value of every output.
    fill, say, ink, quantity : callable
        Words with their fields filled, words as Matplotlib writes them, a colour by name, a value with its unit.
    """
    from matplotlib.patches import FancyBboxPatch, Polygon, Rectangle
    from matplotlib.patheffects import withStroke

    paper, dark = ink("paper"), ink("ink")
    height = float(view.height)
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.axis("off")

    def write(text: str, x: float, y: float, color: str, zorder: float = 6, halo: bool = False) -> None:
        axes.text(
            x, y, say(text), color=color, ha="center", va="center", zorder=zorder, fontsize=SIZE * 0.72,
            path_effects=[withStroke(linewidth=3, foreground="white")] if halo else None,
        )  # fmt: skip

    def rounded(box: Box, radius: float, **style):
        corner = box.x - box.w / 2, box.y - box.h / 2
        return axes.add_patch(
            FancyBboxPatch(corner, box.w, box.h, boxstyle=f"round,pad=0,rounding_size={radius}", **style)
        )

    boxes: dict[str, Box] = {}
    written: dict[str, list[str]] = {}
    for node in view.nodes:
        value = [quantity(node.output)] if node.output else []
        pad = 14 if node.shape == "round" else 9
        lines = wrap(fill(node.label), MOST)
        w = max(30.0, *(measure(text) + 2 * pad for text in [*lines, *value]))
        h = (len(lines) + len(value)) * LINE + 10
        x = min(WIDTH - w / 2 - 2, max(w / 2 + 2, node.x / 100 * WIDTH))
        y = min(height - h / 2 - 2, max(h / 2 + 2, node.y / 100 * height))
        boxes[node.id] = Box(x, y, w, h)
        written[node.id] = [*lines, *value]

    paths = _paths(view, boxes, height)
    titles = []
    for zone in view.zones:
        x, y, w, h = zone.x / 100 * WIDTH, zone.y / 100 * height, zone.width / 100 * WIDTH, zone.height / 100 * height
        area = Box(x + w / 2, y + h / 2, w, h)
        rounded(area, 8, facecolor=ink(zone.color), edgecolor="none", alpha=0.1, zorder=1)
        rounded(area, 8, facecolor="none", edgecolor=ink(zone.color), alpha=0.45, zorder=1)
        lines = wrap(fill(zone.label), w - 14)
        title = Box(0, 0, max((measure(line) for line in lines), default=0), len(lines) * LINE)
        corners = [
            (area.x + across * (w / 2 - 8 - title.w / 2), area.y + down * (h / 2 - 4 - title.h / 2))
            for down in (-1, 1)
            for across in (-1, 1)
        ]

        def covered(corner, title=title):
            title.x, title.y = corner
            crossed = sum(title.holds(p, 3) for path in paths for p in path[:: max(1, len(path) // STEPS)])
            return sum(title.overlap(box) for box in boxes.values()) + 30 * crossed

        title.x, title.y = min(corners, key=covered)
        titles.append(title)
        for i, line in enumerate(lines):
            write(line, title.x, title.y + LINE * (i + 0.5 - len(lines) / 2), ink("muted"))

    for node in view.nodes:
        box = boxes[node.id]
        radius = box.h / 2 if node.shape == "round" else 6
        outline = rounded(box, radius, facecolor=paper, edgecolor="none", zorder=4)
        if node.output:
            tall = box.h * min(1.0, max(0.0, values[node.output] / node.full))
            level = axes.add_patch(
                Rectangle(
                    (box.x - box.w / 2, box.y + box.h / 2 - tall), box.w, tall, facecolor=ink(node.color), alpha=0.28,
                    edgecolor="none", zorder=4.5,
                )
            )  # fmt: skip
            level.set_clip_path(outline)
        rounded(box, radius, facecolor="none", edgecolor=ink(node.color), linewidth=1.6, zorder=5)
        lines = written[node.id]
        for i, line in enumerate(lines):
            write(line, box.x, box.y + LINE * (i + 0.5 - len(lines) / 2), dark)

    labels: list[Box | None] = []
    texts: list[list[str]] = []
    for flow in view.flows:
        lines = wrap(fill(flow.label), MOST) + ([quantity(flow.output)] if flow.output and flow.show_value else [])
        texts.append(lines)
        labels.append(Box(0, 0, max(measure(line) for line in lines) + 4, len(lines) * LINE) if lines else None)
    _place_labels(labels, paths, [*boxes.values(), *titles], Box(WIDTH / 2, height / 2, WIDTH, height))
    for flow, points, label, lines in zip(view.flows, paths, labels, texts, strict=True):
        _draw_flow(axes, flow, points, values, ink, Polygon)
        for i, line in enumerate(lines):
            y = label.y + LINE * (i + 0.5 - len(lines) / 2)
            write(line, label.x, y, ink(flow.color), zorder=7, halo=True)


def _paths(view: Scheme, boxes: dict[str, Box], height: float) -> list[Path]:
    """The path of every flow; those that end on another flow wait for it."""

    def ends(flow: Flow) -> list[str]:
        return sorted(map(str, (flow.start, flow.end)))

    found: dict[int, Path] = {}
    by_id = {flow.id: k for k, flow in enumerate(view.flows) if flow.id}
    for _ in view.flows:
        for k, flow in enumerate(view.flows):
            places = []
            for end in (flow.start, flow.end):
                if not isinstance(end, str):
                    places.append(Box(end[0] / 100 * WIDTH, end[1] / 100 * height))
                elif end in boxes:
                    places.append(boxes[end])
                elif by_id[end] in found:
                    target = found[by_id[end]]
                    places.append(Box(*target[(len(target) - 1) // 2], 10, 10))
            if k in found or len(places) < 2:
                continue
            bend = flow.bend
            if bend is None:
                others = [f for f in view.flows if ends(f) == ends(flow)]
                place = [f for f in others if f.start == flow.start].index(flow)
                apart = math.dist((places[0].x, places[0].y), (places[1].x, places[1].y))
                side = -1 if place % 2 else 1
                bend = 0.0 if len(others) < 2 else max(0.17, 34 / apart) * side * (1 + place // 2)
            found[k] = _path(*places, bend)
    return [found[k] for k in range(len(view.flows))]


def _draw_flow(axes, flow: Flow, points: Path, values: dict[str, float], ink, polygon) -> None:
    value = values[flow.output] if flow.output else None
    share = 0.15 if value is None else min(1.0, abs(value) / flow.full)
    is_none = value is not None and not share > NOTHING
    negative = value is not None and value < 0 and not is_none
    wide = THIN if is_none else THIN + 0.5 + share * (WIDEST[flow.kind] - THIN - 0.5)
    is_bar = flow.kind == ("activates" if negative else "inhibits")
    if negative and flow.kind == "flow":
        points = points[::-1]
    tip = points[-1]
    size = 3.0 if is_bar else min(7 + wide * 1.1, 0.7 * _length(points))
    shaft = []
    for point in points:
        if shaft and math.dist(point, tip) < size:
            break
        shaft.append(point)
    far = math.dist(shaft[-1], tip) or 1.0
    ux, uy = (tip[0] - shaft[-1][0]) / far, (tip[1] - shaft[-1][1]) / far
    shaft.append((tip[0] - ux * size * 0.9, tip[1] - uy * size * 0.9))
    alpha = 0.45 if is_none else 1.0
    dash = "-" if flow.kind == "flow" else (0, (6 / wide, 4 / wide))
    axes.plot(
        *zip(*shaft, strict=True), color=ink(flow.color), linewidth=0.72 * wide, linestyle=dash, alpha=alpha, zorder=3,
        solid_capstyle="butt", dash_capstyle="butt",
    )  # fmt: skip
    half = 7 + wide / 2 if is_bar else size * 0.55 + wide * 0.12
    corners = [(0, half), (0, -half), (3, -half), (3, half)] if is_bar else [(0, 0), (size, half), (size, -half)]
    head = [(tip[0] - ux * a - uy * b, tip[1] - uy * a + ux * b) for a, b in corners]
    axes.add_patch(polygon(head, facecolor=ink(flow.color), edgecolor="none", alpha=alpha, zorder=3))


__all__ = ["draw_scheme", "measure", "wrap"]
