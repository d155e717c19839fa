"""Loops and branches."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.dialects import func, memref, scf
from xdsl.dialects.builtin import IntegerAttr
from xdsl.ir import Block, Operation, Region

from pcc.codegen_cuda.printer.base import FunctionPrinter, bare, prints


@prints(scf.ForOp)
def _for(op: scf.ForOp, p: FunctionPrinter) -> None:
    carried = [p.name("acc") for _ in op.iter_args]
    for name, value, result in zip(carried, op.iter_args, op.results, strict=True):
        p.line(f"{p.type(result.type)} {name} = {bare(p.get(value))};")
    if isinstance(by := op.attributes.get("unroll"), IntegerAttr):
        p.line(f"#pragma unroll {by.value.data}")
    variable, (low, high, step) = p.name("i"), (bare(p.get(v)) for v in (op.lb, op.ub, op.step))
    with p.braces(f"for ({p.index} {variable} = {low}; {variable} < {high}; {variable} += {step})"):
        p.values.update(zip(op.body.block.args, [variable, *carried], strict=True))
        p.block(op.body.block)
        _assign(op.body.block, carried, p)
    p.values.update(zip(op.results, carried, strict=True))


def _assign(block: Block, names: Sequence[str], p: FunctionPrinter) -> None:
    """What a block yields, all at once."""
    last = block.last_op
    assert last is not None
    values = p.args(last)
    if len(names) > 1:
        fresh = [p.name("next") for _ in names]
        for name, value, operand in zip(fresh, values, last.operands, strict=True):
            p.line(f"const {p.type(operand.type)} {name} = {bare(value)};")
        values = fresh
    for name, value in zip(names, values, strict=True):
        p.line(f"{name} = {bare(value)};")


@prints(scf.IfOp)
def _if(op: scf.IfOp, p: FunctionPrinter) -> None:
    if _only_loads(op):
        return _conditional_load(op, p)
    names = [p.name("either") for _ in op.results]
    for name, result in zip(names, op.results, strict=True):
        p.line(f"{p.type(result.type)} {name};")
    with p.braces(f"if ({bare(p.get(op.cond))})"):
        _branch(op.true_region, names, p)
    if op.false_region.blocks:
        with p.braces("else"):
            _branch(op.false_region, names, p)
    p.values.update(zip(op.results, names, strict=True))


def _branch(region: Region, names: Sequence[str], p: FunctionPrinter) -> None:
    p.block(region.block)
    _assign(region.block, names, p)


def _only_loads(op: scf.IfOp) -> bool:
    """Whether it is one load or a number."""
    if len(op.results) != 1:
        return False
    yes, no = list(op.true_region.block.ops), list(op.false_region.block.ops)
    return len(yes) == 2 and isinstance(yes[0], memref.LoadOp) and len(no) == 1


def _conditional_load(op: scf.IfOp, p: FunctionPrinter) -> None:
    load, no = op.true_region.block.first_op, op.false_region.block.last_op
    assert load is not None
    assert no is not None
    memory, at = p.args(load)
    p.declare(op, f"{p.get(op.cond)} ? {memory}[{bare(at)}] : {p.get(no.operands[0])}", "x")


@prints(scf.YieldOp, func.ReturnOp)
def _yield(op: Operation, p: FunctionPrinter) -> None:
    """Its operands are read by the enclosing op's printer."""
