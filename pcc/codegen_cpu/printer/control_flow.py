"""Loops, branches, calls, and parallel loops for the thread pool."""

from __future__ import annotations

from collections.abc import Callable

from xdsl.dialects import func, scf
from xdsl.dialects.builtin import IntegerAttr
from xdsl.ir import Block, BlockArgument, Operation

from pcc.codegen_cpu.llvm_text import Module
from pcc.codegen_cpu.llvm_types import Value, constant
from pcc.codegen_cpu.printer.base import FunctionPrinter, print_op, prints
from pcc.codegen_cpu.printer.symbols import callee, mangle


@prints(scf.ForOp)
def _for(op: scf.ForOp, p: FunctionPrinter) -> None:
    low, high, step = (_number(p.get(v)) for v in (op.lb, op.ub, op.step))

    def body(index: Value, *carried: Value) -> list[Value]:
        p.values.update(zip(op.body.block.args, [index, *carried], strict=True))
        p.block(op.body.block)
        last = op.body.block.last_op
        assert last is not None
        return p.args(last)

    results = p.f.loop(low, high, step, body, [p.get(v) for v in op.iter_args])
    p.values.update(zip(op.results, results, strict=True))


def _number(value: Value) -> Value | int:
    return int(value.name) if value.name.lstrip("-").isdigit() else value


@prints(scf.IfOp)
def _if(op: scf.IfOp, p: FunctionPrinter) -> None:
    def branch(block: Block | None) -> Callable[[], list[Value]]:
        def run() -> list[Value]:
            if block is None:
                return []
            p.block(block)
            last = block.last_op
            assert last is not None
            return p.args(last)

        return run

    otherwise = op.false_region.blocks.first
    results = p.f.choose(p.get(op.cond), branch(op.true_region.block), branch(otherwise))
    p.values.update(zip(op.results, results, strict=True))


@prints(scf.WhileOp)
def _while(op: scf.WhileOp, p: FunctionPrinter) -> None:
    """A loop without carried values: its state is in memory."""
    before, after = op.regions[0].block, op.regions[1].block

    def test() -> Value:
        p.block(before)
        last = before.last_op
        assert last is not None
        return p.get(last.operands[0])

    def body() -> list[Value]:
        p.block(after)
        return []

    p.f.repeat_while(test, body, [])


@prints(scf.YieldOp, scf.ReduceOp, scf.ConditionOp)
def _yield(op: Operation, p: FunctionPrinter) -> None:
    """Its operands are read by the enclosing op's printer."""


@prints(func.ReturnOp)
def _return(op: Operation, p: FunctionPrinter) -> None:
    p.f.ret()


@prints(func.CallOp)
def _call(op: func.CallOp, p: FunctionPrinter) -> None:
    p.f.call(callee(op, op.callee.string_value()), "void", *p.args(op))


@prints(scf.ParallelOp)
def _parallel(op: scf.ParallelOp, p: FunctionPrinter) -> None:
    """A call of the thread pool with the loop's body as a function of a range of iterations."""
    function = _parent_function(op)
    arguments = list(function.body.block.args)
    name = f"{mangle(function.sym_name.data)}.part{p.f.count}"
    context = p.f.alloca("ptr", len(arguments))
    for i, argument in enumerate(arguments):
        p.f.store(p.get(argument), p.f.gep("ptr", context, i))
    _print_part(p.text, name, op, arguments)
    grain = op.attributes["grain"]
    assert isinstance(grain, IntegerAttr)
    total = p.get(op.upperBound[0])
    p.f.call("pcc_parallel", "void", Value("ptr", f"@{name}"), context, total, constant("i64", grain.value.data))


def _print_part(text: Module, name: str, op: scf.ParallelOp, arguments: list[BlockArgument]) -> None:
    part = text.function(name, "void", [("ptr", "context"), ("i64", "low"), ("i64", "high")], internal=True)
    inside = FunctionPrinter(text, part)
    context, low, high = part.params
    for i, argument in enumerate(arguments):
        inside.values[argument] = part.load("ptr", part.gep("ptr", context, i))
    for outer in _needed(op):
        print_op(outer, inside)

    def body(index: Value) -> None:
        inside.values[op.body.block.args[0]] = index
        inside.block(op.body.block)

    part.loop(low, high, 1, body)
    part.ret()


def _needed(op: scf.ParallelOp) -> list[Operation]:
    """Ops outside of the loop whose results it uses, transitively, in order; all are pure or read inputs."""
    found: dict[Operation, None] = {}

    def visit(operation: Operation) -> None:
        for operand in operation.operands:
            owner = operand.owner
            if isinstance(owner, Operation) and not op.is_ancestor(owner) and owner not in found:
                visit(owner)
                found[owner] = None

    for inner in op.walk():
        if inner is not op:
            visit(inner)
    return list(found)


def _parent_function(op: Operation) -> func.FuncOp:
    parent = op.parent_op()
    while not isinstance(parent, func.FuncOp):
        assert parent is not None
        parent = parent.parent_op()
    return parent
