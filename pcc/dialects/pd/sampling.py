"""Images sampled at places that data gives: affine grids, grid sampling."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import product
from math import prod
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, StringAttr, TensorType, i1, i64
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.index import Expr
from pcc.dialects.pd.base import (
    PdOp,
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
    type_of,
)
from pcc.dialects.pd.batching import longer
from pcc.dialects.pd.comparison import GreaterEqualOp
from pcc.dialects.pd.indexing import TakeAlongAxisOp
from pcc.dialects.pd.linear import Linear, again
from pcc.dialects.pd.logic import LogicalAndOp
from pcc.dialects.pd.rounding import RoundOp
from pcc.dialects.relation import Mark, Relation
from pcc.dialects.scalars import Index, Scalars, compute_type

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")


@irdl_op_definition
class AffineGridOp(Linear):
    """out[n, y, x] = input[n] @ (x, y, 1): where the pixels of an image of output_shape come from, in [-1, 1].

    Also over 3 axes. align_corners: -1 and 1 are the centres of the outermost pixels, else their outer edges.
    """

    name = "pd.affine_grid"
    input = operand_def(base(TensorType))
    output_shape = prop_def(base(DenseArrayBase))
    align_corners = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, t: paddle.nn.functional.affine_grid(t, [2, 3, 4, 33]), (2, 2, 3)),
        sample(lambda paddle, t: paddle.nn.functional.affine_grid(t, [1, 3, 4, 5], align_corners=False), (1, 2, 3)),
        sample(lambda paddle, t: paddle.nn.functional.affine_grid(t, [2, 1, 3, 4, 5]), Spec((2, 3, 4), "float64")),
    )

    def infer(self) -> Sequence[Tensor]:
        batch, _, *spatial = (int(e) for e in py(self.output_shape))
        if shape_of(self.input) != (batch, len(spatial), len(spatial) + 1) or len(spatial) not in (2, 3):
            raise TypeRuleError(f"affine_grid of {shape_of(self.input)} for an image {tuple(py(self.output_shape))}")
        return [tensor([batch, *spatial, len(spatial)], dtype_of(self.input))]

    def relation(self) -> Relation:
        free = " ".join("_" for _ in range(rank_of(self.out) - 1))
        return Relation.parse(f"n _ _ -> n {free}")

    def element(self, k: Scalars[S], index: Index) -> S:
        image, *pixel, row = index
        dtype = compute_type(dtype_of(self.out))
        read = lambda column: k.read(self.input, [image, row, Expr((), column)])  # noqa: E731
        total = read(len(pixel))
        for column, (place, extent) in enumerate(zip(reversed(pixel), reversed(shape_of(self.out)[1:-1]), strict=True)):
            at = k.cast(k.index(place), dtype)
            if py(self.align_corners):
                at = k.sub(k.mul(at, 2 / max(extent - 1, 1)), 1)
            else:
                at = k.sub(k.mul(k.add(k.mul(at, 2), 1), 1 / extent), 1)
            total = k.add(total, k.mul(read(column), at))
        return total

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        images, *rest = py(self.output_shape)
        return longer(self, b, operands, batched, size, output_shape=[size * images, *rest])

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """A product by the pixels' coordinates, which are the grid of the identity."""
        from pcc.dialects.pd.contraction import MatmulOp
        from pcc.dialects.pd.creation import EyeOp

        (c,), (batch, rank, width), dtype = cotangents, shape_of(self.input), dtype_of(self.input)
        assert c is not None
        identity = b.op(EyeOp, num_rows=rank, num_columns=width, dtype=dtype)
        (grid,) = again(self, b, [b.expand(identity, [batch, rank, width])], self.properties)
        flat = [batch, prod(shape_of(c)[1:-1]), rank]
        places = b.concat([b.reshape(grid, flat), b.full([*flat[:2], 1], 1.0, dtype)], 2)
        return [b.op(MatmulOp, b.reshape(c, flat), places, transpose_x=True, transpose_y=False)]


