"""Elementary functions against references of higher precision: NumPy's long double, or mpmath."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import inf, nan, pi

import numpy as np
import pytest

from tests.codegen_cpu import long_double
from tests.codegen_cpu.elementary import FORMATS, Array, Compiled, by_libm, ulps

COUNT = 1 << 14
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
    without: tuple[float, float] = (inf, inf)


def _sigmoid(x: Array) -> Array:
    z = np.exp(-np.abs(x))
    return np.where(x < 0, z, 1) / (1 + z)


def _round(x: Array) -> Array:
    return np.trunc(x + np.copysign(x.dtype.type(0.5), x))


CASES = {
    "exp": Case(np.exp, ((-1, 1), (-104, 89), (-745, 710))),
    "exp2": Case(np.exp2, ((-1, 1), (-150, 128), (-1075, 1024))),
    "expm1": Case(np.expm1, ((-1, 1), (-20, 89), (-745, 710))),
    "sigmoid": Case(_sigmoid, ((-1, 1), (-104, 89), (-745, 710))),
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
    "erf": Case(by_libm("erfl"), ((-1.2, 1.2), (-6.5, 6.5))),
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
SHAPES = [("float", 0), ("float", 8), ("float", 16), ("double", 0), ("double", 8), ("double", 16)]


def points(element: str, case: Case) -> Array:
    """Every exponent and sign alike, the case's intervals, and the special values."""
    rng = np.random.default_rng(3)
    dtype = FORMATS[element]
    words = rng.integers(0, 2 ** (8 * dtype.itemsize), COUNT, dtype=np.uint64).astype(f"u{dtype.itemsize}")
    with np.errstate(all="ignore"):
        uniform = [rng.uniform(low, high, COUNT).astype(dtype) for low, high in case.intervals]
        x = np.concatenate([words.view(dtype), *uniform, np.array(SPECIAL).astype(dtype)])
        outside = (x < case.without[0]) | (x > case.without[1])
        return x[(np.abs(x) <= case.below) & ~(case.positive & (x <= 0)) & outside]


@pytest.mark.parametrize("name", CASES)
def test_error_within_bound(name: str) -> None:
    case = CASES[name]
    for element, bound in zip(FORMATS, case.bound, strict=True):
        x = points(element, case)
        with np.errstate(all="ignore"):
            exact = case.reference(x.astype(np.longdouble))
        for lanes in (lanes for e, lanes in SHAPES if e == element):
            got = Compiled(name, element, lanes)(x)
            error = ulps(got, exact)
            worst = int(np.argmax(error))
            what = f"{element} x{lanes}: {name}({x[worst]!r}) = {got[worst]!r}"
            assert error[worst] <= bound, f"{what}, {error[worst]:.2f} ulp"
            zero = (got == 0) & (exact == 0)
            assert np.array_equal(np.signbit(got[zero]), np.signbit(exact[zero])), f"{name} loses the sign of zero"


@pytest.mark.parametrize("element", FORMATS)
def test_power(element: str) -> None:
    dtype, rng = FORMATS[element], np.random.default_rng(4)
    top = 126 if element == "float" else 1020
    x = 2.0 ** rng.uniform(-top, top, COUNT)
    near_one = 1 + rng.normal(size=COUNT) * 1e-3
    a = np.concatenate([x, near_one, rng.uniform(0, 4, COUNT)]).astype(dtype)
    y = [rng.uniform(-1.1, 1.1, COUNT) * top / np.log2(x), rng.normal(size=COUNT) * 2e4, rng.uniform(-5, 5, COUNT)]
    b = np.concatenate(y).astype(dtype)
    with np.errstate(all="ignore"):
        exact = np.power(a.astype(np.longdouble), b.astype(np.longdouble))
    for lanes in (0, 8, 16):
        assert ulps(Compiled("powf", element, lanes, 2)(a, b), exact).max() <= 1.5


