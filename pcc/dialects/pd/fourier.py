"""Discrete Fourier transforms of complex numbers, which are pairs of real tensors.

A transform is a few products with small matrices: of a length n = p q, p and q transforms with a rotation between
them (Cooley and Tukey, Math. Comp. 19, 1965); of a large prime, a convolution of a convenient length (Bluestein, IEEE
Trans. AU-18, 1970).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import inf, isqrt, prod
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, TensorType
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
    is_float,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.contraction import MatmulOp
from pcc.dialects.pd.fourier_lines import along, factors, lines, turned_lines
from pcc.dialects.pd.padding import PadOp
from pcc.dialects.pd.unit_root import roots
from pcc.dialects.relation import Relation

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

Pair = tuple[SSAValue, SSAValue | None]  # real and imaginary parts; None: zero

LINES = 4  # side by side, from which on the routine is faster than products
SHORT, LONG = 2048, 8192  # lengths from which on a single line, and up to which many, are for the routine
LONGEST = 256  # of one product with a matrix
SPLIT = 16  # what a split costs, in products per element


def _transforms() -> tuple[Sample, ...]:
    """Lengths that are one product, split, and convolved; each direction, norm and axis."""
    call = lambda name, **options: lambda paddle, x: paddle.as_real(getattr(paddle.fft, name)(x, **options))  # noqa: E731
    pairs = lambda paddle, x, y: paddle.as_real(paddle.fft.ifft(paddle.complex(x, y), axis=0, norm="ortho"))  # noqa: E731
    lengths = [(1,), (2,), (3, 5), (2, 31), (2, 64), (2, 257), (2, 100), (2, 1000), (3, 1024)]
    return (
        *(sample(call("fft", norm="ortho"), Spec(shape, "float64"), tolerance=1e-5) for shape in lengths),
        *(sample(call("fft", axis=axis), (4, 5, 6), tolerance=1e-5) for axis in range(3)),
        sample(call("rfft", norm="forward"), (3, 100), tolerance=1e-5),
        sample(pairs, (12, 5), (12, 5), tolerance=1e-5),
    )


@irdl_op_definition
class DftOp(PdOp):
    """out[k] = scale times the sum over j of x[j] e^(sign 2 pi i j k / n) along axis, for k < count.

    x = real + i imag, of at most n places, and out, of count of n, are pairs of real tensors; without imag x is real.
    """

    name = "pd.dft"
    real = operand_def(base(TensorType))
    imag = opt_operand_def(base(TensorType))
    axis = prop_def(base(IntegerAttr))
    n = prop_def(base(IntegerAttr))
    count = prop_def(base(IntegerAttr))
    sign = prop_def(base(IntegerAttr))
    scale = prop_def(base(FloatAttr))
    out_real = result_def(base(TensorType))
    out_imag = result_def(base(TensorType))
    SAMPLES: ClassVar = _transforms()

    def infer(self) -> Sequence[Tensor]:
        if self.imag is not None and self.imag.type != self.real.type:
            raise TypeRuleError(f"dft: a real part {self.real.type} and an imaginary part {self.imag.type}")
        if not is_float(dtype_of(self.real)) or py(self.sign) not in (-1, 1):
            raise TypeRuleError(f"dft takes floats and a sign of 1 or -1, not {dtype_of(self.real)}, {py(self.sign)}")
        shape, n, count = shape_of(self.real), py(self.n), py(self.count)
        if not shape or not 1 <= max(shape[self.dim()], count) <= n:
            raise TypeRuleError(f"dft of length {n}, {count} of it, along axis {py(self.axis)} of {shape}")
        return [tensor([*shape[: self.dim()], count, *shape[self.dim() + 1 :]], dtype_of(self.real))] * 2

    def dim(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.real))

    def relation(self) -> Relation:
        shape = shape_of(self.real)
        dims, marks = along(len(shape), self.dim(), shape[self.dim()] == py(self.count))
        return Relation((dims,) * len(self.operands), (dims,) * 2, marks)

    def _again(self, b: Builder, x: Sequence[Tangent], axis: int, **other: int) -> tuple[SSAValue, SSAValue]:
        """The same transform of another pair, of which one part may be zero."""
        real, imag = x if len(x) == 2 else (x[0], None)
        place = {"axis": axis, "n": py(self.n), "count": py(self.count), "sign": py(self.sign), **other}
        if real is None:  # i times a real tensor
            after, before = b.ops(DftOp, imag, scale=py(self.scale), **place).results
            return b.neg(before), after
        made = b.ops(DftOp, real, imag, scale=py(self.scale), **place)
        return made.results[0], made.results[1]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        moved = [t and b.expand(t, shape_of(o)) for t, o in zip(tangents, self.operands, strict=True)]
        return self._again(b, moved, self.dim())

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        wide = [o if has else b.expand(o, [size, *shape_of(o)]) for o, has in zip(operands, batched, strict=True)]
        return self._again(b, wide, self.dim() + 1)

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """The matrix is symmetric, so its adjoint is its conjugate: the transform of opposite sign."""
        extent = shape_of(self.real)[self.dim()]
        found = self._again(b, cotangents, self.dim(), count=extent, sign=-int(py(self.sign)))
        return [x if moves else None for x, moves in zip(found, moving, strict=False)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        rank, dim, shape, n = rank_of(self.real), self.dim(), shape_of(self.real), int(py(self.n))
        count, sign, scale = int(py(self.count)), int(py(self.sign)), float(py(self.scale))
        x, apart, side = (self.real, self.imag), prod(shape[:dim]), prod(shape[dim + 1 :])
        if max(side, apart * (side == 1)) >= LINES and factors(n) and n <= LONG:
            real, *rest = lines(b, x, dim, n, count, sign, scale, 2 if self.out_imag.uses else 1)
            return [real, *rest] if rest else [real, b.full(shape_of(real), 0.0, dtype_of(real))]
        swap = [d for d in range(rank) if d != dim] + [dim]
        last = [part if part is None else b.transpose(part, swap) for part in x]
        rows = _Ways(b, sign).rows(_resized(b, (_there(last[0]), last[1]), n), scale)
        both = _dense(b, _resized(b, rows, count))
        return [b.transpose(part, [swap.index(d) for d in range(rank)]) for part in both]


# ---- the ways to compute it
@cache
def _plan(n: int) -> tuple[float, int]:
    """About how many products per element a transform takes, and its first factor; n: one product, 0: a convolution."""
    ways = [(float(n) if n <= LONGEST else inf, n)]
    ways += [(p + SPLIT + _plan(n // p)[0], p) for p in range(2, min(n // 2, LONGEST) + 1) if n % p == 0]
    if min(ways)[0] == inf:
        m = _convenient(n)
        return 2.0 * m / n * _plan(m)[0] + 3 * SPLIT, 0
    return min(ways)


def _convenient(n: int) -> int:
    """The length of a convolution of n numbers with a filter of twice as many."""
    return 1 << (2 * n - 2).bit_length()


def _middle(n: int) -> int:
    """The divisor next to the square root."""
    return max(p for p in range(1, isqrt(n) + 1) if n % p == 0)


def by_products(b: Builder, x: Pair, n: int, count: int, sign: int, scale: float) -> tuple[SSAValue, SSAValue]:
    """The first places of the transform of at most n places along the last axis, without the library's routine."""
    return _dense(b, _resized(b, _Ways(b, sign, routine=False).rows(_resized(b, x, n), scale), count))


