"""Plain tables and pass/MISSED bars for terminals, and the names that options take."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Collection, Sequence
from typing import NamedTuple


class Bar(NamedTuple):
    """A figure that is promised, what was measured, and whether it holds (None: not to be judged yet)."""

    promise: str
    measured: str
    holds: bool | None


def columns(cells: Sequence[str], widths: Sequence[int]) -> str:
    """The first cell left, the others right; cells without a width follow as notes."""
    head = cells[0] if len(cells[0]) <= widths[0] else "…" + cells[0][1 - widths[0] :]
    padded = [head.ljust(widths[0])] + [cell.rjust(w) for cell, w in zip(cells[1:], widths[1:], strict=False)]
    return " ".join([*padded, "; ".join(cells[len(widths) :])]).rstrip()


def show_bars(bars: Sequence[Bar]) -> bool:
    """Print each bar with its figure and `pass`, `MISSED` or `open`; whether none is missed."""
    width = max((len(bar.promise) for bar in bars), default=0)
    for bar in bars:
        verdict = "open" if bar.holds is None else "pass" if bar.holds else "MISSED"
        print(f"{verdict:<6}  {bar.promise:<{width}}  {bar.measured}")
    return all(bar.holds is not False for bar in bars)


def check_known(parser: ArgumentParser, given: str, known: Collection[str]) -> None:
    """End with the parser's error if an option's comma-separated names are not all known."""
    unknown = [name for name in given.split(",") if name not in known]
    if unknown:
        parser.error(f"no {', '.join(unknown)}: there are {', '.join(known)}")
