"""Ops of the `kernel` dialect for threads of a block that work together; threads and barriers are xDSL's `gpu`."""

from __future__ import annotations

from xdsl.dialects.builtin import IntegerAttr, MemRefType
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
class SharedOp(IRDLOperation):
    """Memory that the threads of a block share; what is in it is unknown."""

    name = "kernel.shared"
    out = result_def(base(MemRefType))
    assembly_format = "attr-dict `:` type($out)"
