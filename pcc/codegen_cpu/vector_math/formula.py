"""What a file of this package exports: `FORMULAS`, op name to `Formula`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pcc.codegen_cpu.vector_math.number import Number


@dataclass(frozen=True)
class Formula:
    """How an elementary function is computed from its arguments, all of one type.

    `inlined` formulas become part of each caller; the others, long ones, stay functions that are called.
    `instruction` marks formulas of one or two instructions that are written in place.
    """

    build: Callable[..., Number]
    inlined: bool = True
    instruction: bool = False
