"""Loops and branches on tensors. Their regions hold `pd` ops and may use values from outside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from typing_extensions import Self
from xdsl.dialects.builtin import TensorType, i1
from xdsl.ir import Attribute, Block, Region, SSAValue
from xdsl.irdl import (
    IRDLOperation,
    base,
    irdl_op_definition,
    operand_def,
    region_def,
    traits_def,
    var_operand_def,
    var_result_def,
)
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import IsTerminator, Pure
from xdsl.utils.exceptions import VerifyException

from pcc.dialects.pd.base import PdOp, Sample, Spec, Tensor, dtype_of, sample, size_of, type_of


@irdl_op_definition
class YieldOp(IRDLOperation):
    """Ends a region: for a branch, its results; for a loop's body, the next condition, then the next values."""

    name = "pd.yield"
    values = var_operand_def(base(TensorType))
    traits = traits_def(IsTerminator(), Pure())
    assembly_format = "operands attr-dict `:` type(operands)"


class ControlFlow(PdOp):
    """An op with regions; it runs as control flow of the program, not as a kernel."""

    KERNEL: ClassVar[str] = "bare"

    def infer(self) -> Sequence[Tensor]:
        return [type_of(v) for v in self.yielded(self.regions[0])]

    @staticmethod
    def yielded(region: Region) -> Sequence[SSAValue]:
        """What the region's block ends with."""
        last = region.block.last_op
        if not isinstance(last, YieldOp):
            raise VerifyException("a region of control flow must end with pd.yield")
        return last.values

    @classmethod
    def around(cls, operands: Sequence[SSAValue], blocks: Sequence[Block], location: Attribute | None = None) -> Self:
        """A new op with the given blocks as its regions."""
        op = cls.create(operands=operands, regions=[Region(b) for b in blocks], location=location)  # type: ignore[arg-type]
        op.set_result_types(op.infer())
        return op

    def print(self, printer: Printer) -> None:
        super().print(printer)
        for region in self.regions:
            printer.print_string(" ")
            printer.print_region(region)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        op = super().parse(parser)
        count = len(cls.get_irdl_definition().regions)
        for _ in range(count):
            op.add_region(parser.parse_region())
        return op

    def verify_condition(self, condition: SSAValue) -> None:
        if dtype_of(condition) != i1 or size_of(condition) != 1:
            raise VerifyException(f"{self.name}: the condition must be one bool, not {condition.type}")


@irdl_op_definition
class IfOp(ControlFlow):
    """The results of `then` if the condition holds, else those of `otherwise`."""

    name = "pd.if"
    condition = operand_def(base(TensorType))
    outputs = var_result_def(base(TensorType))
    then = region_def("single_block")
    otherwise = region_def("single_block")
    SAMPLES: ClassVar[tuple[Sample, ...]] = (
        sample(lambda paddle, x: paddle.static.nn.cond(x.sum() > 0, lambda: x * 2.0, lambda: x - 1.0), (3, 5)),
    )

    def verify_(self) -> None:
        self.verify_condition(self.condition)
        types = [[v.type for v in self.yielded(r)] for r in (self.then, self.otherwise)]
        if types[0] != types[1]:
            theirs = [", ".join(map(str, each)) for each in types]
            raise VerifyException(f"{self.name}: the branches give different types: {theirs[0]} and {theirs[1]}")
        super().verify_()


@irdl_op_definition
class WhileOp(ControlFlow):
    """values = initial; while condition: condition, values = body(values). The results are the last values."""

    name = "pd.while"
    condition = operand_def(base(TensorType))
    initial = var_operand_def(base(TensorType))
    outputs = var_result_def(base(TensorType))
    body = region_def("single_block")
    SAMPLES: ClassVar[tuple[Sample, ...]] = (
        sample(
            lambda paddle, x, n: paddle.static.nn.while_loop(
                lambda i, y: i < n, lambda i, y: [i + 1, paddle.tanh(y) * 1.5], [paddle.zeros([], "int64"), x]
            ),
            Spec((3, 5)),
            Spec((), "int64", 3, 5),
        ),
    )

    def infer(self) -> Sequence[Tensor]:
        return [type_of(v) for v in self.initial]

    def verify_(self) -> None:
        condition, *following = self.yielded(self.body)
        self.verify_condition(self.condition)
        self.verify_condition(condition)
        held = [[v.type for v in vs] for vs in (self.initial, self.body.block.args, following)]
        if held[0] != held[1] or held[0] != held[2]:
            raise VerifyException(f"{self.name}: initial values, arguments and next values differ in type")
        super().verify_()
