"""Matrix products against NumPy in double precision: sizes at the tiles' edges, strides, batches, bias, epilogue."""

from __future__ import annotations

import ctypes
import threading
from typing import Any

import numpy as np
import pytest

from pcc.dialects.routines import packed_elements
from pcc.runtime.cpu.gemm import ACCUMULATE, COLUMN_BIAS, ROW_BIAS, ZERO, packed_size
from pcc.runtime.cpu.library import library
from pcc.runtime.cpu.microkernel import tile_of
from tests.runtime.products import SUFFIX, TARGETS, aligned, block, run

SIZES = [1, 2, 3, 5, 13, 14, 15, 16, 31, 32, 33, 63, 64, 100, 257, 300]
EPSILON: dict[np.dtype[Any], float] = {np.dtype(np.float32): 2e-7, np.dtype(np.float64): 4e-16}


def operand(rng: np.random.Generator, shape: tuple[int, ...], dtype: Any) -> np.ndarray:
    """A random array in a random layout: C, Fortran, transposed batch, every second element, repeated batch."""
    layout = rng.integers(5)
    if layout == 0:
        return rng.standard_normal(shape).astype(dtype)
    if layout == 1:
        return rng.standard_normal((shape[0], shape[1], shape[3], shape[2])).astype(dtype).swapaxes(2, 3)
    if layout == 2:
        return rng.standard_normal((shape[2], shape[1], shape[0], shape[3])).astype(dtype).swapaxes(0, 2)
    if layout == 3:
        return rng.standard_normal((*shape[:3], 2 * shape[3])).astype(dtype)[..., ::2]
    return np.broadcast_to(rng.standard_normal((1, *shape[1:])).astype(dtype), shape)


def expect(c: np.ndarray, a: np.ndarray, b: np.ndarray, init: np.ndarray | float = 0.0) -> None:
    """|c - (init + a @ b)| is at most a few roundings of the sum of magnitudes."""
    wide_a, wide_b = a.astype(np.float64), b.astype(np.float64)
    scale = np.abs(wide_a) @ np.abs(wide_b) + np.abs(init) + 1
    error = np.abs(c - (wide_a @ wide_b + init)) / scale
    assert error.size == 0 or error.max() < EPSILON[c.dtype] * (4 + a.shape[-1] ** 0.5), error.max()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("target", TARGETS)
def test_random_sizes_and_strides(target: str, dtype: Any) -> None:
    rng, code = np.random.default_rng(3), library(TARGETS[target])
    for _ in range(80 if target == "host" else 30):
        m, n, k = (int(rng.choice(SIZES)) for _ in range(3))
        batch = (int(rng.integers(1, 4)), int(rng.integers(1, 4)))
        a, b = operand(rng, (*batch, m, k), dtype), operand(rng, (*batch, k, n), dtype)
        full = np.full((*batch, m, n + 3), 7, dtype)
        run(block(a, b, full[..., :n]), full.dtype, code)
        expect(full[..., :n], a, b)
        assert (full[..., n:] == 7).all(), (m, n, k)


@pytest.mark.parametrize(("m", "n", "k"), [(0, 3, 4), (3, 0, 4), (3, 4, 0)])
def test_empty(m: int, n: int, k: int) -> None:
    a, b = np.ones((1, 1, m, k), np.float32), np.ones((1, 1, k, n), np.float32)
    c = np.full((1, 1, m, n), 7, np.float32)
    run(block(a, b, c), c.dtype)
    assert (c == 0).all()


@pytest.mark.parametrize(
    "size",
    [
        (512, 300, 400),
        (1030, 70, 300),
        (40, 1500, 300),
        (3, 5, 500_000),
        (60, 70, 9001),
        (1, 1, 2_000_001),
        (700, 600, 3),
    ],
)
def test_large_enough_for_threads(size: tuple[int, int, int]) -> None:
    m, n, k = size
    rng = np.random.default_rng(4)
    for dtype in (np.float32, np.float64):
        a, b = operand(rng, (1, 1, m, k), dtype), operand(rng, (1, 1, k, n), dtype)
        c = np.empty((1, 1, m, n), dtype)
        run(block(a, b, c), c.dtype)
        expect(c, a, b)