@dataclass(frozen=True)
class _Ways:
    """Transforms along the last axis. `routine`: there is the library's, for many lines side by side."""

    b: Builder
    sign: int
    routine: bool = True

    def rows(self, x: Pair, scale: float = 1.0) -> Pair:
        b, (*outer, n) = self.b, shape_of(x[0])
        suits = self.routine and bool(factors(n))
        many = suits and prod(outer) >= LINES
        if many and n <= LONG:
            real, imag = lines(b, x, len(outer), n, n, self.sign, scale)
            return real, imag
        first = _middle(n) if many or (suits and n >= SHORT) else _plan(n)[1]
        if n > 1 and first == 0:
            x = self.convolved(x)
        elif n > 1:
            x = self.product(x) if first == n else self.split(x, first)
        real, imag = (part if part is None or scale == 1.0 else b.scale(part, scale) for part in x)
        return _there(real), imag

    def product(self, x: Pair) -> Pair:
        """One product with the matrix of the transform, which is symmetric."""
        b, n = self.b, shape_of(x[0])[-1]
        cosine, sine = roots(b, _outer(b, n, n, self.sign), n, dtype_of(x[0]))
        return _combined(b, x, lambda part: (_matmul(b, part, cosine), _matmul(b, part, sine)))

    def split(self, x: Pair, p: int) -> Pair:
        """With j = q j1 + j2 and k = k1 + p k2: over j1, a rotation by j2 k1, over j2."""
        b, (*outer, n) = self.b, shape_of(x[0])
        q = n // p
        parts: Pair = (b.reshape(x[0], [*outer, p, q]), None if x[1] is None else b.reshape(x[1], [*outer, p, q]))
        rotated = _times(b, self.over_first(parts), roots(b, _outer(b, p, q, self.sign), n, dtype_of(x[0])))
        if self.routine and factors(q) and q <= LONG and p >= LINES and n >= SHORT:
            real, imag = turned_lines(b, rotated, self.sign)
            return real, imag
        swap = [*range(len(outer)), len(outer) + 1, len(outer)]
        real, imag = self.rows(rotated)
        turned = [b.reshape(b.transpose(_there(part), swap), [*outer, n]) for part in (real, imag)]
        return turned[0], turned[1]

    def over_first(self, x: Pair) -> Pair:
        """The transform along the last axis but one."""
        b, (*outer, p, q) = self.b, shape_of(x[0])
        if self.routine and factors(p) and q >= LINES and p * q >= SHORT:
            real, imag = lines(b, x, len(outer), p, p, self.sign, 1.0)
            return real, imag
        cosine, sine = roots(b, _outer(b, p, p, self.sign), p, dtype_of(x[0]))
        return _combined(b, x, lambda part: (_matmul(b, cosine, part), _matmul(b, sine, part)))

    def convolved(self, x: Pair) -> Pair:
        """As 2 j k = j^2 + k^2 - (k - j)^2: a convolution with e^(-sign pi i j^2 / n), by transforms of m."""
        b, n = self.b, shape_of(x[0])[-1]
        m, dtype = _convenient(n), dtype_of(x[0])
        chirp = roots(b, _squares(b, b.count(n), self.sign), 2 * n, dtype)
        there, back = replace(self, sign=-1), replace(self, sign=1)
        given = there.rows(_resized(b, _times(b, x, chirp), m))
        place = b.count(m)
        near = b.minimum(place, b.sub(m, place))
        filters = roots(b, _squares(b, near, -self.sign), 2 * n, dtype)
        inside = b.greater(n, near)
        filtered = there.rows((b.where(inside, filters[0], 0.0), b.where(inside, filters[1], 0.0)))
        assert filtered[1] is not None
        found = back.rows(_times(b, given, (b.scale(filtered[0], 1 / m), b.scale(filtered[1], 1 / m))))
        return _times(b, _resized(b, found, n), chirp)


