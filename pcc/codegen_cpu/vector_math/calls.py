"""Formulas as functions of the module, written once per type, for those that are too long or too rare to be inlined."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pcc.codegen_cpu.llvm_types import suffix, with_element
from pcc.codegen_cpu.vector_math.number import Number


def inlined(name: str, build: Callable[..., Number], *args: Number) -> Number:
    """A call of an `alwaysinline` function: short text here, and after LLVM's inliner no call."""
    f, type = args[0].f, args[0].type
    symbol = f"pcc.{name}.{suffix(type)}"
    if symbol not in f.module.functions:
        params = [(type, f"x{k}") for k in range(len(args))]
        made = f.module.function(symbol, type, params, internal=True, attributes="alwaysinline nounwind")
        made.ret(build(*(Number(made, p) for p in made.params)).value)
    return Number(f, f.call(symbol, type, *(a.value for a in args)))


def called(name: str, build: Callable[..., Sequence[Number]], results: Sequence[str], *args: Number) -> list[Number]:
    """A call with arguments and results (of these elements, as large as the arguments') in memory.

    So no convention of passing vectors in registers matters, which differs by the function's target attributes.
    """
    f, type = args[0].f, args[0].type
    symbol = f"pcc.{name}.{suffix(type)}"
    if symbol not in f.module.functions:
        made = f.module.function(symbol, "void", [("ptr", "x")], internal=True, attributes=_outside(f.attributes))
        (memory,) = made.params
        given = [Number(made, made.load(type, made.gep(type, memory, k))) for k in range(len(args))]
        for k, result in enumerate(build(*given)):
            made.store(result.value, made.gep(type, memory, k))
        made.ret()
    memory = f.alloca(type, max(len(args), len(results)))
    for k, value in enumerate(args):
        f.store(value.value, f.gep(type, memory, k))
    f.call(symbol, "void", memory)

    return [Number(f, f.load(with_element(type, e), f.gep(type, memory, k))) for k, e in enumerate(results)]


def _outside(attributes: str) -> str:
    return "noinline " + attributes.replace("alwaysinline ", "")
