"""Elementary functions as LLVM IR on scalars and vectors of float and double, of any number of lanes.

    y = vector_math.emit(f, "exp", x)

No libm, no tables per function, no fast-math: right for NaN, infinities, signed zeros and denormals on every target.
The errors and times are in docs/vector_math.md.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from pcc.codegen_cpu.llvm_text import Function, Value, suffix
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
    formula = formulas()[name]
    if formula.instruction:
        return formula.build(*(Number(f, a) for a in args)).value
    symbol = f"pcc.{name}.{suffix(args[0].type)}"
    if formula.inlined:
        return _call_inlined(f, symbol, formula, args)
    return _call_outlined(f, symbol, formula, args)


def _call_inlined(f: Function, symbol: str, formula: Formula, args: tuple[Value, ...]) -> Value:
    type = args[0].type
    if symbol not in f.module.functions:
        names = [(type, f"x{k}") for k in range(len(args))]
        made = f.module.function(symbol, type, names, internal=True, attributes="alwaysinline nounwind")
        made.ret(formula.build(*(Number(made, p) for p in made.params)).value)
    return f.call(symbol, type, *args)


def _call_outlined(f: Function, symbol: str, formula: Formula, args: tuple[Value, ...]) -> Value:
    type = args[0].type
    if symbol not in f.module.functions:
        made = f.module.function(symbol, "void", [("ptr", "x")], internal=True, attributes=f"noinline {f.attributes}")
        (memory,) = made.params
        loaded = [made.load(type, made.gep(type, memory, k)) for k in range(len(args))]
        made.store(formula.build(*(Number(made, v) for v in loaded)).value, memory)
        made.ret()
    memory = f.alloca(type, len(args))
    for k, value in enumerate(args):
        f.store(value, f.gep(type, memory, k))
    f.call(symbol, "void", memory)
    return f.load(type, memory)
