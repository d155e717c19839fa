"""Fourier transforms: `fft_c2c`, `fft_r2c`, `fft_c2r` as transforms along one axis after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from typing import TYPE_CHECKING, Any

from xdsl.ir import SSAValue

from pcc.dialects.pd.base import dtype_of, normalize_axis, rank_of, shape_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.fourier import DftOp
from pcc.dialects.pd.unit_root import UnitRootOp
from pcc.frontends.paddle.complex_value import Complex

if TYPE_CHECKING:
    from pcc.frontends.paddle.importer import Importer

Results = Sequence[Any] | None
Parts = tuple[SSAValue, SSAValue | None]


def _c2c(importer: Importer, op: Any) -> Results:
    x = importer.value(op.operands_source()[0])
    return [_transformed(importer.builder(), x, _axes(op, x.real), _sign(op), _scale(op, _extents(op, x.real)))]


def _r2c(importer: Importer, op: Any) -> Results:
    """The last axis first, as long as the numbers are real; of its results one half is the conjugate of the other."""
    b, x = importer.builder(), importer.value(op.operands_source()[0])
    *others, last = _axes(op, x)
    n = shape_of(x)[last]
    count = n // 2 + 1 if op.attrs()["onesided"] else n
    found = _along(b, (x, None), last, n, count, _sign(op), _scale(op, _extents(op, x)))
    return [_transformed(b, found, others, _sign(op), 1.0)]


def _c2r(importer: Importer, op: Any) -> Results:
    """The real part of the transform of one half, twice, as the conjugates are left out, but for what has none."""
    b, x = importer.builder(), importer.value(op.operands_source()[0])
    *others, last = _axes(op, x.real)
    n = int(op.attrs()["last_dim_size"]) or 2 * (shape_of(x.real)[last] - 1)
    x = _transformed(b, x, others, _sign(op), 1.0)
    half = [b.slice(part, last, 0, n // 2 + 1) for part in (x.real, x.imag)]
    scale = _scale(op, [n if axis == last else shape_of(x.real)[axis] for axis in (*others, last)])
    twice = _along(b, (half[0], half[1]), last, n, n, _sign(op), 2 * scale).real
    single = b.slice(half[0], last, 0, 1)
    if n % 2 == 0:
        signs = b.cast(b.op(UnitRootOp, b.count(n), order=2, imaginary=False), dtype_of(half[0]))
        signs = b.reshape(signs, [n if axis == last else 1 for axis in range(rank_of(twice))])
        single = b.add(single, b.mul(b.slice(half[0], last, n // 2, n // 2 + 1), signs))
    return [b.sub(twice, b.scale(single, scale))]


# ---- how they are computed
def _along(b: Builder, x: Parts, axis: int, n: int, count: int, sign: int, scale: float) -> Complex:
    real, imag = b.ops(DftOp, *x, axis=axis, n=n, count=count, sign=sign, scale=scale).results
    return Complex(real, imag)


def _transformed(b: Builder, x: Complex, axes: Sequence[int], sign: int, scale: float) -> Complex:
    """Along all axes; the scale is applied once."""
    for axis in reversed(axes):
        n = shape_of(x.real)[axis]
        x, scale = _along(b, (x.real, x.imag), axis, n, n, sign, scale), 1.0
    return x


def _axes(op: Any, x: SSAValue) -> list[int]:
    return [normalize_axis(int(axis), rank_of(x)) for axis in op.attrs()["axes"]]


def _extents(op: Any, x: SSAValue) -> list[int]:
    return [shape_of(x)[axis] for axis in _axes(op, x)]


def _sign(op: Any) -> int:
    return -1 if op.attrs()["forward"] else 1


def _scale(op: Any, extents: Sequence[int]) -> float:
    """backward: inverse transforms have 1/n; forward: forward ones; ortho: 1/sqrt(n) in both."""
    norm, forward = op.attrs()["normalization"], bool(op.attrs()["forward"])
    if norm == "ortho":
        return prod(extents) ** -0.5
    return 1 / prod(extents) if forward == (norm == "forward") else 1.0


TRANSFORMS: dict[str, Callable[[Any, Any], Results]] = {"fft_c2c": _c2c, "fft_r2c": _r2c, "fft_c2r": _c2r}
