"""The charts: bars of ratios from the line of 1x, and sorted ratios, both on scales of powers."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bench.report.svg import FAINT, INK, Picture, text_width

WIDTH, MARGIN, GAP = 820, 14, 8  # of the picture, around it, beside labels
BAR, STEP = 14, 22  # height of a bar, from bar to bar
HEAD = 48  # above the first bar
CURVE_HEIGHT, CURVE_LEFT, CURVE_FOOT = 380, 60, 46
COLOURS = {True: "#3b8f5a", False: "#c2503f", None: "#8c8c8c"}
SERIES = ("#2f6fb2", "#d1862b", "#7a57a8")
Scale = Callable[[float], float]


class Ratio(NamedTuple):
    """A bar: its name, its ratio, what is written beside it, the ratio that is promised, whether that holds."""

    name: str
    ratio: float
    note: str
    promised: float | None = None
    holds: bool | None = None


def ratio_bars(title: str, ratios: Sequence[Ratio]) -> str:
    """Bars from 1x: to the right what is more, to the left what is less; a tick at what is promised."""
    left = MARGIN + max(text_width(ratio.name) for ratio in ratios) + GAP
    right = WIDTH - MARGIN - max(text_width(ratio.note) for ratio in ratios) - GAP
    values = [1.0, *(r.ratio for r in ratios), *(r.promised for r in ratios if r.promised)]
    x = scale(min(values), max(values), left, right)
    picture = Picture(WIDTH, HEAD + STEP * len(ratios) + MARGIN, title)
    picture.text(MARGIN, 16, title)
    bottom = HEAD + STEP * len(ratios)
    for tick in spaced(ticks(min(values), max(values)), x, 34):
        picture.line(x(tick), HEAD - 6, x(tick), bottom, FAINT)
        picture.text(x(tick), HEAD - 10, f"{tick:g}×", "middle")
    for number, ratio in enumerate(ratios):
        draw_bar(picture, HEAD + STEP * number + (STEP - BAR) / 2, ratio, x)
    picture.line(x(1), HEAD - 6, x(1), bottom, INK, 1.5)
    return str(picture)


def draw_bar(picture: Picture, y: float, ratio: Ratio, x: Scale) -> None:
    start, end = sorted((x(1), x(ratio.ratio)))
    picture.text(MARGIN, y + BAR - 3, ratio.name)
    picture.rectangle(start, y, max(end - start, 1), BAR, COLOURS[ratio.holds])
    after = end
    if ratio.promised:
        picture.line(x(ratio.promised), y - 2, x(ratio.promised), y + BAR + 2, INK, 2)
        after = max(end, x(ratio.promised))
    picture.text(after + GAP, y + BAR - 3, ratio.note)


def sorted_curves(title: str, below: str, series: Mapping[str, Sequence[float]]) -> str:
    """Each series' ratios from the least to the greatest, as dots."""
    values = [1.0, *(value for of in series.values() for value in of)]
    right, bottom = WIDTH - MARGIN, CURVE_HEIGHT - CURVE_FOOT
    y = scale(min(values), max(values), bottom, HEAD)
    picture = Picture(WIDTH, CURVE_HEIGHT, title)
    picture.text(MARGIN, 16, title)
    for tick in spaced(ticks(min(values), max(values)), y, 16):
        picture.line(CURVE_LEFT, y(tick), right, y(tick), INK if tick == 1 else FAINT, 1.5 if tick == 1 else 1)
        picture.text(CURVE_LEFT - GAP, y(tick) + 4, f"{tick:g}×", "end")
    for colour, of in zip(SERIES, series.values(), strict=False):
        picture.dots(places(sorted(of), CURVE_LEFT + GAP, right - GAP, y), colour)
    picture.text((CURVE_LEFT + right) / 2, bottom + 20, below, "middle")
    draw_legend(picture, list(series), bottom + 38)
    return str(picture)


def draw_legend(picture: Picture, names: Sequence[str], y: float) -> None:
    at: float = CURVE_LEFT
    for colour, name in zip(SERIES, names, strict=False):
        picture.rectangle(at, y - 9, 10, 10, colour)
        picture.text(at + 10 + GAP, y, name)
        at += 10 + 4 * GAP + text_width(name)


def places(values: Sequence[float], left: float, right: float, y: Scale) -> Iterator[tuple[float, float]]:
    step = (right - left) / max(len(values) - 1, 1)
    return ((left + step * number, y(value)) for number, value in enumerate(values))


def scale(low: float, high: float, start: float, end: float) -> Scale:
    """From a ratio to pixels, logarithmic, with a little room at both ends."""
    room = max((high / low) ** 0.03, 1.02)
    first, whole = math.log(low / room), math.log(high * room) - math.log(low / room)
    return lambda ratio: start + (math.log(ratio) - first) / whole * (end - start)


def ticks(low: float, high: float) -> list[float]:
    """1, 2 and 5 times powers of ten, and 1.5 on short scales, as far as the values go; 1 always."""
    digits = (1, 1.5, 2, 5) if high / low < 10 else (1, 2, 5)
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    return [tick for power in powers for digit in digits if low <= (tick := digit * 10.0**power) <= high]


def spaced(found: Sequence[float], place: Scale, least: float) -> list[float]:
    """Of these ticks those that are not too near to one that stays; 1 stays first."""
    kept: list[float] = []
    for tick in sorted(found, key=lambda tick: abs(math.log(tick))):
        if all(abs(place(tick) - place(other)) >= least for other in kept):
            kept.append(tick)
    return sorted(kept)
