"""Discrete Fourier transforms of complex numbers, which are pairs of real tensors.

A transform is a few products with small matrices: of a length n = p q, p and q transforms with a rotation between
them (Cooley and Tukey, Math. Comp. 19, 1965); of a large prime, a convolution of a convenient length (Bluestein, IEEE
Trans. AU-18, 1970).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from math import inf, pi, prod
from typing import TYPE_CHECKING, ClassVar, TypeVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, TensorType, f32, f64, i64
from xdsl.ir import Attribute, SSAValue
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
    is_integer,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.contraction import MatmulOp
from pcc.dialects.pd.creation import ArangeOp
from pcc.dialects.pd.elementwise import Unary
from pcc.dialects.pd.padding import PadOp
from pcc.dialects.relation import Mark, Relation, letters
from pcc.dialects.routines import DFT_RADICES
from pcc.dialects.scalars import Scalars

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

S = TypeVar("S")
Pair = tuple[SSAValue, SSAValue | None]  # real and imaginary parts; None: zero

LINES = 4  # side by side, from which on the routine is faster than products
LONGEST = 256  # of one product with a matrix
SPLIT = 16  # what a split costs, in products per element


@irdl_op_definition
class UnitRootOp(Unary):
    """out = cos(2 pi x / order), or the sine, of integers x below 2^50, in float64: exact at quarters of a turn."""

    name = "pd.unit_root"
    order = prop_def(base(IntegerAttr))
    imaginary = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.as_real(paddle.fft.fft(x)), (3, 7), tolerance=1e-5),
        sample(lambda paddle, x: paddle.as_real(paddle.fft.fft(x)), Spec((3, 8), "float64"), tolerance=1e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        if not is_integer(dtype_of(self.x)) or py(self.order) < 1:
            raise TypeRuleError(f"unit_root takes whole numbers and an order above 0, not {dtype_of(self.x)}")
        return super().infer()

    def result_dtype(self) -> Attribute:
        return f64

    def scalar(self, k: Scalars[S], *args: S) -> S:
        order, quarters = float(py(self.order)), k.mul(k.cast(args[0], f64), 4.0)
        quarters = k.sub(quarters, order) if py(self.imaginary) else quarters  # of a turn, times the order
        whole = k.math("roundeven", k.div(quarters, order))
        angle = k.mul(k.sub(quarters, k.mul(whole, order)), pi / 2 / order)
        cosine, sine = k.math("cos", angle), k.math("sin", angle)
        quadrant = k.sub(whole, k.mul(k.math("floor", k.mul(whole, 0.25)), 4.0))
        even = k.select(k.compare("eq", quadrant, 0.0), cosine, k.neg(cosine))
        odd = k.select(k.compare("eq", quadrant, 1.0), k.neg(sine), sine)
        straight = k.logical_or(k.compare("eq", quadrant, 0.0), k.compare("eq", quadrant, 2.0))
        return k.select(straight, even, odd)


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
    """out[k] = scale times the sum over j of x[j] e^(sign 2 pi i j k / n) along axis, of extent n.

    x = real + i imag and out are pairs of real tensors; without imag x is real.
    """

    name = "pd.dft"
    real = operand_def(base(TensorType))
    imag = opt_operand_def(base(TensorType))
    axis = prop_def(base(IntegerAttr))
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
        if not shape_of(self.real) or not shape_of(self.real)[self.dim()]:
            raise TypeRuleError(f"dft along axis {py(self.axis)} of {shape_of(self.real)}, which has no elements")
        return [type_of(self.real)] * 2

    def dim(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.real))

    def relation(self) -> Relation:
        dims = tuple((n,) for n in letters(rank_of(self.real)))
        return Relation((dims,) * len(self.operands), (dims,) * 2, {dims[self.dim()][0]: Mark.WHOLE})

    def _again(self, b: Builder, x: Sequence[Tangent], axis: int, sign: int) -> tuple[SSAValue, SSAValue]:
        """The same transform of another pair, of which one part may be zero."""
        real, imag = x if len(x) == 2 else (x[0], None)
        place = {"axis": axis, "sign": sign, "scale": float(py(self.scale))}
        if real is None:  # i times a real tensor
            after, before = b.ops(DftOp, imag, **place).results
            return b.neg(before), after
        made = b.ops(DftOp, real, imag, **place)
        return made.results[0], made.results[1]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        moved = [t and b.expand(t, shape_of(o)) for t, o in zip(tangents, self.operands, strict=True)]
        return self._again(b, moved, self.dim(), py(self.sign))

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        wide = [o if has else b.expand(o, [size, *shape_of(o)]) for o, has in zip(operands, batched, strict=True)]
        return self._again(b, wide, self.dim() + 1, py(self.sign))

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """The matrix is symmetric, so its adjoint is its conjugate: the transform of opposite sign."""
        found = self._again(b, cotangents, self.dim(), -py(self.sign))
        return [x if moves else None for x, moves in zip(found, moving, strict=False)]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        rank, dim, shape = rank_of(self.real), self.dim(), shape_of(self.real)
        sign, scale = int(py(self.sign)), float(py(self.scale))
        if factors(shape[dim]) and prod(shape[dim + 1 :]) >= LINES:
            return _lines(b, (self.real, self.imag), dim, sign, scale)
        swap = [n for n in range(rank) if n != dim] + [dim]
        back = [swap.index(n) for n in range(rank)]
        imag = None if self.imag is None else b.transpose(self.imag, swap)
        real, imag = _rows(b, (b.transpose(self.real, swap), imag), sign, scale)
        imag = b.full(shape_of(real), 0.0, dtype_of(real)) if imag is None else imag
        return [b.transpose(part, back) for part in (real, imag)]


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
    )


@irdl_op_definition
class DftPairsOp(PdOp):
    """The transform that dft is, with the parts of the results as a last axis, along an axis with `factors`.

    cosine and sine are those of 2 pi j / n, for j below n. Only the decomposition of dft makes it.
    """

    name = "pd.dft_pairs"
    real = operand_def(base(TensorType))
    imag = opt_operand_def(base(TensorType))
    cosine = operand_def(base(TensorType))
    sine = operand_def(base(TensorType))
    axis = prop_def(base(IntegerAttr))
    sign = prop_def(base(IntegerAttr))
    scale = prop_def(base(FloatAttr))
    out = result_def(base(TensorType))
    KERNEL: ClassVar = "fourier"
    SAMPLES: ClassVar = _of_lines()

    def infer(self) -> Sequence[Tensor]:
        shape, dtype, axis = shape_of(self.real), dtype_of(self.real), py(self.axis)
        if not 0 <= axis < len(shape) or not factors(shape[axis]) or dtype not in (f32, f64):
            raise TypeRuleError(f"dft_pairs along axis {axis} of {self.real.type}")
        tables = [tensor([shape[axis]], dtype)] * 2
        if [self.cosine.type, self.sine.type] != tables or (self.imag or self.real).type != self.real.type:
            raise TypeRuleError(f"dft_pairs of {', '.join(str(o.type) for o in self.operands)}")
        return [tensor([*shape, 2], dtype)]

    def relation(self) -> Relation:
        dims = tuple((n,) for n in letters(rank_of(self.real)))
        parts = (dims,) * (len(self.operands) - 2)
        return Relation((*parts, (("_",),), (("_",),)), ((*dims, ("_",)),), {dims[int(py(self.axis))][0]: Mark.WHOLE})

    def _again(self, b: Builder, x: Sequence[Tangent], axis: int, sign: int) -> SSAValue:
        """The same transform of other parts, of which one may be zero."""
        there = next(part for part in x if part is not None)
        parts = [b.full(shape_of(there), 0.0, dtype_of(there)) if part is None else part for part in x]
        tables, place = (self.cosine, self.sine), {"axis": axis, "sign": sign, "scale": float(py(self.scale))}
        return b.op(DftPairsOp, parts[0], parts[1] if len(parts) > 1 else None, *tables, **place)

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        moved = [t and b.expand(t, shape_of(self.real)) for t in tangents[:-2]]
        return [self._again(b, moved, int(py(self.axis)), int(py(self.sign)))]

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        pairs = list(zip(operands, batched, strict=True))[:-2]
        wide = [o if has else b.expand(o, [size, *shape_of(o)]) for o, has in pairs]
        return [self._again(b, wide, int(py(self.axis)) + 1, int(py(self.sign)))]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (pairs,), rank = cotangents, rank_of(self.real)
        assert pairs is not None
        parts = [b.slice(pairs, rank, n, n + 1, drop=True) for n in (0, 1)]
        found = self._again(b, parts, int(py(self.axis)), -int(py(self.sign)))
        return [b.slice(found, rank, n, n + 1, drop=True) if moves else None for n, moves in enumerate(moving)]


# ---- the ways to compute it
def _lines(b: Builder, x: Pair, axis: int, sign: int, scale: float) -> tuple[SSAValue, SSAValue]:
    """By the library's routine."""
    n, rank = shape_of(x[0])[axis], rank_of(x[0])
    tables = _roots(b, _range(b, n), n, dtype_of(x[0]))
    pairs = b.op(DftPairsOp, *x, *tables, axis=axis, sign=sign, scale=scale)
    return b.slice(pairs, rank, 0, 1, drop=True), b.slice(pairs, rank, 1, 2, drop=True)


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


