"""Products of 16-bit floats by tensor cores, against float64 under the shim and in the PTX of NVRTC."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from pcc.dialects.text import parse_module
from pcc.runtime.cuda.compilation import compile_for_device
from pcc.runtime.cuda.nvrtc import ARCHITECTURES, compile_text
from pcc.runtime.cuda.program import Program, Routine
from pcc.testing.cuda.shim import ORDERS, Shim
from pcc.testing.inputs import Array

SHAPES = {  # batch, rows, terms, columns; whether x and y are transposed
    "aligned": ((), 64, 64, 64, 0, 0),
    "one step": ((), 16, 16, 8, 0, 1),
    "ragged in chunks": ((2,), 72, 104, 80, 1, 1),
    "rows along memory": ((), 80, 40, 70, 1, 0),
    "nothing aligned": ((3,), 67, 35, 19, 0, 0),
    "columns apart": ((), 33, 72, 35, 0, 1),
}
EPSILON = {"f16": 2.0**-11, "bf16": 2.0**-8}
needs_shim = pytest.mark.skipif(shutil.which("g++") is None, reason="the shim needs g++")


def matmul(dtype: str, batch: Sequence[int], m: int, k: int, n: int, tx: int, ty: int) -> Program:
    """tanh of a product."""
    of = lambda *shape: f"tensor<{'x'.join(map(str, (*batch, *shape)))}x{dtype}>"  # noqa: E731
    x, y, r = of(*((k, m) if tx else (m, k))), of(*((n, k) if ty else (k, n))), of(m, n)
    return compile_for_device(
        parse_module(f"""func.func @main(%x: {x}, %y: {y}) -> {r} {{
        %0 = pd.matmul %x, %y {{transpose_x = {tx} : i64, transpose_y = {ty} : i64}} : ({x}, {y}) -> {r}
        %r = pd.tanh %0 : ({r}) -> {r}
        func.return %r : {r}
    }}""")
    )


def stored(x: Array, dtype: str) -> Array:
    return x.astype(np.float16) if dtype == "f16" else (x.astype(np.float32).view(np.uint32) >> 16).astype(np.uint16)


def numbers(x: Array) -> Array:
    wide = x if x.dtype != np.uint16 else (x.astype(np.uint32) << 16).view(np.float32)
    return wide.astype(np.float64)


def drawn(program: Program) -> list[Array]:
    random = np.random.default_rng(0)
    return [stored(random.standard_normal(spec.shape) / 2, spec.dtype) for spec in program.inputs]


def results(program: Program, arrays: list[Array]) -> Array:
    """The same in all schedules."""
    shim = Shim(program)
    first, *others = (shim(arrays, order)[0] for order in ORDERS)
    assert all(first.tobytes() == other.tobytes() for other in others)
    return numbers(first)


@needs_shim
@pytest.mark.parametrize("dtype", EPSILON)
@pytest.mark.parametrize("name", SHAPES)
def test_products(name: str, dtype: str) -> None:
    program, (*_, tx, ty) = matmul(dtype, *SHAPES[name]), SHAPES[name]
    assert "mma<" in program.source.partition('extern "C"')[2]
    x, y = arrays = drawn(program)
    a, b = (numbers(v).swapaxes(-1, -2) if turned else numbers(v) for v, turned in ((x, tx), (y, ty)))
    assert np.abs(results(program, arrays) - np.tanh(a @ b)).max() <= EPSILON[dtype]


@needs_shim
def test_convolution() -> None:
    """Its image is read under conditions, so nothing is copied asynchronously but filters."""
    program = compile_for_device(
        parse_module("""
        func.func @main(%x: tensor<2x8x7x6xf16>, %w: tensor<24x8x3x3xf16>) -> tensor<2x24x7x6xf16> {
          %r = pd.conv2d %x, %w {strides = array<i64: 1, 1>, paddings = array<i64: 1, 1>,
            padding_algorithm = "EXPLICIT", dilations = array<i64: 1, 1>, groups = 1 : i64, data_format = "NCHW"}
            : (tensor<2x8x7x6xf16>, tensor<24x8x3x3xf16>) -> tensor<2x24x7x6xf16>
          func.return %r : tensor<2x24x7x6xf16>
        }""")
    )
    assert "mma<f16>" in program.source
    x, w = arrays = drawn(program)
    windows = np.lib.stride_tricks.sliding_window_view(
        np.pad(numbers(x), ((0, 0), (0, 0), (1, 1), (1, 1))), (3, 3), (2, 3)
    )
    wanted = np.einsum("bchwij,fcij->bfhw", windows, numbers(w))
    assert np.abs(results(program, arrays) - wanted).max() <= EPSILON["f16"] * np.abs(wanted).max()


@needs_shim
@pytest.mark.parametrize("found", [r"ldmatrix<false>\(shared\d* \+ (\w+)\)", r"ldmatrix<true>\(shared\d* \+ (\w+)\)"])
def test_a_wrong_row_of_a_fragment_shows(found: str) -> None:
    program = matmul("f16", *SHAPES["aligned"])
    at = re.search(found, program.source[program.source.index('extern "C"') :])
    assert at is not None
    planted = replace(program, source=program.source.replace(at[0], at[0].replace(at[1], f"({at[1]} + 40)")))
    arrays = drawn(program)
    assert not np.allclose(results(planted, arrays), results(program, arrays), atol=0.1)


def test_own_products_of_any_size() -> None:
    """Without a library: a long sum, which a few threads take, and a large product."""
    x, y, p, z = (f"tensor<{shape}xf32>" for shape in ("4x4096", "4096x4", "4x4", "4x9000000"))
    text = f"""func.func @main(%x: {x}, %y: {y}, %z: {z}) -> {z} {{
        %0 = pd.matmul %x, %y {{transpose_x = false, transpose_y = false}} : ({x}, {y}) -> {p}
        %1 = pd.matmul %0, %z {{transpose_x = false, transpose_y = false}} : ({p}, {z}) -> {z}
        func.return %1 : {z}
    }}"""
    both = [compile_for_device(parse_module(text), s) for s in ({}, {"bufferize": {"own_products": -1}})]
    assert [sum(isinstance(step, Routine) for step in program.steps) for program in both] == [2, 0]


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize(("size", "instructions"), [(64, (16, 12, 6)), (2048, (64, 24, 10))])
def test_instructions(size: int, instructions: tuple[int, ...], architecture: str) -> None:
    """Products, parts of matrices, copies and waits of two steps, unrolled; all sums stay in registers."""
    source = matmul("bf16", (), size, 64, size, 0, 1).source
    text = compile_text(source, architecture, ptx=True).code.decode()
    assert tuple(map(text.count, ("mma.sync", "ldmatrix", "cp.async"))) == instructions
    assert [known.spilled for known in compile_text(source, architecture).resources.values()] == [0]
