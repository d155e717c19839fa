"""Elementary functions against references of higher precision: NumPy's long double, or mpmath."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, nan, pi

import numpy as np
import pytest

from tests.codegen_cpu.elementary import FORMATS, Array, Compiled, by_libm, ulps

COUNT = 1 << 14
SPECIAL = [0.0, -0.0, inf, -inf, nan, 1.0, -1.0, 0.5, -0.5, 1.5, -1.5, 2.5]
SPECIAL += [1e-44, -1e-44, 1e-39, 3e38, -3e38, 5e-324, 1e308, 1e22]


@dataclass(frozen=True)
class Case:
    """A function's reference on long doubles, the intervals that matter, the error allowed in ulp (single, double)."""

    reference: Callable[[Array], Array]
    intervals: tuple[tuple[float, float], ...] = ((-4, 4), (-100, 100))
    bound: tuple[float, float] = (2.0, 2.0)


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
        return np.concatenate([words.view(dtype), *uniform, np.array(SPECIAL).astype(dtype)])


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
