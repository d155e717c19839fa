"""Pooling: the mean, maximum or p-norm of windows of an image."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, prod
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, FloatAttr, IntegerAttr, StringAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import (
    Sample,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    dtype_of,
    is_float,
    lowest,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.linear import linear_tangents
from pcc.dialects.pd.math import PowOp
from pcc.dialects.pd.pooling_axes import Adaptive, Strided, spread_means, spread_sums
from pcc.dialects.pd.reduction import Fold
from pcc.dialects.pd.windows import axes_of, is_channel_last, to_channels_first, to_channels_last
from pcc.dialects.relation import Mark, Relation
from pcc.dialects.scalars import Index, Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")
LOWEST_SINGLE = -(2.0 - 2.0**-23) * 2.0**127


def call(name: str, *specs: Any, **options: Any) -> Sample:
    """A sample of `paddle.nn.functional.<name>`."""
    return sample(lambda paddle, x: getattr(paddle.nn.functional, name)(x, **options), *specs, tolerance=1e-5)


class Pooling(Fold):
    """Windows of a batch of images of channels, folded; the result has one element per window."""

    x = operand_def(base(TensorType))
    kernel_size = prop_def(base(DenseArrayBase))
    strides = prop_def(base(DenseArrayBase))
    paddings = prop_def(base(DenseArrayBase))
    ceil_mode = prop_def(base(IntegerAttr))
    global_pooling = prop_def(base(IntegerAttr))
    adaptive = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))

    def channel_last(self) -> bool:
        return False

    def algorithm(self) -> str:
        return "EXPLICIT"

    def kind(self) -> str:
        """max, avg or lp."""
        return "max"

    # ---- geometry
    def spatial(self) -> list[int]:
        """The image's dimensions that windows slide along."""
        rank = rank_of(self.x)
        return list(range(1, rank - 1)) if self.channel_last() else list(range(2, rank))

    def window_axes(self) -> list[Adaptive | Strided]:
        extents = [shape_of(self.x)[d] for d in self.spatial()]
        if py(self.global_pooling):
            return [Adaptive(e, 1) for e in extents]
        kernel = [int(v) for v in py(self.kernel_size)]
        if len(kernel) != len(extents):
            raise TypeRuleError(f"{self.name}: a kernel of {len(kernel)} axes for {len(extents)} of the image")
        if py(self.adaptive):
            return [Adaptive(e, n) for e, n in zip(extents, kernel, strict=True)]
        axes = axes_of(extents, kernel, py(self.strides), py(self.paddings), self.algorithm())
        return [Strided(a.extent, a.kernel, a.stride, a.low, a.high) for a in axes]

    def result_shape(self) -> list[int]:
        shape = list(shape_of(self.x))
        for d, axis in zip(self.spatial(), self.window_axes(), strict=True):
            shape[d] = axis.out(bool(py(self.ceil_mode)))
        return shape

    def infer(self) -> Sequence[Tensor]:
        shape = self.result_shape()
        if min(shape, default=0) < 1:
            raise TypeRuleError(f"{self.name} of {shape_of(self.x)} has no windows")
        return [tensor(shape, dtype_of(self.x))]

    def relation(self) -> Relation:
        spatial = self.spatial()
        dims = tuple((f"w{d}",) if d in spatial else ("n" if d == 0 else "c",) for d in range(rank_of(self.x)))
        return Relation((dims,), (dims,) * len(self.results), {f"w{d}": Mark.WINDOWED for d in spatial})

    def extents(self) -> Sequence[int]:
        return [axis.kernel for axis in self.window_axes()]

    def place(self, index: Index, reduced: Index) -> list[Expr]:
        """The image's index of one tap of one window."""
        where = list(index)
        for d, axis, tap in zip(self.spatial(), self.window_axes(), reduced, strict=True):
            where[d] = axis.place(index[d], tap)
        return where

    def conditions(self, k: Scalars[S], index: Index, reduced: Index) -> list[S]:
        return [
            condition
            for d, axis, tap in zip(self.spatial(), self.window_axes(), reduced, strict=True)
            for condition in axis.conditions(k, index[d], tap)
        ]

    # ---- the fold
    def neutral(self) -> float | int:
        """Of a maximum, in floats, Paddle's -FLT_MAX: what a window of padding alone has, or of minus infinities."""
        if self.kind() != "max":
            return 0
        dtype = compute_type(dtype_of(self.x))
        return LOWEST_SINGLE if is_float(dtype) else lowest(dtype)

    def initial(self, k: Scalars[S]) -> Sequence[S]:
        return [k.constant(self.neutral(), compute_type(dtype_of(self.x)))]

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        conditions, where = self.conditions(k, index, reduced), self.place(index, reduced)
        read = lambda: k.read(self.x, where)  # noqa: E731
        return [k.guard(conditions, read, self.neutral()) if conditions else read()]

    def combine(self, k: Scalars[S], a: Sequence[S], b: Sequence[S]) -> Sequence[S]:
        if self.kind() != "max":
            return [k.add(a[0], b[0])]
        return [k.select(k.compare("gt", a[0], b[0]), a[0], b[0])]  # one instruction; as Paddle's, without care for NaN


