"""Elementwise ops: the families, and arithmetic."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr
from xdsl.ir import Attribute, SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import (
    PdOp,
    Sample,
    Spec,
    Tangent,
    Tensor,
    TensorType,
    TypeRuleError,
    attribute_of,
    broadcast,
    dtype_of,
    is_bool,
    is_float,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.batching import aligned
from pcc.dialects.pd.linear import Linear, again
from pcc.dialects.relation import Relation, elementwise
from pcc.dialects.scalars import Index, Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")

_COMMON = ("float32", "float64", "bfloat16", "int32", "int64")
NUMBERS = ("float32", "float64", "float16", "bfloat16", "int8", "uint8", "int16", "int32", "int64")


def align(index: Index, shape: Sequence[int]) -> list[Any]:
    """The index into a broadcast operand of the given shape."""
    tail = index[len(index) - len(shape) :]
    return [Expr() if extent == 1 else i for i, extent in zip(tail, shape, strict=True)]


class Elementwise(PdOp):
    """Result index = operand index, with NumPy broadcasting; `scalar` is the body."""

    def result_dtype(self) -> Attribute:
        return dtype_of(self.operands[0])

    def infer(self) -> Sequence[Tensor]:
        return [tensor(broadcast(*map(shape_of, self.operands)), self.result_dtype())]

    def relation(self) -> Relation:
        return elementwise([shape_of(o) for o in self.operands], shape_of(self.results[0]))

    @abstractmethod
    def scalar(self, k: Scalars[S], *args: S) -> S:
        """The result's element from the operands' elements."""

    def element(self, k: Scalars[S], index: Index) -> S:
        args = [k.read(o, align(index, shape_of(o))) for o in self.operands]
        return k.wrap(self.scalar(k, *args), self.result_dtype())

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        """What is the same in all calls broadcasts."""
        rank = rank_of(self.results[0])
        given = [aligned(b, o, rank) if here else o for o, here in zip(operands, batched, strict=True)]
        return again(self, b, given, self.properties)


def is_elementwise(op: PdOp) -> bool:
    """Whether each result element needs the operands' elements at the same (broadcast) index, and nothing else."""
    if isinstance(op, Elementwise):
        return True
    relation = op.relation() if hasattr(op, "element") and len(op.results) == 1 else None
    if relation is None or relation.marks or any(len(d) != 1 or d == ("_",) for d in relation.results[0]):
        return False
    whole = relation.results[0]
    sizes = zip(relation.operands, op.operands, strict=True)
    return all(dims == whole or all(e == 1 for e in shape_of(o)) for dims, o in sizes)


class Unary(Elementwise):
    """One operand."""

    x = operand_def(base(TensorType))
    out = result_def(base(TensorType))


class Differentiable(Unary):
    """out = f(x), whose derivative is written in `slope`."""

    @abstractmethod
    def slope(self, b: Builder) -> SSAValue:
        """f'(x)"""

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        (t,) = tangents
        assert t is not None
        return [b.mul(t, self.slope(b))]


class Binary(Elementwise):
    """Two operands of one dtype."""

    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    out = result_def(base(TensorType))

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.y)
        return super().infer()

    def canonical(self, b: Builder) -> SSAValue | None:
        """Operands broadcast: expanding one before is of no use, if another one has the shape."""
        from pcc.dialects.pd.joining import ExpandOp

        for narrow, whole in ((self.x, self.y), (self.y, self.x)):
            if isinstance(narrow.owner, ExpandOp) and narrow is not whole and shape_of(whole) == shape_of(self.out):
                inner = narrow.owner.x
                return again(self, b, [inner if o is narrow else o for o in self.operands], self.properties)[0]
        return None


def total(b: Builder, tangents: Sequence[Tangent]) -> Tangent:
    """The sum of the tangents that are not zero."""
    there = [t for t in tangents if t is not None]
    return reduce(b.add, there) if there else None


def narrowed(b: Builder, op: PdOp, cotangents: Sequence[Tangent]) -> Sequence[Tangent]:
    """Cotangents of the result's shape, summed to the shapes of the operands that were broadcast."""
    return [c if c is None else unbroadcast(b, c, shape_of(o)) for c, o in zip(cotangents, op.operands, strict=True)]


