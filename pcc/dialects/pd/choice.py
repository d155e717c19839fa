"""Choice between tensors, and conversion of their dtype."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import f32, i1
from xdsl.ir import Attribute, SSAValue, TypeAttribute
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.base import (
    Spec,
    Tangent,
    Tensor,
    TensorType,
    TypeRuleError,
    bit_width,
    dtype_of,
    is_float,
    sample,
)
from pcc.dialects.pd.elementwise import NUMBERS, Elementwise, Unary, chosen, narrowed, same_dtype
from pcc.dialects.pd.linear import Linear
from pcc.dialects.scalars import Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


@irdl_op_definition
class WhereOp(Elementwise, Linear):
    """out = x where condition, else y."""

    name = "pd.where"
    condition = operand_def(base(TensorType))
    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.where(x > y, x, y), (3, 5), (5,)),
        sample(
            lambda paddle, c, x, y: paddle.where(c, x, y),
            Spec((4, 33), "bool"),
            Spec((33,), "int64"),
            Spec((4, 1), "int64"),
        ),
        sample(lambda paddle, c, x: paddle.where(c, x, 1.5), Spec((5,), "bool"), Spec((5,), "float64")),
    )

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.y)
        if dtype_of(self.condition) != i1:
            raise TypeRuleError(f"a condition is bool, not {dtype_of(self.condition)}")
        return super().infer()

    def result_dtype(self) -> Attribute:
        return dtype_of(self.x)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.select(*args)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        return [chosen(b, self.condition, *tangents[1:])]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), (_, x, y) = cotangents, moving
        assert c is not None
        first = b.where(self.condition, c, 0.0) if x else None
        return narrowed(b, self, [None, first, b.where(self.condition, 0.0, c) if y else None])


@irdl_op_definition
class CastOp(Unary, Linear):
    """out = x converted to dtype; float to int truncates, non-zero is True, 16-bit floats are rounded to."""

    name = "pd.cast"
    dtype = prop_def(base(TypeAttribute))
    SAMPLES: ClassVar = (
        *(
            sample(lambda paddle, x, to=to: paddle.cast(x, to), Spec((3, 17), low=0, high=99))
            for to in (*NUMBERS, "bool")
        ),
        *(sample(lambda paddle, x: paddle.cast(x, "float32"), Spec((3, 17), d, -9, 9)) for d in (*NUMBERS[1:], "bool")),
        sample(lambda paddle, x: paddle.cast(paddle.cast(x, "bfloat16"), "float32") - x, Spec((33,))),
        sample(lambda paddle, x: paddle.cast(x, "uint8"), Spec((33,), "int64", -999, 999)),
        sample(lambda paddle, x: paddle.cast(paddle.cast(x, "int8"), "int32"), Spec((33,), "int64", -999, 999)),
        sample(lambda paddle, x: paddle.cast(x, "int64"), Spec((33,), "uint8", 0, 255)),
    )

    def result_dtype(self) -> Attribute:
        return self.dtype

    def canonical(self, b: Builder) -> SSAValue | None:
        return self.x if dtype_of(self.x) == self.dtype else None

    def scalar(self, k: Scalars[S], *args: S) -> S:
        made = k.cast(args[0], self.dtype)
        if k.dtype(made) == f32 and bit_width(self.dtype) < 32:
            return k.apply("arith.extf", [k.apply("arith.truncf", [made], self.dtype)], f32)
        return made

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        (t,) = tangents
        return [b.cast(t, self.dtype) if t is not None and is_float(self.dtype) else None]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return [b.cast(c, dtype_of(self.x))]
