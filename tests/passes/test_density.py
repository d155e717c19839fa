"""Which tensors are known to be almost all zeros, and what products make of it."""

from __future__ import annotations

from typing import Any

import numpy as np
import paddle
import pytest
from paddle.nn import functional

import pcc
from pcc.dialects.text import parse_module
from pcc.passes.density import Density
from pcc.runtime.build import main_of

OPS = {
    "pd.one_hot %i {num_classes = 100 : i64} : (tensor<50xi64>) -> tensor<50x100xf32>": 0.01,
    "pd.multiply %h, %x : (tensor<50x100xf32>, tensor<50x100xf32>) -> tensor<50x100xf32>": 0.01,
    "pd.multiply %x, %h : (tensor<50x100xf32>, tensor<50x100xf32>) -> tensor<50x100xf32>": 0.01,
    "pd.add %h, %g : (tensor<50x100xf32>, tensor<50x100xf32>) -> tensor<50x100xf32>": 0.02,
    "pd.add %h, %x : (tensor<50x100xf32>, tensor<50x100xf32>) -> tensor<50x100xf32>": 1,
    "pd.maximum %h, %x : (tensor<50x100xf32>, tensor<50x100xf32>) -> tensor<50x100xf32>": 1,
    "pd.relu %h : (tensor<50x100xf32>) -> tensor<50x100xf32>": 0.01,
    "pd.cast %h {dtype = f64} : (tensor<50x100xf32>) -> tensor<50x100xf64>": 0.01,
    "pd.greater_than %h, %zero : (tensor<50x100xf32>, tensor<f32>) -> tensor<50x100xi1>": 0.01,
    "pd.less_than %h, %one : (tensor<50x100xf32>, tensor<f32>) -> tensor<50x100xi1>": 1,
    "pd.reshape %h {shape = array<i64: 5000>} : (tensor<50x100xf32>) -> tensor<5000xf32>": 0.01,
    "pd.exp %h : (tensor<50x100xf32>) -> tensor<50x100xf32>": 1,
}


@pytest.mark.parametrize(("op", "share"), OPS.items())
def test_shares(op: str, share: float) -> None:
    module = parse_module(f"""func.func @main(%i: tensor<50xi64>, %x: tensor<50x100xf32>) {{
      %zero = pd.full {{shape = array<i64>, value = 0.0 : f64, dtype = f32}} : () -> tensor<f32>
      %one = pd.full {{shape = array<i64>, value = 1.0 : f64, dtype = f32}} : () -> tensor<f32>
      %h = pd.one_hot %i {{num_classes = 100 : i64}} : (tensor<50xi64>) -> tensor<50x100xf32>
      %g = pd.scale %h {{scale = 2.0 : f64, bias = 0.0 : f64, bias_after_scale = true}}
        : (tensor<50x100xf32>) -> tensor<50x100xf32>
      %r = {op}
      func.return
    }}""")
    function = main_of(module)
    last = function.body.block.last_op
    assert last is not None
    assert last.prev_op is not None
    assert Density.of(function)[last.prev_op.results[0]] == pytest.approx(share)


def pick(tokens: Any, places: Any) -> Any:
    """Each slot's token, and each token's slot."""
    there = functional.one_hot(places, 300)
    return paddle.einsum("sc,sm->cm", there * 2, tokens), paddle.matmul(there.reshape([4, 100, 300]), tokens[:300])


def inputs() -> tuple[Any, Any]:
    rng = np.random.default_rng(3)
    tokens = paddle.to_tensor(rng.standard_normal((400, 128)).astype("float32"))
    return tokens, paddle.to_tensor(rng.integers(0, 300, 400))


def test_products_of_one_hot_tensors_skip_zeros_and_keep_nan() -> None:
    tokens, places = inputs()
    compiled = pcc.jit(pick)
    assert pcc.trace(pick)(tokens, places).lower().compile().ir("loops").count("pcc_sparse_gemm_f32") == 2
    for spoilt in (False, True):
        if spoilt:
            tokens[7, 3] = float("nan")
        for own, right in zip(compiled(tokens, places), pick(tokens, places), strict=True):
            np.testing.assert_allclose(own.numpy(), right.numpy(), rtol=1e-5, atol=1e-5)