def unbroadcast(b: Builder, x: SSAValue, shape: Sequence[int]) -> SSAValue:
    """x summed to a shape that broadcasts to its own."""
    own = shape_of(x)
    padded = [1] * (len(own) - len(shape)) + list(shape)
    axes = [d for d, (e, narrow) in enumerate(zip(own, padded, strict=True)) if e != narrow]
    return b.reshape(b.sum(x, axes, keepdim=len(own) == len(shape)) if axes else x, shape)


def chosen(b: Builder, condition: SSAValue, x: Tangent, y: Tangent) -> Tangent:
    """The tangent of a choice."""
    if x is None and y is None:
        return None
    return b.where(condition, 0.0 if x is None else x, 0.0 if y is None else y)


def of_extremum(b: Builder, more: SSAValue, less: SSAValue, x: Tangent, y: Tangent) -> Tangent:
    """x where `more` is larger, y where it is smaller, their mean where both are equal."""
    mean = total(b, [t and b.scale(t, 0.5) for t in (x, y)])
    return chosen(b, b.greater(more, less), x, chosen(b, b.equal(more, less), mean, y))


def same_dtype(*values: SSAValue) -> None:
    """Raise TypeRuleError if the tensors' dtypes differ: Paddle's programs convert before."""
    if len({dtype_of(v) for v in values}) > 1:
        raise TypeRuleError(f"dtypes {', '.join(str(dtype_of(v)) for v in values)} differ")


def unary(
    name: str,
    low: float = -2.0,
    high: float = 2.0,
    dtypes: Sequence[str] = ("float32", "float64"),
    special: bool = True,
    **options: Any,
) -> tuple[Sample, ...]:
    """Samples of `paddle.<name>(x, **options)`: vectors with a tail and without, special values, all dtypes."""
    call: Callable[..., Any] = lambda paddle, x: getattr(paddle, name)(x, **options)  # noqa: E731
    first, *others = dtypes
    specs = [
        Spec((3, 5), first, low, high, special=special),
        Spec((4, 32), first, low, high),
        Spec((), first, low, high),
    ]
    return tuple(sample(call, spec) for spec in [*specs, *(Spec((3, 7), d, low, high) for d in others)])


def binary(
    name: str, low: float = -2.0, high: float = 2.0, dtypes: Sequence[str] = ("float32", "int64"), **options: Any
) -> tuple[Sample, ...]:
    """Samples of `paddle.<name>(x, y, **options)`: broadcasts both ways, pairs of special values, all dtypes."""
    call: Callable[..., Any] = lambda paddle, x, y: getattr(paddle, name)(x, y, **options)  # noqa: E731
    first, *others = dtypes
    spec = lambda shape, dtype, special=False: Spec(shape, dtype, low, high, special=special)  # noqa: E731
    shapes = [((3, 5), (3, 5)), ((2, 3, 33), (33,)), ((), (5,))]
    made = [sample(call, spec(a, first), spec(b, first)) for a, b in shapes]
    made.append(sample(call, spec((7, 1), first, True), spec((1, 8), first, True)))
    return (*made, *(sample(call, spec((4, 5), d), spec((5,), d)) for d in others))


# ---- arithmetic
@irdl_op_definition
class AddOp(Binary, Linear):
    """out = x + y."""

    name = "pd.add"
    COMMUTES: ClassVar[bool] = True
    SAMPLES: ClassVar = binary("add", dtypes=(*_COMMON, "int8", "uint8", "int16", "bool"))

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.add(*args)

    def canonical(self, b: Builder) -> SSAValue | None:
        """What is added up at places of zeros, and only to be added to another tensor, is added to that at once."""
        from pcc.dialects.pd.scatter import Scatter

        for added, whole in ((self.x, self.y), (self.y, self.x)):
            op = added.owner
            if isinstance(op, Scatter) and op.adds_to_zeros() and added.has_one_use() and whole.type == added.type:
                return again(op, b, [whole if o is op.target() else o for o in op.operands], op.properties)[0]
        return super().canonical(b)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        return [total(b, tangents)]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        return narrowed(b, self, [c if m else None for m in moving])


