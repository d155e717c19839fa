"""GraphNet's scores, as its paper (arXiv 2510.24035) defines them.

At a tolerance level t a graph's outputs are correct if each has the reference's shape and dtype and
|out - ref| <= atol(t) + rtol(t) |ref| holds everywhere. With s = baseline time / compiled time the graph's score is

    s          correct and s >= 1
    s^(1 + p)  correct and s < 1,              p = 0.1
    b          wrong, crashed or not compiled, b = 0.1

S(t) is the geometric mean of the scores. ES(t) equals S(t) for t < 1; above, it forgives one kind of failure
after the other (score 1): wrong results from t = 1, crashes and failed compilations from t = 3.
Equivalent closed form: S = alpha^lambda * beta^(lambda eta p) * b^(1 - lambda) with the share lambda that is correct,
its mean speedup alpha, the share eta of it that is slower and the mean speedup beta of those.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SLOWDOWN_POWER = 0.1
FAILURE_SCORE = 0.1
LEVELS = range(-6, 1)
_EXPONENTS = {"float32": (1.0, 1.177), "float16": (1.0, 0.6), "bfloat16": (1.0, 0.359), "float64": (1.4, 1.4)}


@dataclass(frozen=True)
class Outcome:
    """What became of one graph: its speedup, the levels t at which it is correct, and if not, what failed.

    `failure` is "" (ran), "accuracy", "runtime" or "compile"; a graph that ran may still be wrong at a level.
    """

    speedup: float | None
    correct_at: frozenset[int] = frozenset()
    failure: str = ""


def tolerances(dtype: str, level: int) -> tuple[float, float]:
    """(atol, rtol) of a dtype at level t: powers of ten; (0, 0) asks for equality (integers, booleans)."""
    if dtype not in _EXPONENTS:
        return 0.0, 0.0
    absolute, relative = _EXPONENTS[dtype]
    return 10.0 ** (absolute * level), 10.0 ** (relative * level)


def close(out: NDArray[np.generic], ref: NDArray[np.generic], level: int, dtype: str = "") -> bool:
    """Whether one output is correct at level t. NaN matches NaN, an infinity its equal.

    `dtype` names a type that NumPy lacks (bfloat16), whose values come in a wider one.
    """
    if out.shape != ref.shape or out.dtype != ref.dtype:
        return False
    atol, rtol = tolerances(dtype or str(ref.dtype), level)
    if not atol:
        return bool(np.array_equal(out, ref))
    return bool(np.allclose(out, ref, rtol=rtol, atol=atol, equal_nan=True))


def levels_met(
    outs: Sequence[NDArray[np.generic]], refs: Sequence[NDArray[np.generic]], dtypes: Sequence[str] | None = None
) -> frozenset[int]:
    """The levels of `LEVELS` at which all outputs are correct."""
    if len(outs) != len(refs):
        return frozenset()
    triples = list(zip(outs, refs, dtypes or [""] * len(refs), strict=True))
    return frozenset(t for t in LEVELS if all(close(out, ref, t, dtype) for out, ref, dtype in triples))


def score(outcome: Outcome, level: int, forgive: bool = False) -> float:
    """One graph's score at level t; `forgive` gives ES's instead of S's."""
    correct = not outcome.failure and min(level, 0) in outcome.correct_at
    if correct and outcome.speedup is not None:
        return outcome.speedup if outcome.speedup >= 1 else outcome.speedup ** (1 + SLOWDOWN_POWER)
    wrong_only = outcome.failure in ("", "accuracy")
    return 1.0 if forgive and level >= (1 if wrong_only else 3) else FAILURE_SCORE


def geometric_mean(values: Iterable[float]) -> float:
    """exp(mean(log v)); nan for no values."""
    logs = [math.log(value) for value in values]
    return math.exp(sum(logs) / len(logs)) if logs else math.nan


def s_score(outcomes: Sequence[Outcome], level: int) -> float:
    return geometric_mean(score(outcome, level) for outcome in outcomes)


def es_score(outcomes: Sequence[Outcome], level: int) -> float:
    return geometric_mean(score(outcome, level, forgive=True) for outcome in outcomes)


def gap(out: NDArray[np.generic], ref: NDArray[np.generic]) -> NDArray[np.float64]:
    """|out - ref| elementwise in float64: 0 where both are the same NaN or infinity, NaN where one side alone is."""
    wide, exact = out.astype(np.float64), ref.astype(np.float64)
    same = (wide == exact) | (np.isnan(wide) & np.isnan(exact))
    with np.errstate(invalid="ignore"):
        return np.where(same, 0.0, np.abs(wide - exact))


def distance(outs: Sequence[NDArray[np.generic]], exact: Sequence[NDArray[np.generic]]) -> float:
    """How far outputs are from a float64 run: the worst output's max |out - exact| / max |exact|."""
    if [out.shape for out in outs] != [ref.shape for ref in exact]:
        return math.inf
    return max((_distance(out, ref) for out, ref in zip(outs, exact, strict=True)), default=0.0)


def _distance(out: NDArray[np.generic], exact: NDArray[np.generic]) -> float:
    worst = float(gap(out, exact).max(initial=0.0))
    finite = np.abs(exact.astype(np.float64)[np.isfinite(exact)])
    scale = max(float(finite.max(initial=0.0)), np.finfo(np.float64).tiny)
    return math.inf if math.isnan(worst) else worst / scale
