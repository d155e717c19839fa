"""Attention in one kernel, against float64 under the shim; without faults it has no races, and NVRTC spills nothing."""

from __future__ import annotations

import numpy as np
import pytest

from pcc.dialects.text import parse_module
from pcc.runtime.cuda.compilation import compile_for_device
from pcc.runtime.cuda.nvrtc import ARCHITECTURES, compile_text
from pcc.runtime.cuda.program import Program
from pcc.testing.cuda.races import find_races
from pcc.testing.cuda.shim import ORDERS, Shim
from pcc.testing.inputs import Array
from tests.cuda.test_tensor_cores import EPSILON, needs_shim, numbers, stored

SHAPES = {  # batches, rows, keys, terms, columns
    "one tile of keys": (64, 64, 64, 16, 16),
    "ragged in vectors": (36, 116, 132, 20, 56),
    "ragged": (64, 66, 37, 7, 5),
    "wide values": (64, 66, 36, 8, 72),
}
CASES = [("f32", name) for name in SHAPES]
CASES += [(dtype, name) for dtype in EPSILON for name in ("one tile of keys", "ragged in vectors")]


def attention(dtype: str, b: int, n: int, m: int, d: int, e: int) -> Program:
    """tanh(softmax(0.3 q k' + mask) v), the mask shared by all batches."""
    of = lambda *shape: f"tensor<{'x'.join(map(str, shape))}x{dtype}>"  # noqa: E731
    q, k, v, mask, s, r = of(b, n, d), of(b, m, d), of(b, m, e), of(n, m), of(b, n, m), of(b, n, e)
    return compile_for_device(
        parse_module(f"""func.func @main(%q: {q}, %k: {k}, %v: {v}, %mask: {mask}) -> {r} {{
            %0 = pd.matmul %q, %k {{transpose_x = false, transpose_y = true}} : ({q}, {k}) -> {s}
            %1 = pd.scale %0 {{scale = 0.3 : f64, bias = 0.0 : f64, bias_after_scale = true}} : ({s}) -> {s}
            %2 = pd.add %1, %mask : ({s}, {mask}) -> {s}
            %3 = pd.softmax %2 {{axis = -1 : i64}} : ({s}) -> {s}
            %4 = pd.matmul %3, %v {{transpose_x = false, transpose_y = false}} : ({s}, {v}) -> {r}
            %r = pd.tanh %4 : ({r}) -> {r}
            func.return %r : {r}
        }}""")
    )


def drawn(program: Program) -> list[Array]:
    """Of the mask's first row the first tiles have no weight, of the second the last ones."""
    random = np.random.default_rng(0)
    arrays = [random.standard_normal(spec.shape).astype(np.float32) for spec in program.inputs]
    arrays[-1][0, :-3], arrays[-1][1, 3:] = -np.inf, -np.inf
    return arrays if program.inputs[0].dtype == "f32" else [stored(a, program.inputs[0].dtype) for a in arrays]


@needs_shim
@pytest.mark.parametrize(("dtype", "name"), CASES)
def test_attention(dtype: str, name: str) -> None:
    program = attention(dtype, *SHAPES[name])
    assert len(program.steps) == 1
    assert program.arena_bytes == 1  # no matrix of weights
    arrays, shim = drawn(program), Shim(program)
    found, *others = (shim(arrays, order)[0] for order in ORDERS)
    assert all(found.tobytes() == other.tobytes() for other in others)
    q, k, v, mask = (numbers(a) for a in arrays)
    logits = 0.3 * q @ k.swapaxes(-1, -2) + mask
    weights = np.exp(logits - logits.max(-1, keepdims=True))
    wanted = np.tanh(weights / weights.sum(-1, keepdims=True) @ v)
    assert np.abs(numbers(found) - wanted).max() < (2e-6 if dtype == "f32" else 2 * EPSILON[dtype])


@needs_shim
@pytest.mark.parametrize("dtype", ["f32", "bf16"])
def test_it_has_no_races(dtype: str) -> None:
    program = attention(dtype, *SHAPES["ragged in vectors"])
    assert find_races(program, (-1, 7)) == []


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize(("dtype", "size"), [("f32", 64), ("f32", 128), ("f16", 64)])
def test_nothing_is_spilled(dtype: str, size: int, architecture: str) -> None:
    made = compile_text(attention(dtype, 64, 256, 256, size, size).source, architecture)
    assert [known.spilled for known in made.resources.values()] == [0]
