"""Finds options of passes by measuring: each one that a pass offers choices for, in turn, the best so far kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields

from pcc.passes.base import Pass, passes

Settings = dict[str, dict[str, object]]  # options by the pass's name
MARGIN = 0.97  # of the best time so far that another choice must stay below: less is noise


def trials(kinds: Mapping[str, type[Pass]]) -> Iterator[tuple[str, str, object]]:
    """Pass, option and value of everything that may be tried instead of the defaults."""
    for name, kind in sorted(kinds.items()):
        for option in fields(kind):
            for value in option.metadata.get("choices", ())[1:]:
                yield name, option.name, value


def tune(ratio: Callable[[Settings, Settings], float], kinds: Mapping[str, type[Pass]] | None = None) -> Settings:
    """The settings of which no single other choice is faster; `ratio(a, b)` measures the time of a over that of b."""
    best: Settings = {}
    for name, option, value in trials(passes() if kinds is None else kinds):
        other = {**best, name: {**best.get(name, {}), option: value}}
        if ratio(other, best) < MARGIN:
            best = other
    return best
