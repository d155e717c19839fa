"""Functions whose derivative a user has written: their regions are functions of the operands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import IntegerAttr, TensorType
from xdsl.dialects.func import FuncOp
from xdsl.ir import Region, SSAValue
from xdsl.irdl import base, irdl_op_definition, prop_def, region_def, var_operand_def, var_result_def
from xdsl.rewriter import Rewriter

from pcc.dialects.errors import NotTransformable
from pcc.dialects.locations import located
from pcc.dialects.pd.base import Tangent, Tensor, dtype_of, is_float, py, type_of
from pcc.dialects.pd.control_flow import ControlFlow
from pcc.dialects.pd.linear import whole

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


class Custom(ControlFlow):
    """The results of `body`, the first region, for the first `arguments` operands; others are values that it reads.

    `key`: what `pd.custom_again` in the regions calls it by.
    """

    inputs = var_operand_def(base(TensorType))
    outputs = var_result_def(base(TensorType))
    arguments = prop_def(base(IntegerAttr))
    key = prop_def(base(IntegerAttr))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return called(b, self.regions[0], self.operands)

    @property
    def captured(self) -> Sequence[SSAValue]:
        return self.operands[py(self.arguments) :]

    def rule_of(self, region: Region, first: int) -> Region:
        """A copy of a region in which calls of the function itself are such ops again; `first`: the number of its
        arguments that come before what it captures.
        """
        made = region.clone()
        read = made.block.args[first : first + len(self.captured)]
        for op in list(made.walk()):
            if isinstance(op, CustomAgainOp) and op.key == self.key:
                regions = [each.clone() for each in self.regions]
                again = type(self).create(
                    operands=[*op.operands, *read],
                    properties=dict(self.properties),
                    regions=regions,
                    result_types=self.result_types,
                    location=op.location,
                )
                Rewriter.replace_op(op, again)
        return made

    def moved(self, b: Builder, tangents: Sequence[Tangent]) -> list[SSAValue]:
        """The tangents of the floating-point arguments. Raises NotTransformable if another value moves."""
        count = py(self.arguments)
        if any(t is not None for t in tangents[count:]):
            raise _refused(self, "reads a value that moves and is no argument; pass it as an argument")
        pairs = zip(self.operands[:count], tangents, strict=False)
        return [whole(b, t, operand) for operand, t in pairs if is_float(dtype_of(operand))]

    def shared(self, b: Builder, found: Sequence[SSAValue]) -> list[Tangent]:
        """Tangents of the floating-point results, with None for the others."""
        given = iter(found)
        return [next(given) if is_float(dtype_of(result)) else None for result in self.results]


@irdl_op_definition
class CustomJvpOp(Custom):
    """A function with a forward rule: (operands, tangents of its floating-point arguments) -> tangents of its
    floating-point results.
    """

    name = "pd.custom_jvp"
    body = region_def("single_block")
    rule = region_def("single_block")

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        rule = self.rule_of(self.rule, py(self.arguments))
        return self.shared(b, called(b, rule, [*self.operands, *self.moved(b, tangents)]))


@irdl_op_definition
class CustomVjpOp(Custom):
    """A function with a reverse rule: `forward` gives its results and residuals for its operands, `backward` the
    cotangents of the floating-point arguments from residuals and the cotangents of floating-point results.
    """

    name = "pd.custom_vjp"
    body = region_def("single_block")
    forward = region_def("single_block")
    backward = region_def("single_block")

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        saved = called(b, self.rule_of(self.forward, py(self.arguments)), self.operands)[len(self.results) :]
        residuals = [*saved, *self.captured]
        moved = self.moved(b, tangents)
        linear = CustomLinearOp.create(
            operands=[*residuals, *moved],
            properties={"residuals": IntegerAttr(len(residuals), 64)},
            regions=[self.rule_of(self.backward, len(saved))],
            location=b.location,
        )
        linear.set_result_types(linear.infer())
        b.insert(linear)
        return self.shared(b, linear.results)


@irdl_op_definition
class CustomLinearOp(ControlFlow):
    """A linear function of its last operands that is known by its transpose: (residuals, cotangents) -> cotangents."""

    name = "pd.custom_linear"
    inputs = var_operand_def(base(TensorType))
    outputs = var_result_def(base(TensorType))
    residuals = prop_def(base(IntegerAttr))
    backward = region_def("single_block")
    KERNEL: ClassVar[str] = "bare"

    def infer(self) -> Sequence[Tensor]:
        return [type_of(argument) for argument in self.backward.block.args[py(self.residuals) :]]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        raise _refused(self, "has a reverse rule only; give it a forward rule with pcc.custom_jvp")

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        count = py(self.residuals)
        given = [whole(b, c, result) for c, result in zip(cotangents, self.results, strict=True)]
        return [*[None] * count, *called(b, self.backward, [*self.operands[:count], *given])]


@irdl_op_definition
class CustomAgainOp(ControlFlow):
    """In a rule: a call of the function that it is the rule of."""

    name = "pd.custom_again"
    inputs = var_operand_def(base(TensorType))
    outputs = var_result_def(base(TensorType))
    key = prop_def(base(IntegerAttr))

    def infer(self) -> Sequence[Tensor]:
        return [type_of(result) for result in self.results]


def called(b: Builder, region: Region, operands: Sequence[SSAValue]) -> list[SSAValue]:
    """The values that a region yields for operands."""
    mapped = dict[SSAValue, SSAValue](zip(region.block.args, operands, strict=True))
    for op in list(region.block.ops)[:-1]:
        b.insert(op.clone(mapped))
    return [mapped.get(value, value) for value in ControlFlow.yielded(region)]


def check_reverse_only(func: FuncOp) -> None:
    """Raise NotTransformable if something is left whose forward derivative nobody knows."""
    for op in func.walk():
        if isinstance(op, CustomLinearOp):
            raise _refused(op, "has a reverse rule only; give it a forward rule with pcc.custom_jvp")


def _refused(op: ControlFlow, why: str) -> NotTransformable:
    return NotTransformable(located(op.location, f"a function with a rule of its own {why}"))
