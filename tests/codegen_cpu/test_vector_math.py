"""Elementary functions against references of higher precision: NumPy's long double, or mpmath."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, pi

import numpy as np
import pytest

from pcc.codegen_cpu import vector_math
from pcc.codegen_cpu.target import host
from tests.codegen_cpu import long_double
from tests.codegen_cpu.elementary import FORMATS, Array, Compiled, by_libm, ulps
from tests.codegen_cpu.elementary_cases import CASES, COUNT, PAIRS, pairs, points

LANES = (0, 8, 16, 32)


def check(name: str, element: str, bound: float, exact: Array, *xs: Array) -> None:
    """Error, signs of zeros, and that all numbers of lanes give the same bits; for CPUs with AVX-512 and without."""
    for avx512 in {False, host().has_avx512}:
        check_code(name, element, bound, exact, xs, avx512)


def check_code(name: str, element: str, bound: float, exact: Array, xs: Sequence[Array], avx512: bool) -> None:
    first = None
    for lanes in LANES:
        got = Compiled(name, element, lanes, len(xs), avx512)(*xs)
        error = ulps(got, exact)
        worst = int(np.argmax(error))
        what = f"{element} x{lanes}: {name}{tuple(x[worst] for x in xs)} = {got[worst]!r}"
        assert error[worst] <= bound, f"{what}, {error[worst]:.2f} ulp"
        zero = (got == 0) & (exact == 0)
        assert np.array_equal(np.signbit(got[zero]), np.signbit(exact[zero])), f"{name} loses the sign of zero"
        first = got if first is None else first
        assert np.array_equal(got, first, equal_nan=True)


@pytest.mark.parametrize("name", CASES)
def test_error_within_bound(name: str) -> None:
    for element, bound in zip(FORMATS, CASES[name].bound, strict=True):
        x = points(element, CASES[name])
        with np.errstate(all="ignore"):
            check(name, element, bound, CASES[name].reference(x.astype(np.longdouble)), x)


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("element", FORMATS)
def test_error_of_two_arguments(name: str, element: str) -> None:
    x, y = pairs(element, PAIRS[name])
    with np.errstate(all="ignore"):
        exact = PAIRS[name].reference(x.astype(np.longdouble), y.astype(np.longdouble))
    check(name, element, PAIRS[name].bound, exact, x, y)


def test_every_function_is_tested() -> None:
    assert set(vector_math.formulas()) == {*CASES, *PAIRS, "copysign"}


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
