"""Fourier transforms of many lines at once, by a routine of the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, TensorType, f32, f64
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_operand_def, prop_def, result_def

from pcc.dialects.pd.base import (
    PdOp,
    Sample,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    dtype_of,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.unit_root import roots
from pcc.dialects.relation import Dim, Mark, Relation, letters
from pcc.dialects.routines import DFT_RADICES

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

Dims = tuple[Dim, ...]


def factors(n: int) -> list[int]:
    """The radices of the library's routine whose product is n; none if there are no such, or n is 1."""
    found: list[int] = []
    while n > 1:
        radix = next((r for r in DFT_RADICES if n % r == 0 and (r != 8 or n % 32 != 16)), 0)  # 4 4, not 8 2
        if not radix:
            return []
        found.append(radix)
        n //= radix
    return found


def _of_lines() -> tuple[Sample, ...]:
    """Neighbours and parts apart, by line and by place, real and complex, to and fro."""
    fft = lambda paddle, x, **options: paddle.as_real(paddle.fft.fft(x, **options))  # noqa: E731
    back = lambda paddle, x, **options: paddle.as_real(paddle.fft.ifft(paddle.as_complex(x), **options))  # noqa: E731
    twice = lambda paddle, x: paddle.as_real(paddle.fft.ifft2(paddle.complex(x, x[:, ::-1])))  # noqa: E731
    return (
        sample(fft, (5, 24), tolerance=1e-5),
        sample(lambda paddle, x: fft(paddle, x, axis=0), (15, 20), tolerance=1e-5),
        sample(back, (3, 6, 16, 2), tolerance=1e-5),
        sample(lambda paddle, x: back(paddle, x, axis=1), Spec((2, 77, 9, 2), "float64"), tolerance=1e-5),
        sample(twice, (16, 12), tolerance=1e-5),
        sample(lambda paddle, x: paddle.as_real(paddle.fft.rfft(x)), (5, 24), tolerance=1e-5),
        sample(lambda paddle, x: paddle.fft.irfft(paddle.as_complex(x), axis=0, n=14), (8, 9, 2), tolerance=1e-5),
    )