def _rows(b: Builder, x: Pair, sign: int, scale: float = 1.0) -> Pair:
    """The transform along the last axis."""
    *outer, n = shape_of(x[0])
    if factors(n) and prod(outer) >= LINES:
        return _lines(b, x, len(outer), sign, scale)
    first = _plan(n)[1]
    if n > 1 and first == 0:
        x = _convolved(b, x, sign)
    elif n > 1:
        x = _product(b, x, sign) if first == n else _split(b, x, first, sign)
    real, imag = (part if part is None or scale == 1.0 else b.scale(part, scale) for part in x)
    assert real is not None
    return real, imag


def _product(b: Builder, x: Pair, sign: int) -> Pair:
    """One product with the matrix of the transform, which is symmetric."""
    n = shape_of(x[0])[-1]
    cosine, sine = _roots(b, _outer(b, n, n, sign), n, dtype_of(x[0]))
    return _combined(b, x, lambda part: (_matmul(b, part, cosine), _matmul(b, part, sine)))


def _split(b: Builder, x: Pair, p: int, sign: int) -> Pair:
    """With j = q j1 + j2 and k = k1 + p k2: over j1, a rotation by j2 k1, over j2."""
    *outer, n = shape_of(x[0])
    q, dtype = n // p, dtype_of(x[0])
    cosine, sine = _roots(b, _outer(b, p, p, sign), p, dtype)
    parts: Pair = (b.reshape(x[0], [*outer, p, q]), None if x[1] is None else b.reshape(x[1], [*outer, p, q]))
    over_first = _combined(b, parts, lambda part: (_matmul(b, cosine, part), _matmul(b, sine, part)))
    rotated = _times(b, over_first, _roots(b, _outer(b, p, q, sign), n, dtype))
    swap = [*range(len(outer)), len(outer) + 1, len(outer)]
    real, imag = _rows(b, rotated, sign)
    assert imag is not None
    return tuple(b.reshape(b.transpose(part, swap), [*outer, n]) for part in (real, imag))  # type: ignore[return-value]


