"""Ops of the `kernel` dialect for what runs block by block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from xdsl.dialects.builtin import ArrayAttr, DenseArrayBase, IndexType, LocationAttr, MemRefType, i64
from xdsl.ir import Attribute, Block, Region, SSAValue
from xdsl.irdl import (
    IRDLOperation,
    ParsePropInAttrDict,
    base,
    irdl_op_definition,
    operand_def,
    prop_def,
    region_def,
    result_def,
    traits_def,
    var_operand_def,
    var_result_def,
)
from xdsl.traits import IsolatedFromAbove, Pure
from xdsl.utils.exceptions import VerifyException

from pcc.dialects.kernel import YieldOp, yielded

ANY_ORDER = "any_order"  # of an `scf.for` over blocks: its iterations read nothing that another one writes


def _numbers(array: Attribute) -> tuple[int, ...]:
    assert isinstance(array, DenseArrayBase)
    return tuple(cast(Any, array).get_values())


@irdl_op_definition
class BlocksOp(IRDLOperation):
    """Launches that run one after another for each block of their results, in any order or at once.

    There is a block for every index below `counts`. The region has launches, or what they are made of, on tensors of a
    block's size; its arguments are the inputs from where the block begins on, and it yields the block of each output:
    per input, then per output, `steps` says how many elements the beginning moves by with each index.
    """

    name = "kernel.blocks"
    counts = prop_def(base(DenseArrayBase))
    steps = prop_def(base(ArrayAttr))
    inputs = var_operand_def()
    outputs = var_result_def()
    body = region_def("single_block")
    irdl_options = (ParsePropInAttrDict(),)
    traits = traits_def(IsolatedFromAbove(), Pure())
    assembly_format = "`(` $inputs `)` attr-dict `:` functional-type($inputs, $outputs) $body"

    @classmethod
    def around(
        cls,
        inputs: Sequence[SSAValue],
        block: Block,
        types: Sequence[Attribute],
        counts: Sequence[int],
        steps: Sequence[Sequence[int]],
        location: LocationAttr,
    ) -> BlocksOp:
        """The op whose region is `block`, with results of the given types."""
        numbers = lambda values: DenseArrayBase.from_list(i64, list(values))  # noqa: E731
        properties = {"counts": numbers(counts), "steps": ArrayAttr([numbers(step) for step in steps])}
        return cls.create(
            operands=inputs, result_types=types, properties=properties, regions=[Region(block)], location=location
        )

    def extents(self) -> tuple[int, ...]:
        """`counts` as numbers."""
        return _numbers(self.counts)

    def moves(self) -> list[tuple[int, ...]]:
        """`steps` as numbers."""
        return [_numbers(s) for s in self.steps.data]

    def verify_(self) -> None:
        if [a.type for a in self.body.block.args] != list(self.inputs.types):
            raise VerifyException("kernel.blocks: the types of its operands and of its block's arguments differ")
        if not isinstance(self.body.block.last_op, YieldOp) or len(yielded(self)) != len(self.outputs):
            raise VerifyException("kernel.blocks: its block ends in a kernel.yield of a block of each result")
        if [len(m) for m in self.moves()] != [len(self.counts)] * (len(self.inputs) + len(self.outputs)):
            raise VerifyException("kernel.blocks: steps are those of each input and output with each index")


@irdl_op_definition
class PartOp(IRDLOperation):
    """Memory from an offset on, in elements."""

    name = "kernel.part"
    memory = operand_def(base(MemRefType))
    offset = operand_def(base(IndexType))
    out = result_def(base(MemRefType))
    traits = traits_def(Pure())
    assembly_format = "$memory `[` $offset `]` attr-dict `:` type($memory) `to` type($out)"


@irdl_op_definition
class ScratchOp(IRDLOperation):
    """Memory of the thread that asks; what is in it is unknown."""

    name = "kernel.scratch"
    out = result_def(base(MemRefType))
    assembly_format = "attr-dict `:` type($out)"
