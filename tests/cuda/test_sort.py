"""Rows sorted by a device's threads, and their places, are those of the CPU's routine, to the bit."""

from __future__ import annotations

import shutil
from typing import Any

import numpy as np
import pytest

from pcc.dialects.pd.sorting import PIECE
from pcc.dialects.text import parse_module
from pcc.runtime.cuda.compilation import compile_for_device
from pcc.runtime.cuda.program import Launch
from pcc.testing.cuda.shim import ORDERS, Shim
from tests.runtime.test_sort import TYPES, sort

pytestmark = pytest.mark.skipif(shutil.which("g++") is None, reason="the shim needs g++")


def module(rows: int, n: int, k: int, descending: bool, suffix: str) -> str:
    given, made, places = f"tensor<{rows}x{n}x{suffix}>", f"tensor<{rows}x{k}x{suffix}>", f"tensor<{rows}x{k}xi64>"
    options = f"k = {k} : i64, axis = -1 : i64, largest = {str(descending).lower()}, sorted = true"
    return f"""func.func @main(%x: {given}) -> ({made}, {places}) {{
        %v, %i = pd.topk %x {{{options}}} : ({given}) -> ({made}, {places})
        func.return %v, %i : {made}, {places}
    }}"""


def rows_with_ties(rows: int, n: int, suffix: str) -> np.ndarray:
    """Few numbers often, the extremes of the type, zeros of both signs, infinities, NaN of both signs."""
    special = [-0.0, 0.0, np.inf, -np.inf, np.nan, -np.nan] if suffix.startswith("f") else []
    info: Any = getattr(np, "finfo" if special else "iinfo")(TYPES[suffix])
    some = np.array([*special, info.min, info.max, *range(-2, 3)], info.dtype)
    return np.random.default_rng(n).choice(some, (rows, n))


@pytest.mark.parametrize(
    ("rows", "n", "k", "descending", "suffix"),
    [
        (5, 1, 1, False, "f32"),
        (9, 33, 33, True, "f32"),
        (2, 1000, 1000, False, "f64"),
        (3, 1024, 7, True, "i32"),
        (700, 3, 2, False, "i64"),
        (1, 4096, 4000, True, "f64"),
        (2, 7992, 100, True, "f32"),
        (1, 4097, 2048, False, "i64"),
        (2, 4097, 4097, True, "f32"),
        (1, 13001, 13001, False, "f64"),
        (2, 9000, 2100, True, "i32"),
    ],
)
def test_sorts(rows: int, n: int, k: int, descending: bool, suffix: str) -> None:
    made, x = compile_for_device(parse_module(module(rows, n, k, descending, suffix))), rows_with_ties(rows, n, suffix)
    in_one = n <= PIECE or 2 * k <= PIECE
    assert all(isinstance(step, Launch) for step in made.steps)
    assert (len(made.steps) == 1) == in_one
    wanted = sort(x, k, descending, suffix)
    for order in ORDERS:
        for got, want in zip(Shim(made)([x], order), wanted, strict=True):
            assert got.tobytes() == want.tobytes()
