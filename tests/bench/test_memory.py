"""The memory harness: its ceilings move what they say, and shares, gains and bars follow from blocks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench.ceilings import CEILINGS, STEP, Ceilings, ceiling_of, stores_of
from bench.memory import bars, gain, possible_gain, share
from bench.workloads.memory import KERNELS

ROOT = Path(__file__).parents[2]


def aligned(size: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    whole = np.full(size + 16, -1, np.float32)
    return whole[-whole.ctypes.data % 64 // 4 :][:size]


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize(("name", "expected"), [("copy", 3.0), ("triad", 5.0), ("fill", 1.0)])
def test_ceilings_write_every_element(name: str, expected: float, threads: int) -> None:
    out, a, b = (aligned(STEP * 7) for _ in range(3))
    a[:], b[:] = 3, 2
    ceilings = Ceilings(threads, out.ctypes.data, [(a.ctypes.data, b.ctypes.data)], out.size)
    for stores in stores_of(name):
        out[:] = -1
        assert ceilings.run(ceilings.loops[name, stores]) > 0
        assert (out == expected).all()


def test_the_ceiling_that_reads_reads_every_element() -> None:
    out, a = aligned(16), aligned(STEP * 7)
    a[:] = np.arange(a.size)
    ceilings = Ceilings(1, out.ctypes.data, [(a.ctypes.data, a.ctypes.data)], a.size)
    ceilings.run(ceilings.loops["read", "ordinary"])
    assert out.sum() == a.sum()
    assert ceilings.speeds("read", 0.0)["ordinary"] > 0


def test_a_ceiling_has_the_ratio_of_bytes() -> None:
    assert [ceiling_of(*bytes) for bytes in ((8, 1), (8, 7), (8, 4), (1, 8))] == ["read", "copy", "triad", "fill"]
    assert set(CEILINGS) == {"read", "copy", "triad", "fill"}


def threads(idle: float, busy: float, **ceiling: float) -> dict[str, Any]:
    block = {"median": idle, "mean": idle}
    return {"idle": [block] * 3, "busy": [{"median": 0.0, "mean": busy}] * 3, "ceilings": [ceiling] * 3}


def row(one: dict[str, Any], both: dict[str, Any], **facts: Any) -> dict[str, Any]:
    return {"title": "k", "one": one, "all": both, **facts}


COPY = {"ceiling": "copy", "read": 50, "written": 50}


def test_shares_take_the_better_stores_and_gains_the_means_on_busy_cores() -> None:
    found = row(threads(0.02, 0.06, ordinary=4000, streaming=6250), threads(0.01, 0.03, ordinary=10000), **COPY)
    assert share(found, "one") == pytest.approx(0.8)
    assert share(found, "all") == pytest.approx(1.0)
    assert gain(found, "idle") == gain(found, "busy") == 2.0
    assert possible_gain(found) == pytest.approx(2.0)
    assert [bar.holds for bar in bars(found)] == [False, True, True]


def test_a_gain_is_open_where_memory_gives_no_more() -> None:
    found = row(threads(0.02, 0.06, ordinary=5000), threads(0.019, 0.09, ordinary=5500), **COPY)
    assert [bar.holds for bar in bars(found)] == [True, None, False]
    assert bars(found)[1].measured == "1.05x, of 1.10x that memory gives"


def test_what_computes_has_no_ceiling_and_short_calls_no_gain() -> None:
    assert [bar.holds for bar in bars(row(threads(0.02, 0.06), threads(0.019, 0.06)))] == [False, True]
    assert not bars(row(threads(1e-4, 1e-4), threads(2e-4, 2e-4)))


def test_errors_are_missed_bars_and_missing_transforms_open_ones() -> None:
    assert [bar.holds for bar in bars({"title": "k", "error": "no"})] == [False]
    assert [bar.holds for bar in bars({"title": "k", "error": "NotImplementedError: next issue: pcc.jvp"})] == [None]


@pytest.mark.parametrize("name", KERNELS)
def test_large_arrays_have_the_size_that_is_asked_for(name: str) -> None:
    sizes = [sum(array.nbytes for array in KERNELS[name].inputs(rows)) for rows in (256, 512)]
    assert sizes[1] < 2.1 * sizes[0]


def test_kernels_are_measured_with_one_thread_and_with_all(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "bench" / "memory.py"), "--only", "add,rows", "--megabytes", "1"]
    options = ["--rounds", "2", "--seconds", "0.01", "--json", str(tmp_path / "memory.json")]
    done = subprocess.run(command + options, capture_output=True, text=True, timeout=300, check=False)
    found = json.loads((tmp_path / "memory.json").read_text())
    assert [row.get("ceiling") for row in found["kernels"].values()] == ["triad", "read"], done.stdout + done.stderr
    assert all(len(row["all"]["busy"]) == 2 for row in found["kernels"].values())
    assert found["origin"]["CPU"]
    assert found["settings"]["rounds"] == 2
