"""Rows that data picks are those of the index, some abreast or one after the other."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from xdsl.dialects.builtin import ModuleOp, f16, f32, i64
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Block, Region

from pcc.dialects.pd.base import tensor
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.indexing import GatherOp
from pcc.runtime.build import build


def gathering(rows: int, width: int, picked: int, dtype: Any) -> ModuleOp:
    """A module whose `main` takes a table and indices."""
    block = Block(arg_types=[tensor([rows, width], dtype), tensor([picked], i64)])
    b = Builder(block.add_op)
    block.add_op(ReturnOp(b.mul(b.op(GatherOp, *block.args, axis=0), 2.0)))
    types = ([a.type for a in block.args], [tensor([picked, width], dtype)])
    return ModuleOp([FuncOp("main", types, Region(block))])


@pytest.mark.parametrize("cached_bytes", [1, 1 << 40])
@pytest.mark.parametrize(("width", "dtype"), [(1024, f32), (768, f32), (2048, f16), (1000, f32), (64, f32)])
@pytest.mark.parametrize("picked", [64, 1000, 4096, 12, 7])
def test_rows_are_those_that_the_index_picks(picked: int, width: int, dtype: Any, cached_bytes: int) -> None:
    settings = {"lower-to-loops": {"cached_bytes": cached_bytes}}
    built = build(gathering(50, width, picked, dtype), keep_text=True, settings=settings)
    rng = np.random.default_rng(0)
    table = rng.integers(-99, 99, [50, width]).astype({f32: np.float32, f16: np.float16}[dtype])
    index = rng.integers(-50, 50, picked)
    out = np.zeros([picked, width], table.dtype)
    built.executable([table.ctypes.data, index.ctypes.data, out.ctypes.data])
    assert (out == table[index] * 2).all()
