"""Part of a block as a function of its own, for a transform; and a function's body in place of a call."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Block, Operation, Region, SSAValue
from xdsl.traits import is_side_effect_free

from pcc.passes.facts import identity


def between(
    block: Block, arguments: Sequence[SSAValue], results: Sequence[SSAValue], sources: Container[Operation] = ()
) -> list[Operation]:
    """The ops of a block, in order, that compute `results` from `arguments`: that depend on one and serve another.

    `sources`: ops that count as if they depended on an argument.
    """
    moved, ops = set(arguments), list[Operation]()
    for op in block.ops:
        if op in sources or any(value in moved for value in read_by(op)):
            moved.update(op.results)
            ops.append(op)
    wanted = set(results) - set(arguments)
    kept: list[Operation] = []
    for op in reversed(ops):
        if any(result in wanted for result in op.results):
            wanted.update(value for value in read_by(op) if value not in arguments)
            kept.append(op)
    return kept[::-1]


def outlined(
    block: Block, arguments: Sequence[SSAValue], results: Sequence[SSAValue], sources: Container[Operation] = ()
) -> tuple[FuncOp, list[SSAValue]]:
    """A copy of what computes `results` from `arguments` as a function.

    Returns:
        The function, in a module of its own, and the other values that it reads: its further arguments. Constants are
        copied instead.
    """
    ops, first = between(block, arguments, results, sources), alike(block, arguments)
    made = {result for op in ops for result in op.results}
    read = dict.fromkeys(value for value in (*(v for op in ops for v in read_by(op)), *results) if value not in made)
    free = [value for value in read if value not in arguments]
    constants = [value for value in free if _is_constant(value)]
    others = [value for value in free if not _is_constant(value)]
    free = list(dict.fromkeys(first.get(value, value) for value in others))
    body = Block(arg_types=[value.type for value in (*arguments, *free)])
    mapped: dict[SSAValue, SSAValue] = dict(zip((*arguments, *free), body.args, strict=True))
    mapped |= {value: mapped[first.get(value, value)] for value in others}
    for owner in dict.fromkeys(value.owner for value in constants):
        assert isinstance(owner, Operation)
        body.add_op(owner.clone(mapped))
    for op in ops:
        body.add_op(op.clone(mapped))
    returned = [mapped[value] for value in results]
    body.add_op(ReturnOp(*returned))
    func = FuncOp("main", ([a.type for a in body.args], [r.type for r in returned]), Region(body))
    ModuleOp([func])
    return func, free


def alike(block: Block, excluded: Container[SSAValue] = ()) -> dict[SSAValue, SSAValue]:
    """The first of the values that are computed in the same way, for those that are not the first."""
    known, first = dict[object, Operation](), dict[SSAValue, SSAValue]()
    for op in block.ops:
        if op.regions or not is_side_effect_free(op) or any(o in excluded for o in op.operands):
            continue
        earlier = known.setdefault(identity(op, [first.get(o, o) for o in op.operands]), op)
        if earlier is not op:
            first.update(zip(op.results, earlier.results, strict=True))
    return first


def inlined(func: FuncOp, values: Sequence[SSAValue], insert: Callable[[Operation], object]) -> list[SSAValue]:
    """The function's results for `values`; its ops move to where `insert` puts them, and nothing of it is left."""
    block = func.body.block
    for argument, value in zip(block.args, values, strict=True):
        argument.replace_all_uses_with(value)
    end = block.last_op
    assert isinstance(end, ReturnOp)
    results = list(end.operands)
    end.detach()
    end.erase()
    for op in list(block.ops):
        op.detach()
        insert(op)
    return results


def read_by(op: Operation) -> Iterator[SSAValue]:
    """The operands of an op and what its regions read from outside it."""
    yield from op.operands
    for region in op.regions:
        for block in region.blocks:
            yield from _read_inside(block)


def _read_inside(block: Block) -> Iterator[SSAValue]:
    inside: set[SSAValue] = set(block.args)
    for op in block.ops:
        yield from (value for value in read_by(op) if value not in inside)
        inside.update(op.results)


def _is_constant(value: SSAValue) -> bool:
    owner = value.owner
    return isinstance(owner, Operation) and not owner.operands and not owner.regions and is_side_effect_free(owner)


def erase_dead(ops: Iterable[Operation]) -> None:
    """Erase those ops, given in order, that nothing uses in the end."""
    for op in reversed(list(ops)):
        if op.results and not any(result.uses for result in op.results) and is_side_effect_free(op):
            op.detach()
            op.erase()
