"""How far two results are apart, and how far they may be."""

from __future__ import annotations

import numpy as np
from xdsl.dialects.builtin import BFloat16Type, Float16Type, Float32Type, Float64Type
from xdsl.ir import Attribute

from pcc.testing.failures import CheckFailure
from pcc.testing.inputs import Array

EPSILON: dict[type[Attribute], float] = {
    BFloat16Type: 2.0**-7,
    Float16Type: 2.0**-10,
    Float32Type: 2.0**-23,
    Float64Type: 2.0**-52,
}


def allowed(tolerance: float, dtypes: list[Attribute]) -> float:
    """A float32 tolerance for the coarsest of the dtypes; 16-bit floats are float32, rounded once or twice."""
    epsilon = max((EPSILON.get(type(d), 0.0) for d in dtypes), default=0.0)
    single = EPSILON[Float32Type]
    return tolerance + 2 * epsilon if epsilon > single else tolerance * epsilon / single


def difference(got: Array, want: Array) -> tuple[float, tuple[int, ...]]:
    """The largest error and where.

    It is relative to the wanted number, or to 1 (to the largest wanted number if that is less) if that is larger.
    NaNs equal NaNs; infinities equal infinities of the same sign.
    """
    if not got.size:
        return 0.0, ()
    got, want = got.astype(np.float64), want.astype(np.float64)
    with np.errstate(all="ignore"):
        usual = np.abs(want[np.isfinite(want)]).max(initial=0.0)
        scale = np.maximum(np.abs(want), min(1.0, usual))
        error = np.abs(got - want) / np.where(scale > 0, scale, 1.0)
    same = (got == want) | np.isnan(got) & np.isnan(want)
    error = np.where(same, 0.0, np.where(np.isfinite(got) & np.isfinite(want), error, np.inf))
    where = np.unravel_index(int(np.argmax(error)), error.shape)
    return float(error[where]), tuple(int(i) for i in where)


def compare(got: Array, want: Array, limit: float, failure: type[CheckFailure], what: str) -> float:
    """The largest error of a result; raises `failure` if it exceeds the limit."""
    error, where = difference(got, want)
    if error > limit:
        raise failure(f"{what}: error {error:.3g} > {limit:.3g} at {list(where)}: {got[where]!s}, not {want[where]!s}")
    return error