# ---- pairs and tables
def _matmul(b: Builder, x: SSAValue, y: SSAValue) -> SSAValue:
    return b.op(MatmulOp, x, y, transpose_x=False, transpose_y=False)


def _combined(b: Builder, x: Pair, table: Callable[[SSAValue], tuple[SSAValue, SSAValue]]) -> Pair:
    """(a + i b)(c + i s) where `table` gives the products of a part with c and with s."""
    (first, second), imag = table(x[0]), x[1]
    if imag is None:
        return first, second
    third, fourth = table(imag)
    return b.sub(first, fourth), b.add(second, third)


def _times(b: Builder, x: Pair, by: tuple[SSAValue, SSAValue]) -> Pair:
    return _combined(b, x, lambda part: (b.mul(part, by[0]), b.mul(part, by[1])))


def _resized(b: Builder, x: Pair, n: int) -> Pair:
    """The last axis cut or filled with zeros."""
    rank, more = rank_of(x[0]), n - shape_of(x[0])[-1]
    if not more:
        return x
    paddings = [*[0] * (2 * rank - 1), more]
    real, imag = (part and b.op(PadOp, part, paddings=paddings, pad_value=0.0) for part in x)
    assert real is not None
    return real, imag


def _dense(b: Builder, x: Pair) -> tuple[SSAValue, SSAValue]:
    real, imag = x
    return real, b.full(shape_of(real), 0.0, dtype_of(real)) if imag is None else imag


def _outer(b: Builder, rows: int, columns: int, sign: int) -> SSAValue:
    """sign j k"""
    down = b.mul(b.reshape(b.count(rows), [rows, 1]), sign)
    return b.mul(down, b.reshape(b.count(columns), [1, columns]))


def _squares(b: Builder, x: SSAValue, sign: int) -> SSAValue:
    return b.mul(b.mul(x, x), sign)


def _there(part: SSAValue | None) -> SSAValue:
    assert part is not None
    return part
