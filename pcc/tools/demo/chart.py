"""Bar charts as inline SVG. Widths are in percent, so they fit any page; text keeps its size; the page has colours."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from html import escape

Scale = Callable[[float], float]  # from a ratio to percent of the width

_LEFT, _RIGHT = 2.5, 88.0  # of the plot, in percent; what is right of it is for the last labels
_BAR, _STEP, _ROW, _TOP = 13, 17, 66, 26  # pixels: of a bar, from bar to bar, from row to row, above the first row


def ratios(rows: Sequence[tuple[str, Mapping[str, float]]]) -> str:
    """Bars from 1x, to the right where pcc is faster, on a scale of powers of two.

    Args:
        rows: a title, and the ratio by the CSS class of its bar; NaN is shown as a dash.
    """
    known = [ratio for _, bars in rows for ratio in bars.values() if ratio > 0]
    low = min(-1, math.floor(math.log2(min(known, default=1.0))))
    high = max(1, math.ceil(math.log2(max(known, default=1.0))))

    def x(ratio: float) -> float:
        return _LEFT + (math.log2(ratio) - low) / (high - low) * (_RIGHT - _LEFT)

    height = _TOP + _ROW * len(rows)
    ticks = "".join(_tick(2.0**power, x(2.0**power), height) for power in range(low, high + 1))
    drawn = "".join(_row(_TOP + _ROW * n, title, bars, x) for n, (title, bars) in enumerate(rows))
    label = "How many times faster pcc is, by model"
    return f'<svg class="chart" width="100%" height="{height}" role="img" aria-label="{label}">{ticks}{drawn}</svg>'


def _tick(ratio: float, x: float, height: int) -> str:
    kind = "one" if ratio == 1 else "tick"
    text = f'<text class="scale" x="{x:.2f}%" y="12" text-anchor="middle">{ratio:g}×</text>'
    return f'<line class="{kind}" x1="{x:.2f}%" x2="{x:.2f}%" y1="18" y2="{height}"/>{text}'


def _row(y: int, title: str, bars: Mapping[str, float], x: Scale) -> str:
    drawn = "".join(_bar(y + 20 + _STEP * n, kind, ratio, x) for n, (kind, ratio) in enumerate(bars.items()))
    return f'<text class="title" x="{x(1.0):.2f}%" dx="3" y="{y + 14}">{escape(title)}</text>{drawn}'


def _bar(y: int, kind: str, ratio: float, x: Scale) -> str:
    if not ratio > 0:
        return f'<text class="value" x="{x(1.0):.2f}%" dx="6" y="{y + 11}">–</text>'
    start, end = sorted((x(1.0), x(ratio)))
    box = f'<rect class="{kind}" x="{start:.2f}%" y="{y}" width="{max(end - start, 0.2):.2f}%" height="{_BAR}" rx="2"/>'
    return f'{box}<text class="value" x="{end:.2f}%" dx="6" y="{y + 11}">{ratio:.2f}×</text>'


def stack(parts: Mapping[str, float]) -> str:
    """One bar whole of parts, by the CSS classes c0, c1, ... in order."""
    whole, at, drawn = sum(parts.values()) or 1.0, 0.0, ""
    for number, (name, part) in enumerate(parts.items()):
        width = part / whole * 100
        tip = f"<title>{escape(name)}</title>"
        drawn += f'<rect class="c{number}" x="{at:.2f}%" y="0" width="{width:.2f}%" height="14">{tip}</rect>'
        at += width
    label = "Parts of the compile time"
    return f'<svg class="stack" width="100%" height="14" role="img" aria-label="{label}">{drawn}</svg>'
