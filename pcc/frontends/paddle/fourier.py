"""Fourier transforms: `fft_c2c`, `fft_r2c`, `fft_c2r` as transforms along one axis after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from typing import TYPE_CHECKING, Any

from xdsl.dialects.builtin import i64
from xdsl.ir import SSAValue

from pcc.dialects.pd.base import dtype_of, normalize_axis, rank_of, shape_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.creation import ArangeOp
from pcc.dialects.pd.fourier import DftOp
from pcc.dialects.pd.padding import PadOp
from pcc.frontends.paddle.complex_value import Complex

if TYPE_CHECKING:
    from pcc.frontends.paddle.importer import Importer

Results = Sequence[Any] | None


def _c2c(importer: Importer, op: Any) -> Results:
    x = importer.value(op.operands_source()[0])
    return [_transformed(importer.builder(), x, _axes(op, x.real), _sign(op), _scale(op, x.real))]


def _r2c(importer: Importer, op: Any) -> Results:
    """The last axis first, as long as the numbers are real; of its results one half is the conjugate of the other."""
    b, x = importer.builder(), importer.value(op.operands_source()[0])
    *others, last = _axes(op, x)
    found = _transformed(b, x, [last], _sign(op), _scale(op, x))
    if op.attrs()["onesided"]:
        found = _mapped(found, lambda part: b.slice(part, last, 0, shape_of(x)[last] // 2 + 1))
    return [_transformed(b, found, others, _sign(op), 1.0)]


def _c2r(importer: Importer, op: Any) -> Results:
    """The real part of the transform of one half, whose numbers count twice, as their conjugates are left out."""
    b, x = importer.builder(), importer.value(op.operands_source()[0])
    *others, last = _axes(op, x.real)
    n = int(op.attrs()["last_dim_size"]) or 2 * (shape_of(x.real)[last] - 1)
    used = _mapped(_transformed(b, x, others, _sign(op), 1.0), lambda part: b.slice(part, last, 0, n // 2 + 1))
    whole = _mapped(used, lambda part: _padded(b, _weighted(b, part, last, n), last, n))
    return [_transformed(b, whole, [last], _sign(op), _scale(op, whole.real)).real]


# ---- how they are computed
def _mapped(x: Complex, function: Callable[[SSAValue], SSAValue]) -> Complex:
    return Complex(function(x.real), function(x.imag))


def _weighted(b: Builder, x: SSAValue, axis: int, n: int) -> SSAValue:
    """The numbers of one half, doubled but for those that are their own conjugates."""
    place = b.op(ArangeOp, start=0, end=shape_of(x)[axis], step=1, dtype=i64)
    single = b.equal(b.mul(place, b.sub(n, b.mul(place, 2))), 0)
    weights = b.where(single, b.full([], 1.0, dtype_of(x)), 2.0)
    return b.mul(x, b.reshape(weights, [e if d == axis else 1 for d, e in enumerate(shape_of(x))]))


def _padded(b: Builder, x: SSAValue, axis: int, n: int) -> SSAValue:
    """With zeros up to n."""
    paddings = [0] * (2 * rank_of(x))
    paddings[2 * axis + 1] = n - shape_of(x)[axis]
    return b.op(PadOp, x, paddings=paddings, pad_value=0.0)


def _transformed(b: Builder, x: SSAValue | Complex, axes: Sequence[int], sign: int, scale: float) -> Any:
    """Along all axes; the scale is applied once."""
    for axis in reversed(axes):
        parts = (x.real, x.imag) if isinstance(x, Complex) else (x, None)
        real, imag = b.ops(DftOp, *parts, axis=axis, sign=sign, scale=scale).results
        x, scale = Complex(real, imag), 1.0
    return x


def _axes(op: Any, x: SSAValue) -> list[int]:
    return [normalize_axis(int(axis), rank_of(x)) for axis in op.attrs()["axes"]]


def _sign(op: Any) -> int:
    return -1 if op.attrs()["forward"] else 1


def _scale(op: Any, x: SSAValue) -> float:
    """backward: inverse transforms have 1/n; forward: forward ones; ortho: 1/sqrt(n) in both."""
    norm, forward = op.attrs()["normalization"], bool(op.attrs()["forward"])
    count = prod(shape_of(x)[axis] for axis in _axes(op, x))
    if norm == "ortho":
        return count**-0.5
    return 1 / count if forward == (norm == "forward") else 1.0


TRANSFORMS: dict[str, Callable[[Any, Any], Results]] = {"fft_c2c": _c2c, "fft_r2c": _r2c, "fft_c2r": _c2r}
