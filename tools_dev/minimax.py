"""Remez exchange in multiple precision: minimax polynomials with coefficients of a float format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import mpmath as mp

Real = Any  # mpmath.mpf, which has no types
Curve = Callable[[Real], Real]


@dataclass(frozen=True)
class Fit:
    """Coefficients from c0 up, and log2 of the largest weighted error after rounding them."""

    coefficients: list[float]
    error: float


def fit(curve: Curve, low: float, high: float, degree: int, weight: Curve, bits: int, exact: int = 3) -> Fit:
    """The polynomial p of the degree that minimises max |weight(t) * (p(t) - curve(t))| on [low, high].

    Coefficients have `bits` significant bits; after each of the first `exact` is rounded the others are fitted anew.
    """
    points = grid(mp.mpf(low), mp.mpf(high), 24 * (degree + 2))
    values, weights = [curve(t) for t in points], [weight(t) for t in points]
    found: list[Real] = []
    for fixed in range(min(exact, degree) + 1):
        rest = [(v - horner(found, t)) for t, v in zip(points, values, strict=True)]
        tail = _remez(points, rest, weights, fixed, degree)
        if fixed < min(exact, degree):
            found.append(rounded(tail[0], bits))
        else:
            found += [rounded(c, bits) for c in tail]
    worst = max(abs(w * (horner(found, t) - v)) for t, v, w in zip(points, values, weights, strict=True))
    return Fit([float(c) for c in found], float(mp.log(worst, 2)))


def rounded(value: Real, bits: int) -> Real:
    if value == 0:
        return value
    scale = mp.mpf(2) ** (bits - 1 - int(mp.floor(mp.log(abs(value), 2))))
    return mp.nint(value * scale) / scale


def grid(low: Real, high: Real, count: int) -> list[Real]:
    """Chebyshev points of the open interval, so that removable singularities at its ends are not hit."""
    return [(low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * (k + mp.mpf(0.5)) / count) for k in range(count)]


def horner(coefficients: Sequence[Real], t: Real) -> Real:
    total = mp.mpf(0)
    for c in reversed(coefficients):
        total = total * t + c
    return total


def _remez(points: list[Real], values: list[Real], weights: list[Real], first: int, degree: int) -> list[Real]:
    """Coefficients of t^first .. t^degree by exchange on the grid."""
    terms = degree - first + 1
    chosen = [round(k * (len(points) - 1) / terms) for k in range(terms + 1)]
    coefficients: list[Real] = []
    for _ in range(12):
        powers = [[points[i] ** (first + k) for k in range(terms)] for i in chosen]
        rows = [row + [(-1) ** j / weights[i]] for j, (row, i) in enumerate(zip(powers, chosen, strict=True))]
        solved = mp.lu_solve(mp.matrix(rows), mp.matrix([values[i] for i in chosen]))
        coefficients = [solved[k] for k in range(terms)]
        errors = [w * (horner(coefficients, t) * t**first - v) for t, v, w in zip(points, values, weights, strict=True)]
        following = _extrema(errors, terms + 1)
        if following == chosen or len(following) < terms + 1:
            break
        chosen = following
    return coefficients


def _extrema(errors: list[Real], wanted: int) -> list[int]:
    """Indices of the largest error of each run of one sign; the smaller end is dropped while there are too many."""
    runs: list[int] = []
    for i, e in enumerate(errors):
        if runs and (errors[runs[-1]] > 0) == (e > 0):
            runs[-1] = i if abs(e) > abs(errors[runs[-1]]) else runs[-1]
        else:
            runs.append(i)
    while len(runs) > wanted:
        runs.pop(0 if abs(errors[runs[0]]) < abs(errors[runs[-1]]) else -1)
    return runs
