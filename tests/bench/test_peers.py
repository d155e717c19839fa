"""The peers' harness: ratios and bars from measured blocks, and the workloads' arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bench.peers import best_peer, case_bar, ratio
from bench.table import Bar, columns, show_bars
from bench.workloads.cases import CASES, arrays


def timed(*blocks: float) -> dict[str, Any]:
    return {"blocks": list(blocks), "seconds": sorted(blocks)[len(blocks) // 2]}


def test_ratio_is_the_median_over_rounds_against_the_best_peer() -> None:
    results = {"pcc": timed(1.0, 2.0, 1.0), "jax.jit": timed(3.0, 3.0, 1.0), "paddle": timed(9.0, 9.0, 9.0)}
    assert best_peer(results) == "jax.jit"
    assert ratio(results) == 1.5
    assert case_bar("a", results) == Bar("a elementwise >= 2.2x", "1.50x jax.jit", False)


def test_a_bar_is_missed_when_pcc_is_slow_or_fails_and_open_when_it_cannot_be_asked() -> None:
    peer = {"jax.jit": timed(1.0)}
    assert case_bar("a", {**peer, "pcc": timed(1.0)}).holds is False
    assert case_bar("e", {**peer, "pcc": timed(1.0)}).holds is True
    assert case_bar("e", {**peer, "pcc": {"error": "no"}}).holds is False
    assert case_bar("i", {**peer, "pcc": {"error": "NotImplementedError: next issue: pcc.jvp"}}).holds is None


def test_bars_print_their_verdicts(capsys: pytest.CaptureFixture[str]) -> None:
    assert not show_bars([Bar("a", "1", True), Bar("bb", "2", False), Bar("c", "3", None)])
    assert capsys.readouterr().out == "pass    a   1\nMISSED  bb  2\nopen    c   3\n"


def test_columns_shorten_long_names_and_append_notes() -> None:
    assert columns(["a/long/name", "1", "why"], (6, 3)) == "…/name   1 why"


@pytest.mark.parametrize("name", CASES)
def test_arrays_are_float32_and_the_same_in_every_process(name: str) -> None:
    one, other = arrays(CASES[name]), arrays(CASES[name])
    assert all(a.dtype == np.float32 and np.array_equal(a, b) for a, b in zip(one, other, strict=True))
