"""Moves groups of ops into `kernel.launch` ops, in an order that respects their dependencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xdsl.ir import Block, Operation, SSAValue

from pcc.dialects.kernel import LaunchOp, YieldOp
from pcc.dialects.pd.base import PdOp


def outline(block: Block, groups: Sequence[tuple[str, Sequence[PdOp]]], free: set[Operation]) -> bool:
    """Replace every group (kind, ops in order) by a launch; ops in `free` are copied into each reader."""
    unit_of: dict[Operation, int] = {op: n for n, (_, ops) in enumerate(groups) for op in ops}
    order = _schedule(block, unit_of, free)
    made: dict[int, LaunchOp] = {}
    for op in order:
        unit = unit_of.get(op)
        if unit is None:
            if op not in free:
                op.detach()
                block.add_op(op)
        elif unit not in made:
            kind, ops = groups[unit]
            made[unit] = _launch(kind, ops, free, block)
    for op in reversed([op for op in block.ops if op in free]):
        if not any(r.uses for r in op.results):
            op.detach()
            op.erase()
    return bool(made)


def _schedule(block: Block, unit_of: dict[Operation, int], free: set[Operation]) -> list[Operation]:
    """The block's ops with each group contiguous, in topological order, close to the original order."""
    members: dict[int, list[Operation]] = {}
    for op in block.ops:
        if op in unit_of:
            members.setdefault(unit_of[op], []).append(op)
    done: set[Operation] = set()
    begun: set[Operation] = set()
    order: list[Operation] = []

    def visit(start: Operation) -> None:
        stack: list[tuple[Operation, bool]] = [(start, False)]
        while stack:
            op, ready = stack.pop()
            if op in done:
                continue
            unit = members.get(unit_of[op], [op]) if op in unit_of else [op]
            if ready:
                done.update(unit)
                order.extend(unit)
                continue
            assert op not in begun, "kernels wait for each other"
            begun.update(unit)
            stack.append((op, True))
            inside = set(unit)
            for member in unit:
                for source in _copied_through(member, block, free):
                    if source not in done and source not in inside:
                        stack.append((source, False))

    for op in list(block.ops):
        visit(op)
    return order


def _copied_through(op: Operation, block: Block, free: set[Operation]) -> Iterator[Operation]:
    """The ops that op waits for: what it reads, or what the free ops read that are copied to it."""
    for source in sources(op, block):
        if source in free:
            yield from _copied_through(source, block, free)
        else:
            yield source


def sources(op: Operation, block: Block) -> list[Operation]:
    """The block's ops whose results op reads, also inside its regions."""
    values = [*op.operands, *(o for region in op.regions for inner in region.walk() for o in inner.operands)]
    found: list[Operation] = []
    for value in values:
        owner = value.owner
        while isinstance(owner, Operation) and owner.parent is not block and owner.parent_op() is not None:
            owner = owner.parent_op()
        if isinstance(owner, Operation) and owner.parent is block and owner is not op:
            found.append(owner)
    return found


def _launch(kind: str, ops: Sequence[PdOp], free: set[Operation], block: Block) -> LaunchOp:
    """Move the ops (and copies of the free ops they read) into a launch at the end of the block."""
    body = Block()
    inside = set[Operation](ops)
    inputs: dict[SSAValue, SSAValue] = {}
    copies: dict[SSAValue, SSAValue] = {}
    results = [r for op in ops for r in op.results if _is_read_outside(r, inside, free)]

    def inner(value: SSAValue) -> SSAValue:
        owner = value.owner
        if isinstance(owner, Operation) and owner in inside:
            return value
        if isinstance(owner, Operation) and owner in free:
            if value not in copies:
                clone = owner.clone({o: inner(o) for o in owner.operands})
                body.add_op(clone)
                inside.add(clone)
                copies.update(zip(owner.results, clone.results, strict=True))
            return copies[value]
        if value not in inputs:
            inputs[value] = body.insert_arg(value.type, len(body.args))
        return inputs[value]

    for op in ops:
        op.operands = [inner(o) for o in op.operands]
        op.detach()
        body.add_op(op)
    launch = LaunchOp.around(kind, list(inputs), body, [r.type for r in results])
    launch.location = ops[-1].location
    block.add_op(launch)
    for value, new in zip(results, launch.outputs, strict=True):
        value.replace_uses_with_if(new, lambda use: use.operation not in inside)
    body.add_op(YieldOp.create(operands=list(results), location=launch.location))
    return launch


def _is_read_outside(value: SSAValue, inside: set[Operation], free: set[Operation]) -> bool:
    """Whether an op outside of a group reads a value of the group, or a free op that is copied to one outside."""
    users = [use.operation for use in value.uses]
    return any(
        any(_is_read_outside(r, inside, free) for r in user.results) if user in free else user not in inside
        for user in users
    )
