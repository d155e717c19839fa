"""A picture in SVG that stands alone: white ground, its own sizes and colours."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

FONT = "font-family='system-ui, sans-serif' font-size='12'"
INK, FAINT = "#222222", "#d8d8d8"
HALO = "stroke='white' stroke-width='3' paint-order='stroke'"  # over lines
LETTER = 7.0  # pixels of a letter of 12 at most, on average


class Picture:
    """Shapes in pixels, the origin at the top left."""

    def __init__(self, width: float, height: float, label: str) -> None:
        self.size, self.label = (width, height), label
        self.shapes: list[str] = []

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        place = f"x='{x:.1f}' y='{y:.1f}' width='{width:.1f}' height='{height:.1f}'"
        self.shapes.append(f"<rect {place} fill='{colour}'/>")

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str = INK, width: float = 1) -> None:
        place = f"x1='{x1:.1f}' y1='{y1:.1f}' x2='{x2:.1f}' y2='{y2:.1f}'"
        self.shapes.append(f"<line {place} stroke='{colour}' stroke-width='{width}'/>")

    def dots(self, points: Iterable[tuple[float, float]], colour: str) -> None:
        self.shapes += [f"<circle cx='{x:.1f}' cy='{y:.1f}' r='2.2' fill='{colour}'/>" for x, y in points]

    def text(self, x: float, y: float, words: str, anchor: str = "start", colour: str = INK) -> None:
        place = f"x='{x:.1f}' y='{y:.1f}' text-anchor='{anchor}' fill='{colour}'"
        self.shapes.append(f"<text {place} {HALO}>{escape(words)}</text>")

    def __str__(self) -> str:
        width, height = self.size
        head = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:g} {height:g}' width='{width:g}' {FONT}"
        ground = f"<rect width='{width:g}' height='{height:g}' fill='white'/>"
        body = "\n".join([ground, *self.shapes])
        return f"{head} role='img' aria-label='{escape(self.label, quote=True)}'>\n{body}\n</svg>\n"


def text_width(words: str) -> float:
    return len(words) * LETTER
