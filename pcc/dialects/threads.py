"""Ops of the `kernel` dialect for threads of a block that work together; threads and barriers are xDSL's `gpu`."""

from __future__ import annotations

from xdsl.dialects.builtin import IndexType, IntegerAttr, MemRefType, i1, i32
from xdsl.irdl import IRDLOperation, base, irdl_op_definition, operand_def, prop_def, result_def
from xdsl.utils.exceptions import VerifyException

WARP = 32  # threads that run together


@irdl_op_definition
class ShuffleOp(IRDLOperation):
    """x of the thread whose place in the warp differs in the bits of `by` (`gpu.shuffle xor`). All take part."""

    name = "kernel.shuffle"
    x = operand_def()
    by = prop_def(base(IntegerAttr))
    out = result_def()
    assembly_format = "$x `xor` $by attr-dict `:` functional-type(operands, results)"

    def verify_(self) -> None:
        if self.x.type != self.out.type or not 0 < self.by.value.data < WARP:
            raise VerifyException(f"kernel.shuffle: takes and gives one type, by 1 to {WARP - 1}")


@irdl_op_definition
class ShuffleFromOp(IRDLOperation):
    """x of the thread at a place of the warp that this thread names (`gpu.shuffle idx`). All take part."""

    name = "kernel.shuffle_from"
    x = operand_def()
    place = operand_def(IndexType())
    out = result_def()
    assembly_format = "$x `at` $place attr-dict `:` type($x) `->` type($out)"

    def verify_(self) -> None:
        if self.x.type != self.out.type:
            raise VerifyException("kernel.shuffle_from: takes and gives one type")


@irdl_op_definition
class BallotOp(IRDLOperation):
    """Bit l: whether the condition of thread l of the warp holds (`gpu.ballot`). All take part."""

    name = "kernel.ballot"
    condition = operand_def(i1)
    out = result_def(i32)
    assembly_format = "$condition attr-dict"


@irdl_op_definition
class SharedOp(IRDLOperation):
    """Memory that the threads of a block share; what is in it is unknown."""

    name = "kernel.shared"
    out = result_def(base(MemRefType))
    assembly_format = "attr-dict `:` type($out)"