@pytest.mark.parametrize("element", FORMATS)
def test_power_of_special_values(element: str) -> None:
    dtype = FORMATS[element]
    with np.errstate(over="ignore"):
        values = np.array([*SPECIAL, 3, -3, 2, -2, -7, 0.1, 1e9 + 1]).astype(dtype)
    a, b = (m.ravel() for m in np.meshgrid(values, values))
    with np.errstate(all="ignore"):
        exact = np.power(a.astype(np.longdouble), b.astype(np.longdouble)).astype(dtype)
    got = Compiled("powf", element, 8, 2)(a, b)
    assert ulps(got, exact).max() <= 1
    signed = ~np.isnan(exact)
    assert np.array_equal(np.signbit(got[signed]), np.signbit(exact[signed]))


def test_copysign() -> None:
    a, b = np.array([1, -2, 0.0, inf] * 2), np.array([-1, -0.0, -inf, 5] * 2)
    assert np.array_equal(Compiled("copysign", "double", 8, 2)(a, b), np.copysign(a, b))


@pytest.mark.parametrize("element", FORMATS)
def test_sine_near_multiples_of_pi(element: str) -> None:
    """Where the reduced argument cancels most, at every size of argument."""
    dtype = FORMATS[element]
    top = 126 if element == "float" else 1000
    size = 2.0 ** np.random.default_rng(5).uniform(0, top, COUNT)
    x = (np.round(size / (pi / 2)) * (pi / 2)).astype(dtype)
    exact = {"sin": np.sin, "cos": np.cos, "tan": np.tan}
    for name, reference in exact.items():
        assert ulps(Compiled(name, element, 8)(x), reference(x.astype(np.longdouble))).max() <= 2, name


def test_digamma_near_its_zero() -> None:
    """By Taylor's series there; the zero and the derivatives are from mpmath."""
    zero, rest = np.longdouble(1.4616321449683622), np.longdouble(9.549995429965697e-17)
    x = np.float64(zero) + np.linspace(-1e-6, 1e-6, 1001)
    d = (x - zero) - rest
    slope = np.longdouble("0.96767224544762117042744476171")
    exact = d * (slope + d * (-0.885526337967184212 / 2 + d * 1.55099856573390606 / 6))
    assert ulps(Compiled("digamma", "double", 8)(x), exact).max() <= 2


@pytest.mark.parametrize("name", ["lgamma", "digamma"])
def test_gamma_of_negative(name: str) -> None:
    """By reflection; the error is measured against the larger of the two terms."""
    x = -np.random.default_rng(6).uniform(0, 30, COUNT)
    turns = (x - np.rint(x)).astype(np.longdouble) * long_double.PI
    if name == "digamma":
        parts = long_double.digamma(1 - x.astype(np.longdouble)), -long_double.PI / np.tan(turns)
    else:
        parts = -by_libm("lgammal")(1 - x.astype(np.longdouble)), np.log(long_double.PI / np.abs(np.sin(turns)))
    size = np.spacing(np.maximum(np.abs(parts[0]), np.abs(parts[1])).astype(np.float64))
    assert (np.abs(Compiled(name, "double", 8)(x) - sum(parts)) / size).max() <= 4


@pytest.mark.parametrize("element", FORMATS)
def test_atan2(element: str) -> None:
    dtype, rng = FORMATS[element], np.random.default_rng(7)
    with np.errstate(all="ignore"):
        values = np.array([*SPECIAL, 3e-39, 2e38]).astype(dtype)
        size = np.exp(rng.uniform(-40, 40, COUNT)) * rng.choice([-1, 1], COUNT)
        special = [m.ravel() for m in np.meshgrid(values, values)]
        y = np.concatenate([special[0], rng.normal(size=COUNT).astype(dtype), size.astype(dtype)])
        x = np.concatenate([special[1], rng.normal(size=COUNT).astype(dtype), rng.permutation(size).astype(dtype)])
        exact = np.arctan2(y.astype(np.longdouble), x.astype(np.longdouble))
    for lanes in (0, 8, 16):
        got = Compiled("atan2", element, lanes, 2)(y, x)
        assert ulps(got, exact).max() <= 2
        signed = ~np.isnan(exact)
        assert np.array_equal(np.signbit(got[signed]), np.signbit(exact[signed]))