@irdl_op_definition
class DftPairsOp(PdOp):
    """The transform that dft is, of a length with `factors`, with the parts of the results as a last axis.

    components: 2, or 1 for real parts only. turned: the axis, then the last one, changes place with the one before it.
    cosine and sine are those of 2 pi j / n, for j below n. Only the decomposition of dft makes it.
    """

    name = "pd.dft_pairs"
    real = operand_def(base(TensorType))
    imag = opt_operand_def(base(TensorType))
    cosine = operand_def(base(TensorType))
    sine = operand_def(base(TensorType))
    axis = prop_def(base(IntegerAttr))
    n = prop_def(base(IntegerAttr))
    count = prop_def(base(IntegerAttr))
    sign = prop_def(base(IntegerAttr))
    scale = prop_def(base(FloatAttr))
    components = prop_def(base(IntegerAttr))
    turned = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    KERNEL: ClassVar = "fourier"
    SAMPLES: ClassVar = _of_lines()

    def place(self) -> tuple[int, int, int]:
        """axis, n, count"""
        return int(py(self.axis)), int(py(self.n)), int(py(self.count))

    def infer(self) -> Sequence[Tensor]:
        (axis, n, count), shape, dtype = self.place(), shape_of(self.real), dtype_of(self.real)
        fits = 0 <= axis < len(shape) and max(shape[axis], count) <= n
        fits = fits and (not py(self.turned) or axis == len(shape) - 1 > 0)
        if not fits or not factors(n) or dtype not in (f32, f64) or py(self.components) not in (1, 2):
            raise TypeRuleError(f"dft_pairs of length {n} along axis {axis} of {self.real.type}")
        tables = [tensor([n], dtype)] * 2
        if [self.cosine.type, self.sine.type] != tables or (self.imag or self.real).type != self.real.type:
            raise TypeRuleError(f"dft_pairs of {', '.join(str(o.type) for o in self.operands)}")
        extents = [*shape[:axis], count, *shape[axis + 1 :]]
        return [tensor([*(extents[d] for d in self.order()), int(py(self.components))], dtype)]

    def order(self) -> list[int]:
        """The axes of the operand in the order of the result's."""
        *first, axis = range(rank_of(self.real))
        return [*first[:-1], axis, first[-1]] if py(self.turned) else [*first, axis]

    def relation(self) -> Relation:
        (axis, _, count), shape = self.place(), shape_of(self.real)
        dims, marks = along(len(shape), axis, shape[axis] == count)
        parts = (dims,) * (len(self.operands) - 2)
        return Relation((*parts, (("_",),), (("_",),)), ((*(dims[d] for d in self.order()), ("_",)),), marks)

    def _again(self, b: Builder, x: Sequence[Tangent], axis: int, **other: int) -> SSAValue:
        """The same transform of other parts, of which one may be zero."""
        there = next(part for part in x if part is not None)
        parts = [b.full(shape_of(there), 0.0, dtype_of(there)) if part is None else part for part in x]
        place = {
            "n": py(self.n),
            "count": py(self.count),
            "sign": py(self.sign),
            "components": py(self.components),
            "turned": py(self.turned),
            **other,
        }
        imag = parts[1] if len(parts) > 1 else None
        return b.op(DftPairsOp, parts[0], imag, self.cosine, self.sine, axis=axis, scale=py(self.scale), **place)

    def without_routine(self, b: Builder) -> Sequence[SSAValue]:
        from pcc.dialects.pd.fourier import by_products

        (axis, n, count), last = self.place(), rank_of(self.real) - 1
        order = [*(d for d in range(last + 1) if d != axis), axis]
        real, imag = (part and b.transpose(part, order) for part in (self.real, self.imag))
        assert real is not None
        made = by_products(b, (real, imag), n, count, int(py(self.sign)), float(py(self.scale)))
        parts = [b.reshape(part, [*shape_of(part), 1]) for part in made[: py(self.components)]]
        pairs = b.concat(parts, last + 1)
        return [b.transpose(pairs, [*(order.index(d) for d in self.order()), last + 1])]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        return [self._again(b, [t and b.expand(t, shape_of(self.real)) for t in tangents[:-2]], self.place()[0])]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        pairs = list(zip(operands, batched, strict=True))[:-2]
        wide = [o if has else b.expand(o, [size, *shape_of(o)]) for o, has in pairs]
        return [self._again(b, wide, self.place()[0] + 1)]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (pairs,), axis = cotangents, self.place()[0]
        assert pairs is not None
        straight = b.transpose(pairs, [*self.order(), rank_of(self.real)])
        other = {"count": shape_of(self.real)[axis], "sign": -int(py(self.sign)), "components": 2, "turned": 0}
        found = self._again(b, split_parts(b, straight), axis, **other)
        pieces = split_parts(b, found)
        return [*(x if moves else None for x, moves in zip(pieces, moving, strict=False)), *[None] * (len(moving) - 2)]


def along(rank: int, axis: int, alike: bool) -> tuple[Dims, dict[str, Mark]]:
    """The dimensions of an operand of which an axis is needed whole; `alike`: the result's has its extent."""
    dims: list[Dim] = [(name,) for name in letters(rank)]
    marks = {dims[axis][0]: Mark.WHOLE} if alike else {}
    dims[axis] = dims[axis] if alike else ("_",)
    return tuple(dims), marks


def split_parts(b: Builder, pairs: SSAValue) -> list[SSAValue]:
    last = rank_of(pairs) - 1
    return [b.slice(pairs, last, n, n + 1, drop=True) for n in range(shape_of(pairs)[last])]


def lines(
    b: Builder, x: Sequence[Tangent], axis: int, n: int, count: int, sign: int, scale: float, components: int = 2
) -> list[SSAValue]:
    """The parts of the transform of real and imaginary parts (None: zero) of at most n places along an axis."""
    return split_parts(b, _pairs(b, x, axis, n, count, sign, scale, components, 0))


def turned_lines(b: Builder, x: Sequence[Tangent], sign: int) -> list[SSAValue]:
    """The same along the last axis, which then comes before the one before it; both as one."""
    assert x[0] is not None
    *outer, p, q = shape_of(x[0])
    pairs = _pairs(b, x, len(outer) + 1, q, q, sign, 1.0, 2, 1)
    return split_parts(b, b.reshape(pairs, [*outer, p * q, 2]))


def _pairs(
    b: Builder,
    x: Sequence[Tangent],
    axis: int,
    n: int,
    count: int,
    sign: int,
    scale: float,
    components: int,
    turned: int,
) -> SSAValue:
    real, imag = x
    assert real is not None
    place = {"axis": axis, "n": n, "count": count, "sign": sign, "components": components, "turned": turned}
    return b.op(DftPairsOp, real, imag, *roots(b, b.count(n), n, dtype_of(real)), scale=scale, **place)
