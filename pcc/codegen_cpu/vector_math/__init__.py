"""Elementary functions as LLVM IR on scalars and vectors of float and double, of any number of lanes.

    y = vector_math.emit(f, "exp", x)

No libm, no tables per function, no fast-math: right for NaN, infinities, signed zeros and denormals on every target.
The errors and times are in docs/vector_math.md.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from pcc.codegen_cpu.llvm_text import Function
from pcc.codegen_cpu.llvm_types import Value, element_of
from pcc.codegen_cpu.vector_math.calls import called, inlined
from pcc.codegen_cpu.vector_math.formula import Formula
from pcc.codegen_cpu.vector_math.number import Number


@cache
def formulas() -> dict[str, Formula]:
    """Every formula by its op name, found by a scan of this package."""
    found: dict[str, Formula] = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        found.update(getattr(module, "FORMULAS", {}))
    return found


def emit(f: Function, name: str, *args: Value) -> Value:
    """name(*args) by the `math` dialect's op suffix; args are of one type, float or double, scalar or vector.

    A formula is written once per module and type as an internal function, which is called here; the short ones are
    `alwaysinline`, the long ones take and give vectors through memory, so that no calling convention matters.
    """
    assert element_of(args[0].type) in ("float", "double"), f"{name} of {args[0].type}: widen it to float first"
    formula, numbers = formulas()[name], [Number(f, a) for a in args]
    if formula.instruction:
        return formula.build(*numbers).value
    if formula.inlined:
        return inlined(name, formula.build, *numbers).value
    return called(name, lambda *given: [formula.build(*given)], [element_of(args[0].type)], *numbers)[0].value
