"""Programs for tests of passes: a module of one function, made by a builder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from xdsl.dialects.builtin import ModuleOp, f32
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Block, Region, SSAValue

from pcc.dialects.pd.base import Tensor, tensor
from pcc.dialects.pd.builder import Builder


def program_of(types: Sequence[Tensor], body: Callable[..., Sequence[SSAValue]]) -> ModuleOp:
    """A module whose `main` takes tensors of these types, and returns what `body(builder, *arguments)` does."""
    block = Block(arg_types=types)
    returned = body(Builder(block.add_op), *block.args)
    block.add_op(ReturnOp(*returned))
    return ModuleOp([FuncOp("main", (types, [r.type for r in returned]), Region(block))])


def program(shape: Sequence[int], body: Callable[[Any, Any], Sequence[SSAValue]]) -> ModuleOp:
    """The same of one float32 tensor."""
    return program_of([tensor(shape, f32)], body)


SETTINGS = {far: {"lower-to-loops": {"cached_bytes": 1 if far else 1 << 40}} for far in (False, True)}  # of the caches
