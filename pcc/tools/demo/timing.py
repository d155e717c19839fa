"""Times calls against each other: in rounds that take turns, so that a busy machine disturbs all alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

BUDGET_S = 6.0  # for all rounds of one model
BLOCK_S = 0.15  # of one call's turn
GAP_S = 0.2  # threads of Paddle's OpenMP spin for so long after a call, and would slow the next one
ROUNDS = (3, 9)

Call = Callable[[], Any]


def interleaved(calls: Mapping[str, Call]) -> dict[str, float]:
    """Median seconds of each call: the median over rounds of the median within a turn. All are warmed up before."""
    once = {name: _warm_up(call) for name, call in calls.items()}
    repeats = {name: max(1, min(1000, round(BLOCK_S / seconds))) for name, seconds in once.items()}
    whole = sum(GAP_S + (repeats[name] + 1) * once[name] for name in calls)
    rounds = max(ROUNDS[0], min(ROUNDS[1], int(BUDGET_S / whole)))
    turns: dict[str, list[float]] = {name: [] for name in calls}
    names = list(calls)
    for number in range(rounds):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            turns[name].append(_turn(calls[name], repeats[name]))
    return {name: statistics.median(times) for name, times in turns.items()}


def _warm_up(call: Call) -> float:
    """Seconds of the faster of two calls after a first one."""
    call()
    return max(min(_seconds(call) for _ in range(2)), 1e-6)


def _turn(call: Call, repeats: int) -> float:
    time.sleep(GAP_S)
    call()
    return statistics.median(_seconds(call) for _ in range(repeats))


def _seconds(call: Call) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