@pytest.mark.parametrize("init", [ZERO, ROW_BIAS, COLUMN_BIAS, ACCUMULATE])
@pytest.mark.parametrize(("m", "n", "k"), [(15, 33, 700), (1, 40, 9), (40, 1, 9), (300, 200, 300), (5, 6, 0)])
def test_initial_values(init: int, m: int, n: int, k: int) -> None:
    rng = np.random.default_rng(5)
    a, b = operand(rng, (2, 2, m, k), np.float32), operand(rng, (2, 2, k, n), np.float32)
    c = rng.standard_normal((2, 2, m, n)).astype(np.float32)
    bias = rng.standard_normal((2, 1, n if init == ROW_BIAS else m)).astype(np.float32)
    start = {ZERO: np.zeros(1), ROW_BIAS: bias[:, :, None, :], COLUMN_BIAS: bias[..., None], ACCUMULATE: c.copy()}[init]
    run(block(a, b, c, init=init, bias=bias.ctypes.data, bias_batch0=bias.shape[2]), c.dtype)
    expect(c, a, b, start.astype(np.float64))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(("m", "n", "k"), [(1, 100, 300), (14, 32, 64), (33, 1, 257), (200, 77, 600), (300, 333, 320)])
def test_packed_operands(target: str, dtype: Any, m: int, n: int, k: int) -> None:
    rng, code, suffix = np.random.default_rng(6), library(TARGETS[target]), SUFFIX[np.dtype(dtype)]
    tile = tile_of(TARGETS[target], "float" if suffix == "f32" else "double")
    a, b = operand(rng, (1, 1, m, k), dtype), operand(rng, (1, 1, k, n), dtype)
    types = [ctypes.c_void_p, *[ctypes.c_int64] * 4, ctypes.c_void_p]
    packs = {}
    for name, array, across in (("a", a, m), ("b", b, n)):
        size = packed_size(tile, across, k, name == "a") // tile.bytes
        assert name == "a" or size <= packed_elements(k, n)
        out = aligned(size, np.dtype(dtype))
        row, column = (s // array.itemsize for s in array.strides[2:])
        code.function(f"pcc_pack_{name}_{suffix}", *types)(
            array.ctypes.data, row, column, *array.shape[2:], out.ctypes.data
        )
        packs[name] = out
    for chosen in ("a", "b", "ab"):
        c = np.empty((1, 1, m, n), dtype)
        parameters = block(a, b, c, **{f"{name}_packed": 1 for name in chosen})
        for name in chosen:
            setattr(parameters, name, packs[name].ctypes.data)
        run(parameters, c.dtype, code)
        expect(c, a, b)


def test_epilogue_sees_every_element_once_when_final() -> None:
    rng = np.random.default_rng(7)
    a, b = operand(rng, (2, 3, 150, 600), np.float32), operand(rng, (2, 3, 600, 700), np.float32)
    c, seen = np.zeros((6, 150, 700), np.float32), np.zeros((6, 150, 700), np.int32)

    def epilogue(_: int | None, batch: int, m0: int, m1: int, n0: int, n1: int) -> None:
        seen[batch, m0:m1, n0:n1] += 1
        c[batch, m0:m1, n0:n1] *= 2

    callback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, *[ctypes.c_int64] * 5)(epilogue)
    address = ctypes.cast(callback, ctypes.c_void_p)
    run(block(a, b, c.reshape(2, 3, 150, 700), epilogue=address), c.dtype)
    assert (seen == 1).all()
    expect(c.reshape(2, 3, 150, 700) / np.float32(2), a, b)


def test_two_python_threads_at_once() -> None:
    rng = np.random.default_rng(8)
    a, b = operand(rng, (1, 1, 300, 400), np.float32), operand(rng, (1, 1, 400, 500), np.float32)
    right = np.empty((1, 1, 300, 500), np.float32)
    run(block(a, b, right), right.dtype)
    same: list[bool] = []

    def work() -> None:
        for _ in range(20):
            c = np.empty_like(right)
            run(block(a, b, c), c.dtype)
            same.append(bool(np.allclose(c, right, rtol=1e-4, atol=1e-4)))

    callers = [threading.Thread(target=work) for _ in range(2)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert len(same) == 40
    assert all(same)
