"""The GraphNet harness: what rows, statuses and bars are made of, and one small graph run for real."""

from __future__ import annotations

import json
import lzma
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench.children import Report
from bench.graphnet import bars, cells, farther, outcome, row_of, share, speedup, static_speedup
from bench.graphnet_child import copied, given, max_error, widen
from bench.metrics import LEVELS

ROOT = Path(__file__).parents[2]
LOADER = """
import lzma, json, numpy as np
def read(path):
    return (json.loads(line) for line in lzma.open(path, "rt"))
def inputs(graph):
    return [np.full((64, 64), 0.5, np.float32)]
def build(graph):
    import paddle
    return lambda x: (getattr(paddle, graph["ops"][0][0])(x),)
def layer(graph):
    import paddle
    class Layer(paddle.nn.Layer):
        def forward(self, tensors):
            return (paddle.tanh(tensors[0]),)
    return Layer()
"""


def row(**facts: Any) -> dict[str, Any]:
    good = {"correct_at": list(LEVELS), "ops": 10, "left": [], "compile_s": 1.0}
    return row_of("g", Report({**good, "seconds": {"eager": 4.0, "to_static": 3.0, "pcc": 2.0}, **facts}, "timing"))


def test_status() -> None:
    assert row()["status"] == "ok"
    assert row(correct_at=[-2, -1, 0])["status"] == "differs"
    assert row(failure="compile", why="no")["status"] == "failed"
    assert row(left_out="answers differently twice")["status"] == "left out"
    assert row_of("g", Report({}, "eager", "SIGSEGV"))["status"] == "left out"
    assert row_of("g", Report({}, "pcc", "SIGSEGV"))["status"] == "crashed"
    assert row_of("g", Report({"correct_at": [0]}, "float64", "over 16 GiB in float64"))["status"] == "differs"


def test_speedup_is_over_to_static_and_over_eager_without_it() -> None:
    assert speedup(row()) == static_speedup(row()) == 1.5
    eager_only = row(seconds={"eager": 4.0, "pcc": 2.0})
    assert speedup(eager_only) == 2.0
    assert static_speedup(eager_only) is None
    assert outcome(row()).speedup == 1.5
    assert outcome(row(failure="compile")).failure == "compile"


def test_farther_compares_distances_from_float64() -> None:
    assert farther({"far": 3.0, "paddle_far": 2.0}) == 1.5
    assert farther({"far": 0.0, "paddle_far": 0.0}) == 0.0
    assert farther({"far": 1.0, "paddle_far": 0.0}) == math.inf
    assert farther({"far": math.inf, "paddle_far": 1.0}) == math.inf
    assert farther({"far": math.inf, "paddle_far": math.inf}) == 1.0
    assert farther({}) == math.inf


def test_share_counts_op_instances() -> None:
    assert share(row(left=[["svd", "T5", "a.py:1"]])) == pytest.approx(0.9)


def test_bars_hold_and_miss() -> None:
    assert all(bar.holds for bar in bars([row(seconds={"to_static": 3.0, "pcc": 1.0})] * 100, timed=True))
    slow_and_partly_left = row(compile_s=9.0, left=[["svd", "T5", "a.py:1"]], seconds={"to_static": 1.0, "pcc": 1.1})
    wrong = row(correct_at=[], far=5.0, paddle_far=1.0)
    missed = [
        bar.promise for bar in bars([slow_and_partly_left] * 3 + [wrong, row(failure="runtime", why="x")], timed=True)
    ]
    held = [bar.promise for bar in bars([slow_and_partly_left] * 3 + [wrong], timed=True) if bar.holds]
    assert len(missed) == 10
    assert held == ["every graph that Paddle runs, runs", "none crashes"]


def test_max_error_ignores_what_is_equal() -> None:
    ref = np.array([math.nan, math.inf, 1.0], np.float32)
    assert max_error([np.array([math.nan, math.inf, 1.5], np.float32)], [ref]) == 0.5
    assert max_error([np.array([1.0, math.inf, 1.0], np.float32)], [ref]) is None
    assert max_error([np.zeros(2)], [np.zeros(3)]) is None
    assert max_error([np.zeros(1), np.array([math.nan])], [np.zeros(1), np.zeros(1)]) is None


def test_widen_replaces_dtypes_only() -> None:
    ops = [["paddle._C_ops.cast", [{"v": "x"}, {"c": "paddle.float32"}], {"k": {"c": "paddle.int64"}}, "y"]]
    wide = [["paddle._C_ops.cast", [{"v": "x"}, {"c": "paddle.float64"}], {"k": {"c": "paddle.int64"}}, "y"]]
    assert widen(ops) == wide


def test_given_makes_arguments_of_random_numbers() -> None:
    draw, use = ["paddle._C_ops.uniform", [], {}, "u"], ["paddle._C_ops.floor", [{"v": "u"}], {}, "y"]
    graph = {"args": ["x"], "ops": [draw, use], "returns": ["y"]}
    assert given(graph, ["u"]) == {"args": ["x", "u"], "ops": [use], "returns": ["y"]}


def test_copied_returns_copies() -> None:
    graph = copied({"args": ["x"], "ops": [["paddle.tanh", [{"v": "x"}], {}, "y"]], "returns": ["y", "x", "y"]})
    assert graph["returns"] == ["y copied", "x copied", "y copied"]
    assert graph["ops"][1:] == [["paddle.assign", [{"v": name}], {}, f"{name} copied"] for name in ("y", "x")]


def test_onednn_is_a_column_and_no_baseline() -> None:
    fast = row(seconds={"to_static": 3.0, "onednn": 1.0, "pcc": 2.0})
    assert static_speedup(fast) == 1.5
    assert "1000.00" in cells(fast)
    assert "oneDNN: wrong" in cells(row(onednn_correct_at=[0]))
    assert "oneDNN: SIGSEGV in onednn" in cells(row(onednn_error="SIGSEGV in onednn"))


def test_small_graphs_run_in_children(tmp_path: Path) -> None:
    def graph(name: str, op: str) -> dict[str, Any]:
        ops = [[op, [{"v": "x"}], {}, "y"]]
        return {"name": name, "args": ["x"], "tensors": {"x": {"dtype": "float32"}}, "ops": ops, "returns": ["y"]}

    graphs = [graph("good", "tanh"), graph("random", "bernoulli"), graph("no such op", "tanhh")]
    (tmp_path / "graphnet.py").write_text(LOADER)
    with lzma.open(tmp_path / "graphs.jsonl.xz", "wt") as data:
        data.writelines(json.dumps(g) + "\n" for g in graphs)
    command = [sys.executable, str(ROOT / "bench" / "graphnet.py"), str(tmp_path / "graphs.jsonl.xz")]
    options = ["--compiler", "to_static", "--no-timing", "--json", str(tmp_path / "rows.json")]
    done = subprocess.run(command + options, capture_output=True, text=True, timeout=300, check=False)
    rows = json.loads((tmp_path / "rows.json").read_text())["graphs"]
    assert [r["status"] for r in rows] == ["ok", "left out", "left out"], done.stdout + done.stderr
    assert rows[1]["left_out"] == "Paddle answers differently twice"
    assert "has no attribute 'tanhh'" in rows[2]["left_out"]