def _grid(shape: tuple[int, ...], places: tuple[int, ...], tolerance: float = 2e-5, **options: object) -> Sample:
    call = lambda paddle, x, grid: paddle.nn.functional.grid_sample(x, grid, **options)  # noqa: E731
    return sample(call, Spec(shape), Spec(places, low=-1.4, high=1.4), tolerance=tolerance)


@irdl_op_definition
class GridSampleOp(PdOp):
    """out[n, c, p] = x[n, c] at the place grid[n, p] in [-1, 1] (last axis of x first), over 2 or 3 axes.

    Outside of x: zeros, the border's values, or x reflected at its border.
    """

    name = "pd.grid_sample"
    x = operand_def(base(TensorType))
    grid = operand_def(base(TensorType))
    mode = prop_def(base(StringAttr))
    padding_mode = prop_def(base(StringAttr))
    align_corners = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _grid((2, 3, 5, 7), (2, 4, 20, 2)),
        _grid((2, 3, 5, 7), (2, 4, 6, 2), align_corners=False),
        _grid((1, 2, 5, 7), (1, 4, 6, 2), padding_mode="border"),
        _grid((1, 2, 5, 7), (1, 4, 6, 2), padding_mode="reflection"),
        _grid((1, 2, 5, 7), (1, 4, 6, 2), padding_mode="reflection", align_corners=False),
        _grid((1, 2, 5, 7), (1, 4, 6, 2), mode="nearest"),
        _grid((1, 2, 3, 4, 5), (1, 2, 3, 4, 3)),
    )

    def infer(self) -> Sequence[Tensor]:
        image, places = shape_of(self.x), shape_of(self.grid)
        rank = len(image) - 2
        if rank not in (2, 3) or len(places) != rank + 2 or places[0] != image[0] or places[-1] != rank:
            raise TypeRuleError(f"grid_sample of {image} at {places}")
        if not is_float(dtype_of(self.x)) or dtype_of(self.grid) != dtype_of(self.x) or min(image) < 1:
            raise TypeRuleError(f"grid_sample of {type_of(self.x)} at {type_of(self.grid)}")
        if py(self.mode) not in ("bilinear", "nearest"):
            raise TypeRuleError(f"grid_sample by {py(self.mode)}")
        return [tensor([*image[:2], *places[1:-1]], dtype_of(self.x))]

    def relation(self) -> Relation:
        free = " ".join("_" for _ in shape_of(self.x)[2:])
        places = " ".join("xyz"[: rank_of(self.x) - 2])
        marks = dict.fromkeys(places.split(), Mark.GATHERED)
        return Relation.parse(f"n c {free}, n {places} _ -> n c {places}", **marks)

    def element(self, k: Scalars[S], index: Index) -> S:
        image, channel, *pixel = index
        extents = shape_of(self.x)[2:]
        read = lambda axis: k.read(self.grid, [image, *pixel, Expr((), len(extents) - 1 - axis)])  # noqa: E731
        places = [self._place(k, read(axis), extent) for axis, extent in enumerate(extents)]
        if py(self.mode) == "nearest":
            return self._at(k, image, channel, [k.math("roundeven", p) for p in places])
        lows = [k.math("floor", p) for p in places]
        parts = [k.sub(p, low) for p, low in zip(places, lows, strict=True)]
        total: S | None = None
        for corner in product((0, 1), repeat=len(extents)):
            value = self._at(
                k, image, channel, [k.add(low, c) if c else low for low, c in zip(lows, corner, strict=True)]
            )
            for c, part in zip(corner, parts, strict=True):
                value = k.mul(value, part if c else k.add(k.neg(part), 1))
            total = value if total is None else k.add(total, value)
        assert total is not None
        return total

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """Linear in x; the places move in the parts, where they are not rounded."""
        x, grid = tangents
        if grid is not None and py(self.mode) != "nearest":
            return NotImplemented
        return [None] if x is None else again(self, b, [x, self.grid], self.properties)

    def parts(self, b: Builder) -> Sequence[SSAValue]:
        """The elements around each place, gathered, by weights; images and pixels are rows and columns."""
        from pcc.dialects.pd.body import Tensors

        k, extents = Tensors(b), shape_of(self.x)[2:]
        images, dtype = shape_of(self.grid)[0], compute_type(dtype_of(self.grid))
        columns = b.reshape(b.cast(self.grid, dtype), [images, 1, -1, len(extents)])
        read = lambda axis: b.slice(columns, 3, len(extents) - 1 - axis, len(extents) - axis, drop=True)  # noqa: E731
        places = [self._place(k, read(axis), extent) for axis, extent in enumerate(extents)]
        if py(self.mode) == "nearest":
            total = self._gathered(b, [b.op(RoundOp, p, decimals=0) for p in places])
        else:
            total = self._weighted(b, k, places)
        return [b.reshape(b.cast(total, dtype_of(self.out)), shape_of(self.out))]

    def _weighted(self, b: Builder, k: Scalars[SSAValue], places: Sequence[SSAValue]) -> SSAValue:
        lows = [k.math("floor", p) for p in places]
        ahead = [b.sub(p, low) for p, low in zip(places, lows, strict=True)]
        behind = [b.sub(1.0, part) for part in ahead]
        terms: list[SSAValue] = []
        for corner in product((0, 1), repeat=len(places)):
            at = [b.add(low, c) if c else low for low, c in zip(lows, corner, strict=True)]
            weights = [one if c else other for c, one, other in zip(corner, ahead, behind, strict=True)]
            terms.append(b.mul(self._gathered(b, at), reduce(b.mul, weights)))
        return reduce(b.add, terms)

    def _gathered(self, b: Builder, places: Sequence[SSAValue]) -> SSAValue:
        """[image, channel, pixel]: x at whole places, 0 outside."""
        images, channels, *extents = shape_of(self.x)
        inside, flat = b.full([], True, i1), b.full([], 0, i64)
        for place, extent in zip(places, extents, strict=True):
            there = b.op(LogicalAndOp, b.op(GreaterEqualOp, place, b.lift(0, place)), b.greater(extent, place))
            inside = b.op(LogicalAndOp, inside, there)
            number = b.cast(b.minimum(b.maximum(place, 0), extent - 1), i64)
            flat = b.add(b.mul(flat, extent), number)
        wanted = b.expand(flat, [images, channels, shape_of(flat)[2]])
        rows = b.reshape(b.cast(self.x, dtype_of(places[0])), [images, channels, prod(extents)])
        return b.where(inside, b.op(TakeAlongAxisOp, rows, wanted, axis=2), 0.0)

    def _place(self, k: Scalars[S], at: S, extent: int) -> S:
        """From [-1, 1] to places of an axis, brought inside as padding_mode says."""
        corners = py(self.align_corners)
        if corners:
            at = k.mul(k.mul(k.add(at, 1), 0.5), extent - 1)
        else:
            at = k.mul(k.sub(k.mul(k.add(at, 1), extent), 1), 0.5)
        if py(self.padding_mode) == "border":
            return k.min(k.max(at, 0), extent - 1)
        if py(self.padding_mode) == "reflection":
            shift, period = (0.0, 2.0 * (extent - 1)) if corners else (0.5, 2.0 * extent)
            if not period:
                return k.mul(at, 0)
            far = k.abs(k.add(at, shift))
            rest = k.sub(far, k.mul(k.math("floor", k.div(far, period)), period))
            at = k.sub(k.min(rest, k.add(k.neg(rest), period)), shift)
            return k.min(k.max(at, 0), extent - 1)
        return at

    def _at(self, k: Scalars[S], image: Expr, channel: Expr, places: Sequence[S]) -> S:
        """x at whole places, 0 outside."""
        extents = shape_of(self.x)[2:]
        inside = [
            c for p, e in zip(places, extents, strict=True) for c in (k.compare("ge", p, 0), k.compare("le", p, e - 1))
        ]
        where = [k.dynamic(k.cast(p, i64), e) for p, e in zip(places, extents, strict=True)]
        return k.guard(inside, lambda: k.read(self.x, [image, channel, *where]), 0)
