"""Linear functions in two parts: what is known before the linear arguments are, and what is linear in them.

After `jvp`: forward mode for many directions. After `transpose`, too: training, where the forward part runs now and
saves what the backward part reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any, ClassVar

from xdsl.dialects.builtin import DenseArrayBase, i64
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Block, BlockArgument, Operation, Region, SSAValue
from xdsl.rewriter import Rewriter

from pcc.dialects.pd.base import PdOp, bytes_of, size_of
from pcc.dialects.pd.control_flow import ControlFlow
from pcc.dialects.pd.elementwise import is_elementwise
from pcc.dialects.pd.shape import View
from pcc.passes.base import Analyses, Transform
from pcc.passes.cost import BYTE, arithmetic
from pcc.passes.dce import sweep
from pcc.passes.minimum_cut import minimum_cut
from pcc.passes.signature import numbers, set_type
from pcc.passes.subfunction import read_by
from pcc.passes.transpose import NotTransposable, drop, moved_by


@dataclass(frozen=True)
class Linearize(Transform):
    """g(x, dx) -> (y, dy), dy = A(x) dx  ->  g(x) -> (y, r)  and  g_linear(parts of x, y and r, dx) -> dy.

    `of`: the numbers of the arguments dx, as in `2.3`; `results`: those of the results dy. The second function is added
    to the module; its attribute `reads` has the numbers of what its first arguments are: arguments of the first
    function, then (from their count on) results of it.

    What the linear part reads is saved in r or computed again, whichever takes less time together: a minimum cut
    (`chosen`). Arguments and results y cost nothing to keep. Elementwise ops, views and constants can be computed
    again, at the cost of their arithmetic; what is kept is written once and read once. Other ops run once.
    """

    name: ClassVar[str] = "linearize"
    of: str = ""
    results: str = ""

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        split(func, numbers(self.of), numbers(self.results))
        return True


def split(func: FuncOp, of: Sequence[int], results: Sequence[int]) -> tuple[FuncOp, list[int]]:
    """Leave the known part in the function, and add its linear part to the module, as `Linearize` says.

    Returns:
        The linear part, and what its first arguments are: numbers of arguments of the function as it is then, or, from
        their count on, of its results.
    """
    block, end = func.body.block, func.body.block.last_op
    assert isinstance(end, ReturnOp)
    linear = [block.args[n] for n in of]
    moving = moved_by(block.ops, linear)
    kept = [value for n, value in enumerate(end.operands) if n not in results]
    if any(value in moving for value in kept):
        raise NotTransposable("linearize: a result that is not in `results` depends on an argument of `of`")
    wanted = [end.operands[n] for n in results]
    ops = [op for op in block.ops if _moves(op, moving)]
    read = dict.fromkeys(v for v in (*(v for op in ops for v in read_by(op)), *wanted) if v not in moving)
    again, saved = chosen(block, list(read), kept)
    copied = {*again, *ops}
    order = [op for op in block.ops if op in copied]
    made = _copied(order, saved, linear, wanted)
    arguments = [a for a in block.args if a not in linear]
    extra = [v for v in saved if v not in arguments and v not in kept]
    Rewriter.replace_op(end, ReturnOp(*kept, *extra))
    sources = [*arguments, *kept, *extra]
    drop(block, moving)
    for argument in linear:
        block.erase_arg(argument)
    sweep(block)
    set_type(func)
    reads = [sources.index(v) for v in saved]
    return _added(func, made, reads), reads


def _moves(op: Operation, moving: set[SSAValue]) -> bool:
    """Whether an op, or one in its regions, is linear."""
    return any(result in moving for inner in op.walk() for result in inner.results)


def _copied(
    ops: Iterable[Operation], saved: Sequence[SSAValue], linear: Sequence[SSAValue], wanted: Sequence[SSAValue]
) -> Block:
    """A function's body of copies of ops, from saved values and linear arguments to wanted values."""
    body = Block(arg_types=[v.type for v in (*saved, *linear)])
    mapped: dict[SSAValue, SSAValue] = dict(zip((*saved, *linear), body.args, strict=True))
    for op in ops:
        body.add_op(op.clone(mapped))
    body.add_op(ReturnOp(*(mapped[v] for v in wanted)))
    sweep(body)
    return body


def _added(func: FuncOp, body: Block, reads: Sequence[int]) -> FuncOp:
    """The linear part as a function at the end of the module."""
    made = FuncOp(f"{func.sym_name.data}_linear", ([], []), Region(body))
    set_type(made)
    made.attributes["reads"] = DenseArrayBase.from_list(i64, list(reads))
    module = func.parent_block()
    assert module is not None
    module.add_op(made)
    return made


# ---- saved or computed again
def chosen(block: Block, read: Sequence[SSAValue], kept: Sequence[SSAValue]) -> tuple[set[Operation], list[SSAValue]]:
    """The ops that are computed again for what the linear part reads, and the values that are saved, in order.

    A minimum cut: of a graph from a source to what is read, in which an edge from an op to its value has the time to
    write and read the value, an edge from the source to an op the time to compute it again, and one from an operand to
    its op holds always. An op on the reading side is computed again; a value there whose op is not, is saved.
    """
    ops = _behind(read)
    side = minimum_cut(_edges(ops, read, kept), "known", "read")
    again = {op for op in ops if op in side}
    needed = {*read, *(operand for op in again for operand in op.operands)}
    return again, [v for v in _in_order(block) if v in needed and v.owner not in again]


def _edges(
    ops: Iterable[Operation], read: Iterable[SSAValue], kept: Sequence[SSAValue]
) -> Iterator[tuple[Any, Any, float]]:
    for op in ops:
        seconds = _ns_again(op)
        yield "known", op, inf if seconds is None else seconds
        for result in op.results:
            yield op, result, 0.0 if result in kept else 2 * BYTE * bytes_of(result)
        for operand in op.operands if seconds is not None else ():
            if not isinstance(operand, BlockArgument):
                yield operand, op, inf
    for value in read:
        if not isinstance(value, BlockArgument):
            yield value, "read", inf


def _behind(values: Iterable[SSAValue]) -> list[Operation]:
    """The ops that values come from, back to those that are not computed again."""
    found, pending = dict[Operation, None](), list(values)
    while pending:
        owner = pending.pop().owner
        if isinstance(owner, Operation) and owner not in found:
            found[owner] = None
            pending += owner.operands if _ns_again(owner) is not None else ()
    return list(found)


def _in_order(block: Block) -> Iterable[SSAValue]:
    yield from block.args
    for op in block.ops:
        yield from op.results


def _ns_again(op: Operation) -> float | None:
    """The time to compute an op's result once more, beside its reader; None: it is not."""
    if not isinstance(op, PdOp) or isinstance(op, ControlFlow) or len(op.results) != 1:
        return None
    if not op.operands or isinstance(op, View):
        return 0.0
    if not is_elementwise(op) or not hasattr(op, "element"):
        return None
    return (arithmetic(op.results[0], {op}) * size_of(op.results[0])).ns