def _convolved(b: Builder, x: Pair, sign: int) -> Pair:
    """As 2 j k = j^2 + k^2 - (k - j)^2: a convolution with e^(-sign pi i j^2 / n), by transforms of another length."""
    *_, n = shape_of(x[0])
    m, dtype = _convenient(n), dtype_of(x[0])
    chirp = _roots(b, _squares(b, _range(b, n), sign), 2 * n, dtype)
    given = _rows(b, _resized(b, _times(b, x, chirp), m), -1)
    place = _range(b, m)
    near = b.minimum(place, b.sub(m, place))
    filters = _roots(b, _squares(b, near, -sign), 2 * n, dtype)
    inside = b.greater(n, near)
    filtered = _rows(b, (b.where(inside, filters[0], 0.0), b.where(inside, filters[1], 0.0)), -1)
    assert filtered[1] is not None
    found = _rows(b, _times(b, given, (b.scale(filtered[0], 1 / m), b.scale(filtered[1], 1 / m))), 1)
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
    paddings = [*[0] * (2 * rank - 1), more]
    real, imag = (part and b.op(PadOp, part, paddings=paddings, pad_value=0.0) for part in x)
    assert real is not None
    return real, imag


def _range(b: Builder, n: int) -> SSAValue:
    return b.op(ArangeOp, start=0, end=n, step=1, dtype=i64)


def _outer(b: Builder, rows: int, columns: int, sign: int) -> SSAValue:
    """sign j k"""
    down = b.mul(b.reshape(_range(b, rows), [rows, 1]), sign)
    return b.mul(down, b.reshape(_range(b, columns), [1, columns]))


def _squares(b: Builder, x: SSAValue, sign: int) -> SSAValue:
    return b.mul(b.mul(x, x), sign)


def _roots(b: Builder, exponents: SSAValue, order: int, dtype: Attribute) -> tuple[SSAValue, SSAValue]:
    """Cosine and sine of 2 pi exponents / order, rounded from float64."""
    cosine, sine = (b.op(UnitRootOp, exponents, order=order, imaginary=part) for part in (False, True))
    return b.cast(cosine, dtype), b.cast(sine, dtype)
