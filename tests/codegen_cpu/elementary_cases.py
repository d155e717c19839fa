"""The elementary functions with their references, what to try them on, and the errors that are allowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import inf, nan
from typing import Any

import numpy as np

from tests.codegen_cpu import long_double
from tests.codegen_cpu.elementary import FORMATS, Array, by_libm

COUNT = 1 << 13
SPECIAL = [0.0, -0.0, inf, -inf, nan, 1.0, -1.0, 0.5, -0.5, 1.5, -1.5, 2.5]
SPECIAL += [1e-44, -1e-44, 1e-39, 3e38, -3e38, 5e-324, 1e308, 1e22]


@dataclass(frozen=True)
class Case:
    """A function's reference on long doubles, the intervals that matter, the error allowed in ulp (single, double).

    `positive`, `below` and `without` say where alone the reference is good.
    """

    reference: Callable[[Array], Array]
    intervals: tuple[tuple[float, float], ...] = ((-4, 4), (-100, 100))
    bound: tuple[float, float] = (2.0, 2.0)
    positive: bool = False
    below: float = inf
    without: tuple[float, float] = (nan, nan)


def _sigmoid(x: Array) -> Array:
    z = np.exp(-np.abs(x))
    return np.where(x < 0, z, 1) / (1 + z)


def _round(x: Array) -> Array:
    return np.trunc(x + np.copysign(x.dtype.type(0.5), x))


CASES = {
    "exp": Case(np.exp, ((-1, 1), (-104, 89), (-745, 710))),
    "exp2": Case(np.exp2, ((-1, 1), (-150, 128), (-1075, 1024))),
    "expm1": Case(np.expm1, ((-1, 1), (-20, 89), (-745, 710))),
    "sigmoid": Case(_sigmoid, ((-1, 1), (-104, 89), (-745, 710)), (2.9, 2.9)),
    "log": Case(np.log, ((0.5, 2), (0, 1e30))),
    "log2": Case(np.log2, ((0.5, 2), (0, 1e30))),
    "log10": Case(np.log10, ((0.5, 2), (0, 1e30))),
    "log1p": Case(np.log1p, ((-1, 1), (0, 1e30))),
    "sqrt": Case(np.sqrt, ((0, 2),), (0.5001, 0.5001)),
    "rsqrt": Case(lambda x: 1 / np.sqrt(x), ((0, 2),)),
    "sin": Case(np.sin),
    "cos": Case(np.cos),
    "tan": Case(np.tan),
    "sinh": Case(np.sinh, ((-4, 4), (-90, 90), (-711, 711))),
    "cosh": Case(np.cosh, ((-4, 4), (-90, 90), (-711, 711))),
    "tanh": Case(np.tanh, ((-1, 1), (-20, 20)), (2.0, 2.2)),
    "asinh": Case(np.arcsinh),
    "acosh": Case(np.arccosh, ((1, 4), (1, 1e20))),
    "atanh": Case(np.arctanh, ((-1, 1),), (2.2, 2.2)),
    "erf": Case(by_libm("erfl"), ((-1.6, 1.6), (-6.5, 6.5)), (2.3, 2.0)),
    "asin": Case(np.arcsin, ((-1, 1),)),
    "acos": Case(np.arccos, ((-1, 1),)),
    "atan": Case(np.arctan),
    "cbrt": Case(np.cbrt),
    "erfinv": Case(long_double.erfinv, ((-1, 1), (0.99, 1)), (3.2, 3.0)),
    "lgamma": Case(by_libm("lgammal"), ((0, 4), (0, 50)), (1.0, 4.0), positive=True),
    "digamma": Case(long_double.digamma, ((0, 4), (0, 50)), (1.0, 4.0), positive=True, without=(1.4, 1.52)),
    "i0": Case(partial(long_double.bessel, 0), ((-9, 9), (-90, 90)), (4.0, 4.0), below=700),
    "i1": Case(partial(long_double.bessel, 1), ((-9, 9), (-90, 90)), (4.0, 4.0), below=700),
    "i0e": Case(partial(long_double.bessel_scaled, 0), ((-9, 9), (-90, 90)), (4.0, 4.0), below=700),
    "i1e": Case(partial(long_double.bessel_scaled, 1), ((-9, 9), (-90, 90)), (4.0, 4.0), below=700),
    "floor": Case(np.floor, bound=(0, 0)),
    "ceil": Case(np.ceil, bound=(0, 0)),
    "trunc": Case(np.trunc, bound=(0, 0)),
    "round": Case(_round, bound=(0, 0)),
    "roundeven": Case(np.rint, bound=(0, 0)),
    "absf": Case(np.abs, bound=(0, 0)),
}


@dataclass(frozen=True)
class Pair:
    """The same for a function of two arguments; `random(generator, dtype, count)` gives what to try it on."""

    reference: Callable[[Array, Array], Array]
    random: Callable[[np.random.Generator, Any, int], tuple[Array, Array]]
    bound: float


def _powers(rng: np.random.Generator, dtype: Any, count: int) -> tuple[Array, Array]:
    """Powers that are neither 0 nor infinite: of all sizes, of bases near 1, and everyday ones."""
    top = 126 if dtype == np.float32 else 1020
    x = 2.0 ** rng.uniform(-top, top, count)
    bases = [x, 1 + rng.normal(size=count) * 1e-3, rng.uniform(0, 4, count)]
    exponents = [rng.uniform(-1.1, 1.1, count) * top / np.log2(x), rng.normal(size=count) * 2e4]
    return np.concatenate(bases), np.concatenate([*exponents, rng.uniform(-5, 5, count)])


def _angles(rng: np.random.Generator, dtype: Any, count: int) -> tuple[Array, Array]:
    size = np.exp(rng.uniform(-40, 40, count)) * rng.choice([-1, 1], count)
    y = np.concatenate([rng.normal(size=count), size])
    return y, np.concatenate([rng.normal(size=count), rng.permutation(size)])


PAIRS = {
    "powf": Pair(np.power, _powers, 1.5),
    "atan2": Pair(np.arctan2, _angles, 2.0),
    "fmod": Pair(np.fmod, _angles, 0.0),
}


def pairs(element: str, pair: Pair, count: int = COUNT) -> tuple[Array, Array]:
    """Random arguments and every pair of special ones."""
    dtype = FORMATS[element]
    with np.errstate(all="ignore"):
        x, y = (a.astype(dtype) for a in pair.random(np.random.default_rng(4), dtype, count))
        values = np.array([*SPECIAL, 3, -3, 2, -2, -7, 0.1, 1e9 + 1, 3e-39, 2e38]).astype(dtype)
    first, second = (m.ravel() for m in np.meshgrid(values, values))
    return np.concatenate([x, first]), np.concatenate([y, second])


def points(element: str, case: Case, count: int = COUNT) -> Array:
    """Every exponent and sign alike, the case's intervals, and the special values."""
    rng = np.random.default_rng(3)
    dtype = FORMATS[element]
    words = rng.integers(0, 2 ** (8 * dtype.itemsize), count, dtype=np.uint64).astype(f"u{dtype.itemsize}")
    with np.errstate(all="ignore"):
        uniform = [rng.uniform(low, high, count).astype(dtype) for low, high in case.intervals]
        x = np.concatenate([words.view(dtype), *uniform, np.array(SPECIAL).astype(dtype)])
        inside = (x >= case.without[0]) & (x <= case.without[1])
        return x[~(np.abs(x) > case.below) & ~(case.positive & (x <= 0)) & ~inside]