@irdl_op_definition
class SubtractOp(Binary, Linear):
    """out = x - y."""

    name = "pd.subtract"
    SAMPLES: ClassVar = binary("subtract", dtypes=(*_COMMON, "int16"))

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.sub(*args)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        x, y = tangents
        if y is None:
            return [x]
        return [b.sub(x, y) if x is not None else b.neg(y)]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), (x, y) = cotangents, moving
        assert c is not None
        return narrowed(b, self, [c if x else None, b.neg(c) if y else None])


@irdl_op_definition
class MultiplyOp(Binary):
    """out = x * y."""

    name = "pd.multiply"
    COMMUTES: ClassVar[bool] = True
    SAMPLES: ClassVar = binary("multiply", dtypes=(*_COMMON, "bool"))

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.mul(*args)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        x, y = tangents
        if x is not None and self.x is self.y:
            return [b.scale(b.mul(x, self.x), 2.0)]
        return [total(b, [x and b.mul(x, self.y), y and b.mul(self.x, y)])]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,), (x, y) = cotangents, moving
        assert c is not None
        if x and y:
            return NotImplemented
        return narrowed(b, self, [b.mul(c, self.y) if x else None, b.mul(self.x, c) if y else None])


@irdl_op_definition
class DivideOp(Binary):
    """out = x / y; integers divide towards zero."""

    name = "pd.divide"
    SAMPLES: ClassVar = binary("divide", 0.5, 3.0, ("float32", "float64"))

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.div(*args)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        x, y = tangents
        moved = total(b, [x, y and b.neg(b.mul(self.out, y))])
        assert moved is not None
        return [b.div(moved, self.y)]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return NotImplemented if moving[1] else narrowed(b, self, [b.div(c, self.y), None])


@irdl_op_definition
class MaximumOp(Binary):
    """out = max(x, y); NaN if either is NaN."""

    name = "pd.maximum"
    SAMPLES: ClassVar = binary("maximum", dtypes=_COMMON)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.max(*args)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        return [of_extremum(b, self.x, self.y, *tangents)]


@irdl_op_definition
class MinimumOp(Binary):
    """out = min(x, y); NaN if either is NaN."""

    name = "pd.minimum"
    SAMPLES: ClassVar = binary("minimum", dtypes=_COMMON)

    def scalar(self, k: Scalars[S], *args: S) -> S:
        return k.min(*args)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        return [of_extremum(b, self.y, self.x, *tangents)]


@irdl_op_definition
class ScaleOp(Unary, Linear):
    """out = scale * x + bias, or scale * (x + bias) if not bias_after_scale."""

    name = "pd.scale"
    scale = prop_def(base(FloatAttr))
    bias = prop_def(base(FloatAttr))
    bias_after_scale = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.scale(x, 2.5, 0.75), (3, 5)),
        sample(lambda paddle, x: paddle.scale(x, 2.5, 0.75, bias_after_scale=False), (3, 33)),
        sample(lambda paddle, x: x * 3 + 2, Spec((4, 5), "int64", -9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        if is_bool(dtype_of(self.x)):
            raise TypeRuleError("scale takes numbers, not bools; cast before")
        return super().infer()

    def canonical(self, b: Builder) -> SSAValue | None:
        return self.x if py(self.scale) == 1 and py(self.bias) == 0 else None

    def scalar(self, k: Scalars[S], *args: S) -> S:
        (x,) = args
        number = float if is_float(k.dtype(x)) else int
        scale, bias = number(py(self.scale)), number(py(self.bias))
        if not py(self.bias_after_scale):
            x = k.add(x, bias) if bias else x
            return k.mul(x, scale) if scale != 1 else x
        x = k.mul(x, scale) if scale != 1 else x
        return k.add(x, bias) if bias else x

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        (t,) = tangents
        assert t is not None
        return [b.scale(t, py(self.scale))]

    def homogeneous(self) -> Mapping[str, Attribute]:
        return {**self.properties, "bias": attribute_of(0.0)}

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        assert c is not None
        return [b.scale(c, py(self.scale))]
