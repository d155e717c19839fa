"""Resizing images: nearest, linear and cubic interpolation over 1 to 3 axes.

Over several axes they are done one axis at a time, by `pd.linear_interp` with the wanted method.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import numpy as np
from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, StringAttr, TensorType, f32, i32
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_prop_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import (
    Sample,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    dtype_of,
    is_float,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.linear import Linear
from pcc.dialects.pd.shape import View
from pcc.dialects.pd.windows import is_channel_last
from pcc.dialects.relation import Mark, Relation
from pcc.dialects.scalars import Index, Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")
CUBIC = -0.75  # of the cubic convolution kernel (Keys, IEEE Trans. ASSP 29, 1981)


def _call(shape: Any, *args: Any, **options: Any) -> Sample:
    """A sample of `paddle.nn.functional.interpolate`."""
    return sample(lambda paddle, x: paddle.nn.functional.interpolate(x, *args, **options), shape, tolerance=2e-5)


@dataclass(frozen=True)
class Resize:
    """One axis of `extent` places that becomes `out` places. `scale`: the given factor, 0 if only sizes are given."""

    extent: int
    out: int
    scale: float
    corners: bool  # the outermost places of both lie on each other
    centered: bool  # places are the centres of their pixels

    @property
    def ratio(self) -> float:
        """Places of the operand per place of the result, in float32 as Paddle computes it."""
        if self.corners:
            return float(np.float32((self.extent - 1) / (self.out - 1))) if self.out > 1 else 0.0
        return float(np.float32(1 / self.scale if self.scale > 0 else self.extent / self.out))

    @property
    def is_identity(self) -> bool:
        return self.extent == self.out and (self.scale in (0, 1) or self.corners)

    @cached_property
    def nearest(self) -> tuple[int, int, int] | None:
        """(a, b, c) with nearest place of i = (a * i + b) // c, if there are such numbers."""
        out, extent = max(self.out, 1), self.extent
        whole = round(self.scale) if self.scale == round(self.scale) and self.scale > 0 else 0
        tries = [(1, 0, whole)] if whole and not self.corners else []
        tries += [(2 * (extent - 1), out - 1, 2 * (out - 1))] if self.corners and out > 1 else [(extent, 0, out)]
        wanted = self.table()
        return next((t for t in tries if [(t[0] * i + t[1]) // t[2] for i in range(self.out)] == wanted), None)

    def table(self) -> list[int]:
        """The nearest place of every place of the result."""
        places = np.float32(self.ratio) * np.arange(self.out, dtype=np.float32)
        places = places + np.float32(0.5) if self.corners else places
        return [min(int(p), self.extent - 1) for p in places]


class Interpolation(Linear):
    """An image resized to given extents, or by given factors, on its spatial axes."""

    x = operand_def(base(TensorType))
    out_size = opt_prop_def(base(DenseArrayBase))
    size_tensor = opt_prop_def(base(DenseArrayBase))
    scale_tensor = opt_prop_def(base(DenseArrayBase))
    data_format = prop_def(base(StringAttr))
    out_d = prop_def(base(IntegerAttr))
    out_h = prop_def(base(IntegerAttr))
    out_w = prop_def(base(IntegerAttr))
    scale = prop_def(base(DenseArrayBase))
    interp_method = prop_def(base(StringAttr))
    align_corners = prop_def(base(IntegerAttr))
    align_mode = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))

    def spatial(self) -> list[int]:
        rank = rank_of(self.x)
        return list(range(1, rank - 1)) if is_channel_last(py(self.data_format)) else list(range(2, rank))

    def _sizes(self, extents: Sequence[int], scales: Sequence[float]) -> list[int]:
        """The new extents: as given by tensors, else by factors, else by attributes."""
        count = len(extents)
        for given in (self.size_tensor, self.out_size):
            if given is not None and len(py(given)) == count:
                return [int(v) for v in py(given)]
        if all(s > 0 for s in scales):
            return [int(np.float32(e) * np.float32(s)) for e, s in zip(extents, scales, strict=True)]
        return [py(self.out_d), py(self.out_h), py(self.out_w)][3 - count :]

    def resizes(self) -> list[Resize]:
        """How each spatial axis changes."""
        extents = [shape_of(self.x)[d] for d in self.spatial()]
        given = [float(np.float32(s)) for s in py(self.scale if self.scale_tensor is None else self.scale_tensor)]
        scales = given * len(extents) if len(given) == 1 else given or [0.0] * len(extents)
        if self.size_tensor is not None:
            scales = [0.0] * len(extents)
        if len(scales) != len(extents):
            raise TypeRuleError(f"{self.name}: {len(scales)} factors for {len(extents)} axes")
        corners = bool(py(self.align_corners))
        centered = not corners and (not py(self.align_mode) or py(self.interp_method) == "bicubic")
        sizes = self._sizes(extents, scales)
        return [Resize(e, o, s, corners, centered) for e, o, s in zip(extents, sizes, scales, strict=True)]

    def infer(self) -> Sequence[Tensor]:
        shape, resizes = list(shape_of(self.x)), self.resizes()
        if (not is_float(dtype_of(self.x)) and py(self.interp_method) != "nearest") or min(
            [*shape, *(r.out for r in resizes)]
        ) < 1:
            raise TypeRuleError(f"{self.name} of {shape} {dtype_of(self.x)} to {[r.out for r in resizes]}")
        for d, resize in zip(self.spatial(), resizes, strict=True):
            shape[d] = resize.out
        return [tensor(shape, dtype_of(self.x))]

    def relation(self) -> Relation:
        spatial = self.spatial()
        names = [f"w{d}" if d in spatial else "n" if d == 0 else "c" for d in range(rank_of(self.x))]
        dims = tuple((n,) for n in names)
        return Relation((dims,), (dims,), {names[d]: Mark.WINDOWED for d in spatial})

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        x = self.x
        for d, resize in zip(self.spatial(), self.resizes(), strict=True):
            if not resize.is_identity:
                x = self._along(b, x, d, resize)
        return [x]

    def _along(self, b: Builder, x: SSAValue, d: int, resize: Resize) -> SSAValue:
        """x resized along one axis, seen as the middle one of three."""
        shape = shape_of(x)
        before, after = prod(shape[:d]), prod(shape[d + 1 :])
        middle = [before, resize.extent, after] if after > 1 else [1, before, resize.extent]
        options = {"out_w": resize.out, "scale": [resize.scale] if resize.scale else []}
        options |= {"out_size": [resize.out], "size_tensor": None, "scale_tensor": None}
        given = {**self.properties, **options, "data_format": "NHWC" if after > 1 else "NCHW"}
        made = b.op(LinearInterpOp, b.reshape(x, middle), **given)
        return b.reshape(made, [*shape[:d], resize.out, *shape[d + 1 :]])


@irdl_op_definition
class LinearInterpOp(Interpolation):
    """Interpolation along one axis, by the method in interp_method: linear, bicubic or nearest."""

    name = "pd.linear_interp"
    SAMPLES: ClassVar = (
        _call((2, 3, 6), [12], mode="linear", data_format="NCW"),
        _call((2, 3, 6), [9], mode="linear", data_format="NCW", align_corners=True),
        _call((2, 6, 3), [4], mode="linear", data_format="NWC", align_mode=1),
        _call((2, 3, 7), None, 1.5, mode="linear", data_format="NCW"),
        _call(Spec((2, 3, 7), "float64"), [1], mode="linear", data_format="NCW"),
    )

    @property
    def is_composite(self) -> bool:
        return False

    def element(self, k: Scalars[S], index: Index) -> S:
        (d,), (resize,) = self.spatial(), self.resizes()
        read = lambda at: k.read(self.x, [*index[:d], k.dynamic(at, resize.extent), *index[d + 1 :]])  # noqa: E731
        return self._value(k, k.cast(k.index(index[d], i32), f32), read)

    def _value(self, k: Scalars[S], place: S, read: Callable[[S], S]) -> S:
        """The result at a place, from what `read` gives of the operand's places."""
        (resize,), method = self.resizes(), py(self.interp_method)
        if method == "nearest":
            place = k.mul(place, resize.ratio)
            return read(k.cast(k.add(place, 0.5) if resize.corners else place, i32))
        ratio = 0.0 if method in ("bilinear", "bicubic") and resize.out == 1 else resize.ratio  # as Paddle has it
        at = k.sub(k.mul(k.add(place, 0.5), ratio), 0.5) if resize.centered else k.mul(place, ratio)
        return (
            self._cubic(k, at, read, resize.extent) if method == "bicubic" else self._linear(k, at, read, resize.extent)
        )

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """Every place that is read has its share: its number and its weight are what `_value` asks for and gives."""
        from pcc.dialects.pd.body import Tensors
        from pcc.dialects.pd.creation import ArangeOp
        from pcc.dialects.pd.scatter import IndexAddOp

        (c,), (d,), (resize,) = cotangents, self.spatial(), self.resizes()
        assert c is not None
        wide, k = compute_type(dtype_of(c)), Tensors(b)
        total, c = b.full(shape_of(self.x), 0.0, wide), b.cast(c, wide)
        for tap in range({"nearest": 1, "bicubic": 4}.get(py(self.interp_method), 2)):
            asked: list[SSAValue] = []

            def read(at: SSAValue, asked: list[SSAValue] = asked, tap: int = tap) -> SSAValue:
                asked.append(at)
                return b.full([], float(len(asked) == tap + 1), wide)

            weight = self._value(k, b.op(ArangeOp, start=0, end=resize.out, step=1, dtype=f32), read)
            column = b.reshape(b.expand(weight, [resize.out]), [resize.out, *[1] * (rank_of(c) - 1 - d)])
            total = b.op(IndexAddOp, total, asked[tap], b.mul(c, column), axis=d)
        return [b.cast(total, dtype_of(self.x))]

    def _linear(self, k: Scalars[S], at: S, read: Any, extent: int) -> S:
        at = k.max(at, 0.0)
        low = k.math("floor", at)
        part, first = k.cast(k.sub(at, low), compute_type(dtype_of(self.x))), k.cast(low, i32)
        a, b = read(first), read(k.min(k.add(first, 1), extent - 1))
        return k.add(k.mul(a, k.add(k.neg(part), 1)), k.mul(b, part))

    def _cubic(self, k: Scalars[S], at: S, read: Any, extent: int) -> S:
        low = k.math("floor", at)
        part, first = k.cast(k.sub(at, low), compute_type(dtype_of(self.x))), k.cast(low, i32)
        rest = k.add(k.neg(part), 1)
        weights = [_far(k, k.add(part, 1)), _near(k, part), _near(k, rest), _far(k, k.add(rest, 1))]
        total: S | None = None
        for tap, weight in enumerate(weights):
            term = k.mul(read(k.max(k.min(k.add(first, tap - 1), extent - 1), 0)), weight)
            total = term if total is None else k.add(total, term)
        assert total is not None
        return total


def _near(k: Scalars[S], x: S) -> S:
    """The cubic kernel at |x| <= 1."""
    return k.add(k.mul(k.mul(k.sub(k.mul(x, CUBIC + 2), CUBIC + 3), x), x), 1)


def _far(k: Scalars[S], x: S) -> S:
    """The cubic kernel at 1 < |x| < 2."""
    return k.sub(k.mul(k.add(k.mul(k.sub(k.mul(x, CUBIC), 5 * CUBIC), x), 8 * CUBIC), x), 4 * CUBIC)


@irdl_op_definition
class BilinearInterpOp(Interpolation):
    """Linear interpolation over 2 axes."""

    name = "pd.bilinear_interp"
    SAMPLES: ClassVar = (
        _call((2, 3, 5, 7), [10, 14], mode="bilinear"),
        _call((2, 3, 5, 7), [9, 3], mode="bilinear", align_corners=True),
        _call((2, 3, 5, 7), [1, 3], mode="bilinear"),
        _call((2, 3, 5, 20), None, [2.0, 1.5], mode="bilinear", align_mode=1),
        _call((2, 5, 7, 3), [4, 7], mode="bilinear", data_format="NHWC"),
        sample(
            lambda paddle, x, y: paddle.nn.functional.interpolate(x, paddle.shape(y)[2:], mode="bilinear"),
            (1, 2, 4, 5),
            (1, 2, 8, 9),
        ),
    )


@irdl_op_definition
class BicubicInterpOp(Interpolation):
    """Cubic interpolation over 2 axes."""

    name = "pd.bicubic_interp"
    SAMPLES: ClassVar = (
        _call((2, 3, 5, 7), [10, 14], mode="bicubic"),
        _call((2, 3, 5, 7), [9, 3], mode="bicubic", align_corners=True),
        _call((2, 5, 7, 3), None, [1.4, 2.0], mode="bicubic", data_format="NHWC"),
        _call((2, 3, 5, 7), [1, 4], mode="bicubic"),
    )


@irdl_op_definition
class TrilinearInterpOp(Interpolation):
    """Linear interpolation over 3 axes."""

    name = "pd.trilinear_interp"
    SAMPLES: ClassVar = (
        _call((1, 2, 3, 4, 5), [6, 8, 7], mode="trilinear", data_format="NCDHW"),
        _call((1, 3, 4, 5, 2), [2, 9, 5], mode="trilinear", data_format="NDHWC", align_corners=True),
    )


@irdl_op_definition
class NearestInterpOp(Interpolation, View):
    """The element whose place is nearest, over 2 or 3 axes."""

    name = "pd.nearest_interp"
    SAMPLES: ClassVar = (
        _call((2, 3, 5, 8), None, 2.0),
        _call((2, 3, 5, 7), [10, 21]),
        _call((2, 3, 5, 7), [3, 4]),
        _call((2, 3, 5, 7), None, [1.7, 2.3]),
        _call((2, 5, 7, 3), [8, 9], data_format="NHWC"),
        _call((1, 2, 3, 4, 5), None, [1.0, 2.0, 1.5], data_format="NCDHW"),
        sample(
            lambda paddle, x: paddle._C_ops.nearest_interp(
                x, None, None, None, "NCHW", -1, 9, 4, [], "nearest", True, 1
            ),
            (1, 2, 4, 7),
        ),
    )

    @property
    def is_composite(self) -> bool:
        """Whether an axis has no formula in integers."""
        return any(r.nearest is None for r in self.resizes())

    def operand_index(self, index: Index) -> Sequence[Expr]:
        where = list(index)
        for d, resize in zip(self.spatial(), self.resizes(), strict=True):
            assert resize.nearest is not None
            a, shift, by = resize.nearest
            where[d] = (index[d] * a + shift) // by
        return where

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """Of whole factors, sums of blocks."""
        (c,), factors = cotangents, dict(zip(self.spatial(), self.resizes(), strict=True))
        if self.is_composite or c is None:
            return NotImplemented
        if any(
            r.nearest is None or r.nearest[:2] != (1, 0) or r.extent * r.nearest[2] != r.out for r in factors.values()
        ):
            return super().transpose(b, cotangents, moving)
        split = [n for d, e in enumerate(shape_of(self.x)) for n in (e, factors[d].out // e if d in factors else 1)]
        return [b.sum(b.reshape(c, split), list(range(1, len(split), 2)))]
