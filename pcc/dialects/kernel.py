"""The `kernel` dialect: a program cut into kernels, and the few loop ops that xDSL lacks.

`kernel.launch` holds the `pd` ops that one kernel computes; its values are tensors, so what is fused stays
readable. `kernel.memory` ops act on flat memrefs at the loop level.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from math import prod
from typing import Any

from xdsl.dialects.builtin import (
    ArrayAttr,
    DictionaryAttr,
    IndexType,
    IntegerAttr,
    IntegerType,
    MemRefType,
    StringAttr,
    SymbolRefAttr,
    TensorType,
    UnitAttr,
    VectorType,
    i1,
    i64,
)
from xdsl.ir import Attribute, Block, Dialect, Operation, Region, SSAValue
from xdsl.irdl import (
    AttrSizedOperandSegments,
    IRDLOperation,
    base,
    irdl_op_definition,
    operand_def,
    opt_operand_def,
    opt_prop_def,
    prop_def,
    region_def,
    result_def,
    traits_def,
    var_operand_def,
    var_result_def,
)
from xdsl.parser import Parser, UnresolvedOperand
from xdsl.printer import Printer
from xdsl.traits import IsolatedFromAbove, IsTerminator, Pure
from xdsl.utils.exceptions import VerifyException

from pcc.dialects import scan
from pcc.dialects.routines import LAYOUTS

BOUNDS = ("batch", "m0", "m1", "n0", "n1")


@irdl_op_definition
class YieldOp(IRDLOperation):
    """Ends a launch: its operands are the launch's results."""

    name = "kernel.yield"
    values = var_operand_def()
    traits = traits_def(IsTerminator())
    assembly_format = "operands attr-dict `:` type(operands)"


@irdl_op_definition
class LaunchOp(IRDLOperation):
    """One kernel: the ops of its region computed in one go, on whole tensors.

    `kind` says how it is scheduled: `loops` (a fused nest), or the library routine that computes its one op.
    Text: `%2 = kernel.launch "loops" (%x = %0, %y = %1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> { ... }`.
    """

    name = "kernel.launch"
    kind = prop_def(base(StringAttr))
    inputs = var_operand_def()
    outputs = var_result_def()
    body = region_def("single_block")
    traits = traits_def(IsolatedFromAbove(), Pure())

    @staticmethod
    def around(kind: str, inputs: Sequence[SSAValue], block: Block, results: Sequence[Attribute]) -> LaunchOp:
        return LaunchOp.create(
            operands=list(inputs),
            result_types=list(results),
            properties={"kind": StringAttr(kind)},
            regions=[Region(block)],
        )

    def verify_(self) -> None:
        last = self.body.block.last_op
        if [a.type for a in self.body.block.args] != list(self.inputs.types):
            raise VerifyException("kernel.launch: the types of its operands and of its block's arguments differ")
        if not isinstance(last, YieldOp) or list(last.values.types) != list(self.outputs.types):
            raise VerifyException("kernel.launch: its block ends in a kernel.yield of its results' types")

    def print(self, printer: Printer) -> None:
        printer.print_string(" ")
        printer.print_attribute(self.kind)
        printer.print_string(" (")
        pairs = zip(self.body.block.args, self.inputs, strict=True)
        printer.print_list(pairs, lambda pair: _print_input(printer, *pair))
        printer.print_string(")")
        printer.print_op_attributes(self.attributes)
        printer.print_string(" : ")
        printer.print_function_type(self.operand_types, self.result_types)
        printer.print_string(" ")
        printer.print_region(self.body, print_entry_block_args=False)

    @classmethod
    def parse(cls, parser: Parser) -> LaunchOp:
        kind = parser.parse_str_literal()
        pairs = parser.parse_comma_separated_list(parser.Delimiter.PAREN, lambda: _parse_input(parser))
        attributes = parser.parse_optional_attr_dict()
        parser.parse_punctuation(":")
        at = parser.pos
        signature = parser.parse_function_type()
        operands = parser.resolve_operands([operand for _, operand in pairs], signature.inputs.data, at)
        arguments = [inner.resolve(o.type) for (inner, _), o in zip(pairs, operands, strict=True)]
        return cls.create(
            operands=operands,
            result_types=signature.outputs.data,
            properties={"kind": StringAttr(kind)},
            attributes=attributes,
            regions=[parser.parse_region(arguments)],
        )


def _print_input(printer: Printer, inner: SSAValue, outer: SSAValue) -> None:
    printer.print_ssa_value(inner)
    printer.print_string(" = ")
    printer.print_ssa_value(outer)


def _parse_input(parser: Parser) -> tuple[Parser.UnresolvedArgument, UnresolvedOperand]:
    inner = parser.parse_argument(expect_type=False)
    parser.parse_punctuation("=")
    return inner, parser.parse_unresolved_operand()


