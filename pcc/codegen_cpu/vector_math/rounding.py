"""Rounding and sign: one instruction each on targets with SSE4.1."""

from __future__ import annotations

from collections.abc import Callable

from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.number import Number


def _intrinsic(name: str) -> Callable[..., Number]:
    return lambda x, *others: x.call(name, *(o for o in others))


FORMULAS = {
    name: Formula(_intrinsic(intrinsic), instruction=True)
    for name, intrinsic in {
        "floor": "floor",
        "ceil": "ceil",
        "trunc": "trunc",
        "round": "round",  # half away from zero
        "roundeven": "roundeven",
        "absf": "fabs",
        "copysign": "copysign",
        "sqrt": "sqrt",
    }.items()
}
