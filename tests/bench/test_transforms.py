"""The harness of derivatives: bars from measured blocks, and ways that agree with finite differences."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from bench.table import Bar
from bench.transforms import bars, best_peer, leanest_peer, ratio
from bench.workloads.derivatives import TASKS, Task, network
from bench.workloads.ways import WAYS


def timed(mib: float, *blocks: float, off: float = 0.0) -> dict[str, Any]:
    return {"blocks": [{"wall": 9.0, "cpu": b, "median": 2 * b} for b in blocks], "mib": mib, "difference": off}


def test_medians_count_with_several_threads() -> None:
    results = {"pcc": timed(40, 1.0, 2.0, 9.0), "jax jvp": timed(50, 3.0)}
    assert ratio(results, 2) == 1.5
    assert ratio(results, 1) == 3.0


def test_the_least_time_counts_and_of_memory_that_of_peers_near_the_best_time() -> None:
    results = {
        "pcc": timed(40, 2.0, 1.0),
        "jax jvp": timed(50, 1.5, 3.0),
        "jax jet": timed(30, 2.9),
        "folx": timed(9, 4),
    }
    assert best_peer(results, 1) == "jax jvp"
    assert ratio(results, 1) == 1.5
    assert leanest_peer(results, 1) == "jax jet"
    speed, memory, agree = bars("a", results, 1)
    assert speed == Bar("a Burgers residual: >= 1.5x", "1.50x jax jvp", True)
    assert memory == Bar("a Burgers residual: memory", "40 MiB, jax jet 30", False)
    assert agree.holds


def test_a_way_that_differs_or_fails_misses_its_bar() -> None:
    peer = timed(50, 2.0)
    assert not bars("a", {"pcc": timed(1, 1.0, off=0.1), "folx": peer}, 1)[2].holds
    (missed,) = bars("a", {"pcc": {"error": "no"}, "folx": peer}, 1)
    assert missed == Bar("a Burgers residual: >= 1.5x", "no", False)


def exact(task: Task, step: float = 1e-4) -> np.ndarray[Any, Any]:
    """The Laplacian by differences in float64."""
    parameters, x = task.arrays()
    wide = {name: array.astype(np.float64) for name, array in parameters.items()}
    net, x = network(np.tanh), x.astype(np.float64)
    around = [net(wide, x + sign * step * row) for row in np.eye(x.shape[1]) for sign in (1, -1)]
    return ((sum(around) - 2 * x.shape[1] * net(wide, x)) / step**2)[:, 0]


@pytest.mark.parametrize("way", ["pcc", "paddle grad", "paddle jvp"])
def test_a_laplacian_agrees_with_differences(way: str) -> None:
    task = replace(TASKS["b10"], widths=(3, 8, 8, 1), points=5)
    np.testing.assert_allclose(WAYS[way](task)().numpy(), exact(task), rtol=1e-4, atol=1e-5)
