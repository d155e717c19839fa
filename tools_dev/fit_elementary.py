"""Fits the polynomials of pcc.codegen_cpu.vector_math and writes its coefficients.py.

python tools_dev/fit_elementary.py                 # fit all, write the file
python tools_dev/fit_elementary.py EXP             # fit and print the polynomials whose names begin so
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import mpmath as mp
from minimax import Curve, Real, fit

OUT = Path(__file__).parent.parent / "pcc/codegen_cpu/vector_math/coefficients.py"


@dataclass(frozen=True)
class Job:
    """One polynomial: what it approximates in words, where, its degree per format, and the error's weight.

    The degree of a format that has no use for it is None; `high` may differ by format.
    """

    name: str
    words: str
    curve: Curve
    weight: Curve
    low: float | tuple[float, float]
    high: float | tuple[float, float]
    single: int | None
    double: int | None
    exact: int = 3


def of_root(curve: Curve) -> Curve:
    """The curve as a function of z = t^2."""
    return lambda z: curve(mp.sqrt(z))


def one(_: Real) -> Real:
    return mp.mpf(1)


def exp_rest(r: Real) -> Real:
    return (mp.expm1(r) - r) / r**2


def log_ratio(s: Real) -> Real:
    return 2 * mp.atanh(s)


def erfinv_ratio(w: Real) -> Real:
    x = mp.sqrt(-mp.expm1(-w))
    return mp.erfinv(x) / x


SPLIT = 5  # s, where the Bessel functions change from one polynomial to the other


def bessel(order: int, a: Real) -> Real:
    return mp.besseli(order, a) * mp.exp(-a)


def bessel_far(order: int, t: Real) -> Real:
    return bessel(order, 2 * SPLIT / (t + 1)) * mp.sqrt(2 * SPLIT / (t + 1))


def digamma_ratio(x: Real) -> Real:
    return mp.digamma(x) / (x - mp.mpf("1.46163214496836234126265954232572132846819620400644629512959840859"))


LOG_HIGH = 0.02944  # s^2 for 1 + f = sqrt(2), s = f / (2 + f)

JOBS = [
    Job(
        "EXP",
        "(e^r - 1 - r) / r^2; error relative to expm1",
        exp_rest,
        lambda r: abs(r**2 / mp.expm1(r)),
        -0.3475,
        0.3475,
        4,
        10,
    ),
    Job(
        "EXP_NEAR",
        "(e^r - 1 - r) / r^2; error relative to e^r",
        exp_rest,
        lambda r: abs(r**2 / mp.exp(r)),
        -0.0218,
        0.0218,
        1,
        4,
        exact=0,
    ),
    Job(
        "EXP2",
        "(2^r - 1) / r; error relative to 2^r",
        lambda r: mp.expm1(r * mp.log(2)) / r,
        lambda r: abs(r) / 2**r,
        -0.501,
        0.501,
        6,
        12,
    ),
    Job(
        "LOG",
        "(log((1+s)/(1-s)) / s - 2) / z, z = s^2; error relative to the logarithm",
        of_root(lambda s: (log_ratio(s) / s - 2) / s**2),
        of_root(lambda s: s**3 / log_ratio(s)),
        0,
        LOG_HIGH,
        3,
        6,
    ),
    Job(
        "SIN",
        "(sin(r)/r - 1) / z, z = r^2; relative to sin",
        of_root(lambda r: (mp.sin(r) / r - 1) / r**2),
        of_root(lambda r: r**3 / mp.sin(r)),
        0,
        0.64,
        3,
        6,
    ),
    Job(
        "COS",
        "(cos(r) - 1 + z/2) / z^2, z = r^2; relative to cos",
        of_root(lambda r: (mp.cos(r) - 1 + r**2 / 2) / r**4),
        of_root(lambda r: r**4 / mp.cos(r)),
        0,
        0.64,
        2,
        5,
    ),
    Job(
        "ATAN",
        "(atan(q)/q - 1) / z, z = q^2; relative to atan",
        of_root(lambda q: (mp.atan(q) / q - 1) / q**2),
        of_root(lambda q: q**3 / mp.atan(q)),
        0,
        1,
        9,
        21,
    ),
    Job(
        "ASIN",
        "(asin(s)/s - 1) / z, z = s^2; relative to asin",
        of_root(lambda s: (mp.asin(s) / s - 1) / s**2),
        of_root(lambda s: s**3 / mp.asin(s)),
        0,
        0.25,
        4,
        12,
    ),
    Job(
        "SINH",
        "(sinh(x)/x - 1) / z, z = x^2; relative to sinh",
        of_root(lambda x: (mp.sinh(x) / x - 1) / x**2),
        of_root(lambda x: x**3 / mp.sinh(x)),
        0,
        1,
        3,
        7,
    ),
    Job(
        "ERF_NEAR",
        "erf(x)/x - 1, in z = x^2; relative to erf",
        of_root(lambda x: mp.erf(x) / x - 1),
        of_root(lambda x: x / mp.erf(x)),
        0,
        (2.25, 1.0),
        7,
        14,
    ),
    Job(
        "ERFC_FAR",
        "erfc(x) in t = x - 2.8; absolute",
        lambda t: mp.erfc(t + mp.mpf("2.8")),
        one,
        -1.3,
        1.3,
        12,
        None,
        0,
    ),
    Job(
        "ERFC_LOG",
        "log(erfc(x)) / x; error relative to erf",
        lambda x: mp.log(mp.erfc(x)) / x,
        lambda x: x * mp.erfc(x) / mp.erf(x),
        0.99,
        5.95,
        None,
        20,
    ),
    Job(
        "POW_LOG",
        "LOG for the single precision power, in double",
        of_root(lambda s: (log_ratio(s) / s - 2) / s**2),
        of_root(lambda s: s**3 / log_ratio(s)),
        0,
        LOG_HIGH,
        None,
        4,
    ),
    Job(
        "POW_LOG_TAIL",
        "((log((1+s)/(1-s)) / s - 2) / z - 2/3) / z, z = s^2; error relative to the logarithm",
        of_root(lambda s: ((log_ratio(s) / s - 2) / s**2 - mp.mpf(2) / 3) / s**2),
        of_root(lambda s: s**5 / log_ratio(s)),
        0,
        LOG_HIGH,
        None,
        9,
    ),
    Job(
        "POW_EXP2",
        "2^r for the single precision power, in double",
        lambda r: mp.mpf(2) ** r,
        lambda r: mp.mpf(2) ** -r,
        -0.501,
        0.501,
        None,
        6,
    ),
    Job("CBRT", "cbrt(m), a first value; relative", mp.cbrt, lambda m: 1 / mp.cbrt(m), 1, 2, 4, 4),
    Job(
        "ERFINV_NEAR",
        "erfinv(x) / x in t = w / 2.5 - 1, w = -log(1 - x^2); relative",
        lambda t: erfinv_ratio(2.5 * t + 2.5),
        lambda t: 1 / erfinv_ratio(2.5 * t + 2.5),
        -1,
        1,
        12,
        27,
        0,
    ),
    Job(
        "ERFINV_MIDDLE",
        "erfinv(x) / x in t = sqrt(w) - 3.125; relative",
        lambda t: erfinv_ratio((t + 3.125) ** 2),
        lambda t: 1 / erfinv_ratio((t + 3.125) ** 2),
        5**0.5 - 3.125,
        0.876,
        10,
        23,
        0,
    ),
    Job(
        "ERFINV_FAR",
        "erfinv(x) / x in t = sqrt(w) - 5; relative",
        lambda t: erfinv_ratio((t + 5) ** 2),
        lambda t: 1 / erfinv_ratio((t + 5) ** 2),
        -1.001,
        1.02,
        None,
        19,
        0,
    ),
    Job(
        "I0_NEAR",
        "I0(a) in z = a^2; relative",
        of_root(partial(mp.besseli, 0)),
        of_root(lambda a: 1 / mp.besseli(0, a)),
        0,
        SPLIT**2,
        9,
        17,
    ),
    Job(
        "I0_FAR",
        "sqrt(a) e^-a I0(a) in t = 2 s / a - 1; relative",
        lambda t: bessel_far(0, t),
        lambda t: 1 / bessel_far(0, t),
        -1,
        1,
        11,
        34,
        0,
    ),
    Job(
        "I1_NEAR",
        "I1(a) / a in z = a^2; relative",
        of_root(lambda a: mp.besseli(1, a) / a),
        of_root(lambda a: a / mp.besseli(1, a)),
        0,
        SPLIT**2,
        9,
        17,
    ),
    Job(
        "I1_FAR",
        "sqrt(a) e^-a I1(a) in t = 2 s / a - 1; relative",
        lambda t: bessel_far(1, t),
        lambda t: 1 / bessel_far(1, t),
        -1,
        1,
        11,
        34,
        0,
    ),
    Job(
        "DIGAMMA",
        "digamma(x) / (x - root) in t = 2x - 3; relative",
        lambda t: digamma_ratio(t / 2 + mp.mpf(1.5)),
        lambda t: 1 / digamma_ratio(t / 2 + mp.mpf(1.5)),
        -1.001,
        1.001,
        None,
        22,
        0,
    ),
]


def run(name: str) -> str:
    """The assignment as Python source, under comments on what was fitted and how well."""
    mp.mp.dps = 50
    job = next(j for j in JOBS if j.name == name)
    rows: list[str] = []
    notes: list[str] = []
    for k, (degree, bits) in enumerate(((job.single, 24), (job.double, 53))):
        if degree is None:
            rows.append("    (),")
            continue
        low, high = (end[k] if isinstance(end, tuple) else end for end in (job.low, job.high))
        got = fit(job.curve, low, high, degree, job.weight, bits, job.exact)
        rows.append(filled(got.coefficients))
        notes.append(f"[{low:g}, {high:g}] error 2^{got.error:.1f}")
    return "\n".join([f"# {job.words}", f"# {'; '.join(notes)}", f"{name} = Coefficients(", *rows, ")", ""])


def filled(values: Sequence[float]) -> str:
    text = textwrap.fill(", ".join(map(repr, values)), 110, break_on_hyphens=False, break_long_words=False)
    return textwrap.indent(f"(\n{textwrap.indent(text, '    ')},\n),", "    ")


HEAD = '''"""Minimax polynomials, lowest coefficient first. Written by tools_dev/fit_elementary.py.

Each comment gives the function approximated; then per format (single; double) the interval and log2 of the largest
error after the coefficients were rounded.
"""

from __future__ import annotations

from typing import NamedTuple


class Coefficients(NamedTuple):
    """For float and for double."""

    single: tuple[float, ...]
    double: tuple[float, ...]


# fmt: off
'''


def main() -> None:
    names = [j.name for j in JOBS if not sys.argv[1:] or j.name.startswith(sys.argv[1])]
    with ProcessPoolExecutor(2) as pool:
        texts = list(pool.map(run, names))
    if sys.argv[1:]:
        sys.stdout.write("\n".join([*texts, ""]))
    else:
        OUT.write_text(HEAD + "\n".join(texts))


if __name__ == "__main__":
    main()