@irdl_op_definition
class ComputeOp(IRDLOperation):
    """The ops of a launch in a function of their own: reads the memory `inputs`, writes what it yields to `targets`.

    One with `bounds` follows a routine, block by block of the routine's result, which lies in its one target: they are
    the block's batch, first and end row, first and end column.
    """

    name = "kernel.compute"
    kind = prop_def(base(StringAttr))
    inputs = var_operand_def(base(MemRefType))
    targets = var_operand_def(base(MemRefType))
    bounds = var_operand_def(IndexType())
    body = region_def("single_block")
    irdl_options = (AttrSizedOperandSegments(as_property=True),)
    traits = traits_def(IsolatedFromAbove())
    assembly_format = (
        "$kind `(` $inputs `)` `into` `(` $targets `)` (`within` `(` $bounds^ `)`)? attr-dict"
        " `:` type($inputs) `into` type($targets) $body"
    )

    def verify_(self) -> None:
        last = self.body.block.last_op
        if not _hold(self.inputs, self.body.block.args):
            raise VerifyException("kernel.compute: its inputs are not the memory of its block's arguments")
        if not isinstance(last, YieldOp) or not _hold(self.targets, last.values):
            raise VerifyException("kernel.compute: its targets are not memory for what its block yields")
        if len(self.bounds) not in (0, len(BOUNDS)):
            raise VerifyException(f"kernel.compute: bounds are {', '.join(BOUNDS)}")


def yielded(op: Operation) -> Sequence[SSAValue]:
    """What the ops in an op's region, which ends in a `kernel.yield`, compute."""
    last = op.regions[0].block.last_op
    assert isinstance(last, YieldOp)
    return last.values


def _hold(memory: Sequence[SSAValue], tensors: Sequence[SSAValue]) -> bool:
    """Whether each memory has room for the tensor's elements, one after another."""
    shapes = [m.type.get_shape() for m in memory if isinstance(m.type, MemRefType)]
    return shapes == [(prod(t.type.get_shape()),) for t in tensors if isinstance(t.type, TensorType)]


@irdl_op_definition
class MathOp(IRDLOperation):
    """A function that the `math` dialect lacks (`sigmoid`, `lgamma`, `fmod`, ...), on scalars or vectors."""

    name = "kernel.math"
    function = prop_def(base(StringAttr))
    args = var_operand_def()
    out = result_def()
    traits = traits_def(Pure())
    assembly_format = "$function `(` $args `)` attr-dict `:` functional-type($args, $out)"

    def verify_(self) -> None:
        if not self.function.data.isidentifier():
            raise VerifyException(f"kernel.math: no function is called '{self.function.data[:40]}'")


@irdl_op_definition
class GatherOp(IRDLOperation):
    """lane l = memory[offsets[l]], or 0 where the mask is false; `vector.gather` on flat memory."""

    name = "kernel.gather"
    memory = operand_def(base(MemRefType))
    offsets = operand_def(base(VectorType))
    mask = opt_operand_def(base(VectorType))
    out = result_def(base(VectorType))
    assembly_format = "$memory `[` $offsets `]` (`,` $mask^)? attr-dict `:` functional-type(operands, results)"


@irdl_op_definition
class PrefetchOp(IRDLOperation):
    """Asks for the cache line of memory[offset + ahead], which may lie behind the memory's end (`memref.prefetch`).

    `cache` is the level that is to hold it. `stream`: all lines follow each other, which some CPUs notice on their own.
    """

    name = "kernel.prefetch"
    memory = operand_def(base(MemRefType))
    offset = operand_def(base(IndexType))
    ahead = prop_def(base(IntegerAttr))
    cache = prop_def(base(IntegerAttr))
    stream = opt_prop_def(UnitAttr)
    assembly_format = (
        "$memory `[` $offset `]` `ahead` $ahead `cache` $cache (`stream` $stream^)? attr-dict `:` type($memory)"
    )

    def verify_(self) -> None:
        if not 1 <= self.cache.value.data <= 3:
            raise VerifyException(f"kernel.prefetch: there are caches 1 to 3, not {self.cache.value.data}")


@irdl_op_definition
class LanesOp(IRDLOperation):
    """The vector 0, 1, ..., lanes-1 (`vector.step`)."""

    name = "kernel.lanes"
    out = result_def(base(VectorType))
    traits = traits_def(Pure())
    assembly_format = "attr-dict `:` type($out)"


@irdl_op_definition
class SelectOp(IRDLOperation):
    """Per lane, x where the condition holds, else y (`arith.select` takes no vector conditions in xDSL)."""

    name = "kernel.select"
    condition = operand_def(base(VectorType))
    x = operand_def(base(VectorType))
    y = operand_def(base(VectorType))
    out = result_def(base(VectorType))
    traits = traits_def(Pure())
    assembly_format = "operands attr-dict `:` functional-type(operands, results)"


INTEGER_PREDICATES = ("eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge")
FLOAT_PREDICATES = (
    "false", "oeq", "ogt", "oge", "olt", "ole", "one", "ord", "ueq", "ugt", "uge", "ult", "ule", "une", "uno", "true",
)  # fmt: skip


