"""A function's arguments and results: their numbers as an option's text, and its type."""

from __future__ import annotations

from collections.abc import Iterable

from xdsl.dialects.builtin import FunctionType
from xdsl.dialects.func import FuncOp, ReturnOp


def numbers(text: str) -> list[int]:
    """[2, 3] of `2.3`."""
    return [int(n) for n in text.split(".")] if text else []


def dotted(chosen: Iterable[int]) -> str:
    """`2.3` of [2, 3]."""
    return ".".join(map(str, chosen))


def set_type(func: FuncOp) -> None:
    """A function whose arguments and results have changed says so."""
    end = func.body.block.last_op
    assert isinstance(end, ReturnOp)
    types = [[a.type for a in func.body.block.args], [o.type for o in end.operands]]
    func.properties["function_type"] = FunctionType.from_lists(*types)
    func.properties.pop("arg_attrs", None)
    func.properties.pop("res_attrs", None)
