"""Tuned programs compute the same, and are measured once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import paddle
import pytest

import pcc
from pcc.dialects.text import parse_module
from pcc.runtime import tuning
from pcc.runtime.cache import open_cache

TEXT = """func.func @main(%x: tensor<64x8xf32>, %i: tensor<5xi64>) -> tensor<5x8xf32> {
  %0 = pd.tanh %x : (tensor<64x8xf32>) -> tensor<64x8xf32>
  %1 = pd.gather %0, %i {axis = 0} : (tensor<64x8xf32>, tensor<5xi64>) -> tensor<5x8xf32>
  func.return %1 : tensor<5x8xf32>
}"""
LOOP = """func.func @main(%c: tensor<i1>, %x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "pd.while"(%c, %x) ({
  ^bb0(%y: tensor<4xf32>):
    "pd.yield"(%c, %y) : (tensor<i1>, tensor<4xf32>) -> ()
  }) : (tensor<i1>, tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}"""


@pytest.fixture
def measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The settings that were measured; the one with small kernels seems faster."""
    seen: list[object] = []

    def ratio(self: tuning.Measurement, one: object, other: object) -> float:
        seen.append(one)
        return 0.5 if one == {"fuse": {"max_ops": 12}} else 1.0

    monkeypatch.setattr(tuning.Measurement, "ratio", ratio)
    cache = open_cache(tmp_path)
    monkeypatch.setattr(tuning, "disk_cache", lambda: cache)
    return seen


def test_it_is_measured_once_and_then_known(measured: list[object]) -> None:
    first = tuning.tuned(parse_module(TEXT))
    count = len(measured)
    assert count > 1
    again = tuning.tuned(parse_module(TEXT))
    assert len(measured) == count
    assert "fuse{max-ops=12}" in first.pipeline
    assert again.pipeline == first.pipeline


def test_loops_that_wait_for_data_are_not_measured(measured: list[object]) -> None:
    assert tuning.tuned(parse_module(LOOP)).pipeline
    assert measured == []


def test_measurements_run() -> None:
    measurement = tuning.Measurement(parse_module(TEXT), tuning.host())
    assert 0.01 < measurement.ratio({"fuse": {"max_ops": 1}}, {}) < 100
    assert measurement.ratio({"fuse": {"max_ops": 48}}, {}) == 1.0


def test_jit_with_tune_computes_the_same() -> None:
    x = paddle.rand([16, 3])
    y = pcc.jit(lambda v: paddle.nn.functional.softmax(v @ v.T), tune=True)(x)
    np.testing.assert_allclose(y.numpy(), paddle.nn.functional.softmax(x @ x.T).numpy(), rtol=1e-5)
