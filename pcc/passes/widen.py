"""Products of 16-bit floats in float32."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.builtin import f32
from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.pd.base import PdOp, bit_width, dtype_of, is_float
from pcc.dialects.pd.builder import Builder
from pcc.passes.base import Analyses, Fact, Facts, Pass, facts
from pcc.passes.facts import InKernels, NoDuplicates, tensor_ops

LIBRARY = ("contraction", "convolution")  # kinds whose routines take float32 and float64


def _is_narrow(value: SSAValue) -> bool:
    return is_float(dtype_of(value)) and bit_width(dtype_of(value)) < 32


def is_half_product(op: PdOp) -> bool:
    """Whether it is a product of 16-bit floats."""
    return op.KERNEL in LIBRARY and any(_is_narrow(o) for o in op.operands)


class WideProducts(Fact):
    """No routine is asked for a product of 16-bit floats."""

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((op for op in tensor_ops(func) if is_half_product(op)), None)


@dataclass(frozen=True)
class Widen(Pass):
    """matmul(x, y: f16) -> cast(matmul(cast(x, f32), cast(y, f32)), f16), likewise for bf16 and convolutions."""

    name: ClassVar[str] = "widen"
    gives: ClassVar[Facts] = facts(WideProducts)
    breaks: ClassVar[Facts] = facts(NoDuplicates)
    serves: ClassVar[Facts] = facts(InKernels)
    on: ClassVar = (PdOp,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        narrow = [op for op in tensor_ops(func) if is_half_product(op)]
        for op in narrow:
            _widen(op)
        return bool(narrow)


def _widen(op: PdOp) -> None:
    before = InsertPoint.before(op)
    b = Builder(lambda new: Rewriter.insert_op(new, before), op.location)
    wide = [b.cast(o, f32) if _is_narrow(o) else o for o in op.operands]
    new = type(op).create(operands=wide, properties=op.properties, location=op.location)
    new.set_result_types(new.infer())
    b.insert(new)
    for old, made in zip(op.results, new.results, strict=True):
        old.replace_all_uses_with(b.cast(made, dtype_of(old)))
    op.detach()
    op.erase()