class TypedPooling(Pooling):
    """Pooling whose kind and layout are attributes."""

    exclusive = prop_def(base(IntegerAttr))
    data_format = prop_def(base(StringAttr))
    pooling_type = prop_def(base(StringAttr))
    padding_algorithm = prop_def(base(StringAttr))

    def channel_last(self) -> bool:
        return is_channel_last(py(self.data_format))

    def algorithm(self) -> str:
        return py(self.padding_algorithm)

    def kind(self) -> str:
        return py(self.pooling_type)

    @property
    def is_composite(self) -> bool:
        return self._is_global() or self._is_separable()

    def _is_global(self) -> bool:
        """One window over all of every image is a reduction."""
        return self.kind() != "lp" and all(isinstance(a, Adaptive) and a.windows == 1 for a in self.window_axes())

    def _is_separable(self) -> bool:
        """A maximum over large windows is one over rows, then columns: k + k instead of k * k elements a window."""
        axes = self.window_axes()
        kernel = [a.kernel for a in axes if a.kernel > 1]
        if self.kind() != "max" or not all(isinstance(a, Strided) for a in axes):
            return False
        return len(kernel) > 1 and prod(kernel) >= 2 * sum(kernel)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """Means are linear; of a maximum over one axis or few elements, its place is found, with channels first."""
        if self.kind() == "avg":
            return linear_tangents(self, b, tangents)
        if self.is_composite:
            return NotImplemented
        from pcc.dialects.pd.max_pooling import MaxPool2dWithIndexOp, MaxPool3dWithIndexOp

        rank, axes, (t,) = rank_of(self.x), self.window_axes(), tangents
        assert t is not None
        first, last = list(range(rank)), list(range(rank))
        if self.channel_last():
            first, last = to_channels_first(rank), to_channels_last(rank)
        kind = MaxPool2dWithIndexOp if rank == 4 else MaxPool3dWithIndexOp
        shared = kind.get_irdl_definition().properties
        given: dict[str, Any] = {name: p for name, p in self.properties.items() if name in shared}
        if self.algorithm() != "EXPLICIT":
            given["paddings"] = [p for a in axes if isinstance(a, Strided) for p in (a.low, a.high)]
        moved = b.ops(kind, b.transpose(self.x, first), **given).jvp(b, [b.transpose(t, first)])[0]
        assert moved is not None
        return [b.transpose(moved, last)]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """Of means: every place has what its windows have, over their sizes, one axis after the other."""
        (c,), exclusive = cotangents, bool(py(self.exclusive) or py(self.adaptive))
        if self.is_composite or self.kind() != "avg" or c is None:
            return NotImplemented
        for d, axis in zip(self.spatial(), self.window_axes(), strict=True):
            c = spread_means(b, c, d, axis, exclusive)
        return [c]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        if self._is_separable():
            return [self._by_axis(b)]
        reduce = b.max if self.kind() == "max" else b.mean
        return [reduce(self.x, self.spatial(), keepdim=True)]

    def _by_axis(self, b: Builder) -> SSAValue:
        """One pooling per axis."""
        x, axes = self.x, self.window_axes()
        for d, axis in enumerate(axes):
            assert isinstance(axis, Strided)
            at = lambda value, d=d: [value if n == d else 1 for n in range(len(axes))]  # noqa: E731
            pads = [p for n in range(len(axes)) for p in ((axis.low, axis.high) if n == d else (0, 0))]
            window = {"kernel_size": at(axis.kernel), "strides": at(axis.stride), "paddings": pads}
            x = b.op(type(self), x, **{**self.properties, **window, "padding_algorithm": "EXPLICIT"})
        return x

    def finish(self, k: Scalars[S], accumulators: Sequence[S], index: Index) -> Sequence[S]:
        if self.kind() != "avg":
            return accumulators
        sizes = [
            axis.size(k, index[d], bool(py(self.exclusive) or py(self.adaptive)))
            for d, axis in zip(self.spatial(), self.window_axes(), strict=True)
        ]
        known = prod(s for s in sizes if isinstance(s, int))
        total: S | None = None
        for size in (s for s in sizes if not isinstance(s, int)):
            total = size if total is None else k.mul(total, size)
        if total is None:
            return [k.div(accumulators[0], known)]
        return [k.div(accumulators[0], k.cast(k.mul(total, known), compute_type(dtype_of(self.x))))]


