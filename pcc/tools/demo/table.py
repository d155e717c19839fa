"""The demo in a terminal: a line for each model while it works, then one table."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence

from pcc.tools.demo.measurement import Measurement, geometric_mean

HEAD = ("model", "ops", "kernels", "left to Paddle", "compile s", "x eager", "x to_static", "max error")


def working(position: str, title: str, doing: str) -> None:
    """The line of a model that is at work; a terminal overwrites it, a log gets none."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{position} {title}: {doing} ...")
        sys.stderr.flush()


def done(position: str, found: Measurement) -> None:
    """The line of a model that is measured or failed."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
    text = (
        found.failure or f"{found.details()}, compiled in {found.compile_s:.2f} s, {times(found.ratio('eager'))} eager"
    )
    print(f"{position} {found.title}: {text}", flush=True)


def times(ratio: float) -> str:
    """`1.83x`; a dash for none."""
    return "-" if math.isnan(ratio) else f"{ratio:.2f}x"


def cells(found: Measurement) -> tuple[str, ...]:
    """A model's row under HEAD."""
    if not found.ops:
        return (found.title, "failed", *["-"] * (len(HEAD) - 2))
    numbers = (str(found.ops), str(len(found.kernels)), str(len(found.left)), f"{found.compile_s:.2f}")
    return (found.title, *numbers, times(found.ratio("eager")), times(found.ratio("to_static")), f"{found.error:.1e}")


def mean_cells(measured: Sequence[Measurement]) -> tuple[str, ...]:
    means = (geometric_mean(m.ratio(peer) for m in measured) for peer in ("eager", "to_static"))
    return ("geometric mean", "", "", "", "", *map(times, means), "")


def table(measured: Sequence[Measurement]) -> str:
    """All models, their mean, and the failures below, one a line."""
    rows = [HEAD, *map(cells, measured), mean_cells(measured)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in rows]
    rule = "-" * (sum(widths) + 2 * (len(widths) - 1))
    failures = [f"FAILED {m.title}: {m.failure}" for m in measured if m.failure]
    return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1], *failures])