@irdl_op_definition
class CompareOp(IRDLOperation):
    """Per lane, whether the predicate of `arith.cmpf` or `arith.cmpi` holds (xDSL prints those for scalars alone)."""

    name = "kernel.compare"
    predicate = prop_def(base(StringAttr))
    x = operand_def(base(VectorType))
    y = operand_def(base(VectorType))
    out = result_def(base(VectorType))
    traits = traits_def(Pure())
    assembly_format = "$predicate $x `,` $y attr-dict `:` functional-type(operands, results)"

    def verify_(self) -> None:
        known = INTEGER_PREDICATES if isinstance(_element(self.x), IntegerType) else FLOAT_PREDICATES
        if self.predicate.data not in known:
            raise VerifyException(f"kernel.compare: '{self.predicate.data[:40]}' is none of {', '.join(known)}")
        if self.x.type != self.y.type or self.out.type != VectorType(i1, _shape(self.x)):
            raise VerifyException("kernel.compare: takes two vectors of one type, and gives as many i1")


CONVERSIONS = ("extf", "truncf", "extsi", "extui", "trunci", "sitofp", "uitofp", "fptosi", "bitcast")


@irdl_op_definition
class ConvertOp(IRDLOperation):
    """Per lane, what the op of this name in `arith` does (xDSL's take scalars alone)."""

    name = "kernel.convert"
    conversion = prop_def(base(StringAttr))
    x = operand_def(base(VectorType))
    out = result_def(base(VectorType))
    traits = traits_def(Pure())
    assembly_format = "$conversion $x attr-dict `:` functional-type(operands, results)"

    def verify_(self) -> None:
        if self.conversion.data not in CONVERSIONS:
            raise VerifyException(f"kernel.convert: '{self.conversion.data[:40]}' is none of {', '.join(CONVERSIONS)}")
        if _shape(self.x) != _shape(self.out):
            raise VerifyException("kernel.convert: its vectors have different numbers of lanes")


def _element(value: SSAValue) -> Attribute:
    assert isinstance(value.type, VectorType)
    return value.type.element_type


def _shape(value: SSAValue) -> tuple[int, ...]:
    assert isinstance(value.type, VectorType)
    return value.type.get_shape()


@cache
def _integer(value: int) -> IntegerAttr[Any]:
    return IntegerAttr(value, i64)


@irdl_op_definition
class RoutineOp(IRDLOperation):
    """A call of a library routine with a parameter block (`pcc.dialects.routines`).

    `integers` gives the non-zero integer fields, `pointers` names the field of every memref operand; the integer
    `<pointer>_offset` moves a pointer by that many elements. `epilogue` is a function that the routine calls on
    finished blocks, with the memory of the pointers named `captured`.
    """

    name = "kernel.routine"
    routine = prop_def(base(StringAttr))
    integers = prop_def(base(DictionaryAttr))
    pointers = prop_def(base(ArrayAttr))
    epilogue = opt_prop_def(base(SymbolRefAttr))
    memory = var_operand_def(base(MemRefType))
    assembly_format = (
        "$routine `(` $memory `)` `fields` $pointers $integers (`epilogue` $epilogue^)? attr-dict `:` type($memory)"
    )

    @staticmethod
    def call(
        routine: str,
        integers: Mapping[str, int],
        pointers: Mapping[str, SSAValue],
        epilogue: str | None = None,
        captured: Sequence[SSAValue] = (),
    ) -> RoutineOp:
        numbers = {name: _integer(value) for name, value in integers.items() if value}
        properties: dict[str, Attribute] = {
            "routine": StringAttr(routine),
            "integers": DictionaryAttr(numbers),
            "pointers": ArrayAttr([StringAttr(name) for name in (*pointers, *["captured"] * len(captured))]),
        }
        if epilogue is not None:
            properties["epilogue"] = SymbolRefAttr(epilogue)
        return RoutineOp.create(operands=[*pointers.values(), *captured], properties=properties)

    def numbers(self) -> dict[str, int]:
        """The integer fields that are not 0, by name."""
        return {n: v.value.data for n, v in self.integers.data.items() if isinstance(v, IntegerAttr)}

    def places(self) -> dict[str, SSAValue]:
        """The pointers' memory, by name."""
        names = [name.data for name in self.pointers.data if isinstance(name, StringAttr)]
        return {n: m for n, m in zip(names, self.memory, strict=True) if n != "captured"}

    def fields(self) -> dict[str, int | SSAValue]:
        """Every given field by name."""
        return {**self.numbers(), **self.places()}

    def captured(self) -> list[SSAValue]:
        """The memory that the epilogue takes."""
        return [m for n, m in zip(self.pointers.data, self.memory, strict=True) if n == StringAttr("captured")]

    def verify_(self) -> None:
        layout = LAYOUTS.get(self.routine.data)
        if layout is None:
            raise VerifyException(f"unknown routine {self.routine.data}")
        unknown = self.fields().keys() - set(layout) - {f"{name}_offset" for name in layout}
        if unknown or len(self.pointers.data) != len(self.memory):
            raise VerifyException(f"{self.routine.data} has no field {', '.join(sorted(unknown)) or '(count differs)'}")


def dialect() -> Dialect:
    from pcc.dialects import blocks, threads

    modules = (sys.modules[__name__], blocks, threads)
    return Dialect("kernel", [op for module in modules for op in scan.operations(module)], [])
