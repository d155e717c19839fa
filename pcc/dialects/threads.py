"""Ops of the `kernel` dialect for threads of a block that work together; threads and barriers are xDSL's `gpu`."""

from __future__ import annotations

from xdsl.dialects.builtin import IndexType, IntegerAttr, MemRefType, UnitAttr, VectorType, bf16, f16, f32, i1, i32
from xdsl.ir import Attribute
from xdsl.irdl import IRDLOperation, base, irdl_op_definition, operand_def, opt_prop_def, prop_def, result_def
from xdsl.utils.exceptions import VerifyException

WARP = 32  # threads that run together
HALVES = (f16, bf16)


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


@irdl_op_definition
class LdmatrixOp(IRDLOperation):
    """Four 8 x 8 matrices of 16-bit elements in shared memory, spread over a warp (PTX: `ldmatrix.x4`).

    Lane l gives the place of row l % 8 of matrix l // 8, eight elements at a multiple of 16 bytes. Of each matrix, or
    of its transpose if `turned`, it gets elements 2 (l % 4) and the one after of row l // 4.
    """

    name = "kernel.ldmatrix"
    memory = operand_def(base(MemRefType))
    at = operand_def(base(IndexType))
    turned = opt_prop_def(base(UnitAttr))
    out = result_def(VectorType.constr(i32))
    assembly_format = "$memory `[` $at `]` (`turned` $turned^)? attr-dict `:` type($memory) `->` type($out)"

    def verify_(self) -> None:
        if self.out.type != VectorType(i32, [4]) or not _is_half(self.memory.type):
            raise VerifyException("kernel.ldmatrix: takes memory of 16-bit floats and gives a vector<4xi32>")


@irdl_op_definition
class MmaOp(IRDLOperation):
    """a @ b + c of a warp: 16 x 16 by 16 x 8 elements of type `of`, sums of float32 (PTX: `mma.m16n8k16.row.col`).

    Lane l holds elements 2 (l % 4) and the one after of row l // 4 of every 8 x 8 matrix: of a and of b transposed as
    pairs, columns 0 to 7 first; of c those of rows l // 4 and l // 4 + 8.
    """

    name = "kernel.mma"
    of = prop_def(Attribute)
    a = operand_def(VectorType.constr(i32))
    b = operand_def(VectorType.constr(i32))
    c = operand_def(VectorType.constr(f32))
    out = result_def(VectorType.constr(f32))
    assembly_format = "$a `,` $b `,` $c `of` $of attr-dict `:` functional-type(operands, results)"

    def verify_(self) -> None:
        pairs, sums = [VectorType(i32, [4]), VectorType(i32, [2])], VectorType(f32, [4])
        if [v.type for v in (self.a, self.b)] != pairs or self.c.type != sums or self.out.type != sums:
            raise VerifyException("kernel.mma: takes vector<4xi32>, vector<2xi32>, vector<4xf32>, gives vector<4xf32>")
        if self.of not in HALVES:
            raise VerifyException("kernel.mma: multiplies elements of f16 or bf16")


@irdl_op_definition
class FragmentOp(IRDLOperation):
    """Two neighbouring results of `kernel.mma`, rounded to elements of type `of`, as the factor a of another one."""

    name = "kernel.fragment"
    of = prop_def(Attribute)
    low = operand_def(VectorType.constr(f32))
    high = operand_def(VectorType.constr(f32))
    out = result_def(VectorType.constr(i32))
    assembly_format = "$low `,` $high `of` $of attr-dict `:` functional-type(operands, results)"

    def verify_(self) -> None:
        sums = VectorType(f32, [4])
        if self.low.type != sums or self.high.type != sums or self.out.type != VectorType(i32, [4]):
            raise VerifyException("kernel.fragment: takes two vector<4xf32> and gives a vector<4xi32>")
        if self.of not in HALVES:
            raise VerifyException("kernel.fragment: makes elements of f16 or bf16")


@irdl_op_definition
class AsyncCopyOp(IRDLOperation):
    """16 bytes into shared memory, zeros unless the condition holds; there when the thread has waited (`cp.async`)."""

    name = "kernel.async_copy"
    target = operand_def(base(MemRefType))
    target_at = operand_def(base(IndexType))
    source = operand_def(base(MemRefType))
    source_at = operand_def(base(IndexType))
    real = operand_def(i1)
    assembly_format = (
        "$source `[` $source_at `]` `to` $target `[` $target_at `]` `if` $real "
        "attr-dict `:` type($source) `,` type($target)"
    )


@irdl_op_definition
class AsyncWaitOp(IRDLOperation):
    """Waits for the copies that the thread itself has begun; others see them behind a barrier."""

    name = "kernel.async_wait"
    assembly_format = "attr-dict"


def _is_half(memory: Attribute) -> bool:
    return isinstance(memory, MemRefType) and memory.element_type in HALVES
