"""Interleaved stores: a last loop of a few iterations (channels of a pixel, pairs, an upsampled axis) as whole vectors.

A vector along a last loop v of n = 2, 3 or 4 iterations would be mostly empty. Instead the loop u around it is the
vector loop: the n vectors along u are zipped in registers into n vectors that lie side by side in memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xdsl.dialects import vector
from xdsl.ir import Attribute, Operation, SSAValue

from pcc.dialects.index import Expr, Var, expr
from pcc.passes.loops.fold import contiguous
from pcc.passes.loops.scopes import Scalar
from pcc.passes.loops.shuffles import zipped

if TYPE_CHECKING:
    from pcc.passes.loops.domain import Domain
    from pcc.passes.loops.emitter import Emitter
    from pcc.passes.loops.recorder import Recorder

WIDEST = 4  # iterations of the last loop
SHORTEST = 8  # of the loop around it
LARGEST_BODY = 48  # operations of a body that is written out for every iteration of the last loop


def interleaved(recorder: Recorder, domain: Domain) -> tuple[Var, Var] | None:
    """(u, v): the vector loop and the last loop to write out, or None. The last access is that of the stores."""
    if len(domain.variables) < 2 or recorder.folds or recorder.operations > LARGEST_BODY:
        return None
    u, v = domain.variables[-2:]
    stores, loads = domain.accesses[-1], domain.accesses[: len(recorder.loads)]
    apart = stores.coefficient(v) == 1 and stores.coefficient(u) == v.extent
    fits = 1 < v.extent <= WIDEST and u.extent >= SHORTEST
    along = contiguous(u, loads) or not any(u in load.variables for load in loads)
    return (u, v) if apart and fits and along else None


def store(k: Emitter, values: Sequence[Scalar], dtype: Attribute, target: SSAValue, offset: Expr, u: Var) -> None:
    """values[c] at offset + c for every iteration of u in the vector; at the loop's end only those that there are."""
    n, lanes = len(values), k.lanes
    active = n * (u.extent % lanes if k.masks else lanes)
    start = offset - expr(u) * n
    for j, part in enumerate(zipped(k, [k.wide(k.encode(v, dtype), lanes) for v in values])):
        held = min(active - j * lanes, lanes)
        if held <= 0:
            return
        at = k.scalar_index(start + j * lanes, u, n)
        if held == lanes:
            op: Operation = vector.StoreOp.create(operands=[part.value, target, at.value])
        else:
            mask = k.lanes_mask(held)
            op = vector.MaskedStoreOp.create(operands=[target, at.value, mask.value, part.value])
        k.insert(op, k.depth)