@irdl_op_definition
class Pool2dOp(TypedPooling):
    """Mean or maximum of windows over 2 axes."""

    name = "pd.pool2d"
    SAMPLES: ClassVar = (
        call("max_pool2d", (2, 3, 8, 34), kernel_size=2),
        call("max_pool2d", (1, 3, 9, 11), kernel_size=3, stride=2, padding=1),
        call("max_pool2d", (1, 3, 9, 11), kernel_size=3, stride=2, ceil_mode=True),
        call("max_pool2d", (1, 2, 5, 5), kernel_size=2, padding=1, ceil_mode=True),
        call("max_pool2d", (1, 9, 11, 5), kernel_size=[3, 2], padding="SAME", data_format="NHWC"),
        call("avg_pool2d", (2, 3, 8, 34), kernel_size=2),
        call("avg_pool2d", (1, 3, 9, 11), kernel_size=3, stride=2, padding=1),
        call("avg_pool2d", (1, 3, 9, 11), kernel_size=3, stride=2, padding=1, exclusive=False),
        call("avg_pool2d", (1, 3, 10, 12), kernel_size=3, stride=2, padding=1, exclusive=False, ceil_mode=True),
        call("avg_pool2d", (1, 3, 9, 11), kernel_size=3, stride=2, padding=[1, 0, 2, 1], divisor_override=5),
        call("avg_pool2d", (1, 9, 11, 5), kernel_size=3, stride=2, padding="VALID", data_format="NHWC"),
        call("avg_pool2d", (1, 3, 9, 11), kernel_size=4, stride=2, padding="SAME", ceil_mode=True),
        call("adaptive_avg_pool2d", (2, 5, 7, 9), output_size=1),
        call("adaptive_avg_pool2d", (2, 5, 7, 9), output_size=[3, 4]),
        call("adaptive_avg_pool2d", (2, 5, 8, 9), output_size=[4, None]),
        call("adaptive_avg_pool2d", (2, 7, 9, 5), output_size=[1, 3], data_format="NHWC"),
        call("max_pool1d", (2, 3, 19), kernel_size=3, stride=2),
        call("avg_pool1d", (2, 3, 19), kernel_size=3, stride=2, padding=1),
        call("max_pool2d", Spec((1, 2, 5, 5), "float64"), kernel_size=2, stride=1),
        call("max_pool2d", (1, 3, 19, 23), kernel_size=[5, 7], padding=[2, 3], stride=[1, 2]),
        call("max_pool2d", (1, 11, 13, 3), kernel_size=6, padding="SAME", stride=3, ceil_mode=True, data_format="NHWC"),
        sample(
            lambda paddle, x: paddle._C_ops.pool2d(
                x, [1, 1], [1, 1], [0, 0], False, True, "NCHW", "max", True, False, "EXPLICIT"
            ),
            (2, 3, 5, 7),
        ),
    )


@irdl_op_definition
class Pool3dOp(TypedPooling):
    """Mean or maximum of windows over 3 axes."""

    name = "pd.pool3d"
    SAMPLES: ClassVar = (
        call("max_pool3d", (1, 3, 4, 6, 8), kernel_size=2),
        call("avg_pool3d", (1, 2, 5, 6, 7), kernel_size=3, stride=2, padding=1),
        call("adaptive_avg_pool3d", (1, 2, 5, 6, 7), output_size=[2, 3, 1]),
        call("avg_pool3d", (1, 5, 6, 7, 3), kernel_size=2, data_format="NDHWC"),
        call("local_response_norm", (2, 4, 5, 6), size=3),
    )


@irdl_op_definition
class LpPool2dOp(TypedPooling):
    """(sum of x^p)^(1/p) of windows over 2 axes."""

    name = "pd.lp_pool2d"
    norm_type = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (
        call("lp_pool2d", Spec((1, 3, 8, 9), low=0.1), norm_type=2.0, kernel_size=2),
        call(
            "lp_pool2d", Spec((1, 3, 8, 9), low=0.1), norm_type=3.0, kernel_size=3, stride=2, padding=1, ceil_mode=True
        ),
    )

    def infer(self) -> Sequence[Tensor]:
        if abs(py(self.norm_type)) == inf or not py(self.norm_type):
            raise TypeRuleError(f"lp_pool2d with norm_type {py(self.norm_type)}; use max_pool2d")
        return super().infer()

    def term(self, k: Scalars[S], index: Index, reduced: Index) -> Sequence[S]:
        conditions, where = self.conditions(k, index, reduced), self.place(index, reduced)
        power = lambda: k.math("powf", k.read(self.x, where), py(self.norm_type))  # noqa: E731
        return [k.guard(conditions, power, 0) if conditions else power()]

    def finish(self, k: Scalars[S], accumulators: Sequence[S], index: Index) -> Sequence[S]:
        return [k.math("powf", accumulators[0], 1 / py(self.norm_type))]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """out^(1 - p) times the sum of x^(p - 1) t."""
        (t,), p = tangents, py(self.norm_type)
        assert t is not None
        moved = b.mul(t, b.op(PowOp, self.x, y=p - 1))
        summed = b.op(LpPool2dOp, moved, **{**self.properties, "norm_type": 1.0})
        return [b.mul(summed, b.op(PowOp, self.out, y=1 - p))]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        if py(self.norm_type) != 1 or c is None:
            return NotImplemented
        for d, axis in zip(self.spatial(), self.window_axes(), strict=True):
            c = spread_sums(b, c, d, axis)
        return [c]
