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
    axes = _axes(op, x.real)
    return [_transformed(importer.builder(), x, axes, op.attrs(), _scale(op, [shape_of(x.real)[a] for a in axes]))]


def _r2c(importer: Importer, op: Any) -> Results:
    """The last axis first, as long as the numbers are real; of its results one half is the conjugate of the other."""
    b, x = importer.builder(), importer.value(op.operands_source()[0])
    axes = _axes(op, x)
    n, last = shape_of(x)[axes[-1]], axes[-1]
    found = _transformed(b, x, [last], op.attrs(), _scale(op, [shape_of(x)[a] for a in axes]))
    if op.attrs()["onesided"]:
        found = Complex(*(b.slice(part, last, 0, n // 2 + 1) for part in (found.real, found.imag)))
    return [_transformed(b, found, axes[:-1], op.attrs(), 1.0)]


def _c2r(importer: Importer, op: Any) -> Results:
    """The real part of the transform of one half, whose numbers count twice, as their conjugates are left out."""
    b, x = importer.builder(), importer.value(op.operands_source()[0])
    axes, attributes = _axes(op, x.real), op.attrs()
    last, half = axes[-1], shape_of(x.real)[axes[-1]]
    n = int(attributes["last_dim_size"]) or 2 * (half - 1)
    scale = _scale(op, [*(shape_of(x.real)[a] for a in axes[:-1]), n])
    x = _transformed(b, x, axes[:-1], attributes, 1.0)
    whole = Complex(*(_spread(b, part, last, n) for part in (x.real, x.imag)))
    return [_transformed(b, whole, [last], attributes, scale).real]


def _spread(b: Builder, x: SSAValue, axis: int, n: int) -> SSAValue:
    """The numbers of one half, doubled but for those that are their own conjugates, and zeros up to n."""
    used, rank = n // 2 + 1, rank_of(x)
    place = b.op(ArangeOp, start=0, end=used, step=1, dtype=i64)
    single = b.equal(b.mul(place, b.sub(n, b.mul(place, 2))), 0)
    weights = b.where(single, b.full([], 1.0, dtype_of(x)), 2.0)
    weights = b.reshape(weights, [used if d == axis else 1 for d in range(rank)])
    paddings = [0] * (2 * rank)
    paddings[2 * axis + 1] = n - used
    return b.op(PadOp, b.mul(b.slice(x, axis, 0, used), weights), paddings=paddings, pad_value=0.0)


def _transformed(b: Builder, x: SSAValue | Complex, axes: Sequence[int], attributes: Any, scale: float) -> Any:
    """Along all axes; the scale is applied once."""
    sign = -1 if attributes["forward"] else 1
    for axis in reversed(axes):
        parts = (x.real, x.imag) if isinstance(x, Complex) else (x, None)
        real, imag = b.ops(DftOp, *parts, axis=axis, sign=sign, scale=scale).results
        x, scale = Complex(real, imag), 1.0
    return x


def _axes(op: Any, x: SSAValue) -> list[int]:
    return [normalize_axis(int(axis), rank_of(x)) for axis in op.attrs()["axes"]]


def _scale(op: Any, extents: Sequence[int]) -> float:
    """backward: inverse transforms have 1/n; forward: forward ones; ortho: 1/sqrt(n) in both."""
    norm, forward = op.attrs()["normalization"], bool(op.attrs()["forward"])
    if norm == "ortho":
        return prod(extents) ** -0.5
    return 1 / prod(extents) if forward == (norm == "forward") else 1.0


TRANSFORMS: dict[str, Callable[[Any, Any], Results]] = {"fft_c2c": _c2c, "fft_r2c": _r2c, "fft_c2r": _c2r}
