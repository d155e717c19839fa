"""The loops of one fold: accumulators carried through its reduced indices, vectorised along the last of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod

from xdsl.dialects import vector
from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, Var, expr
from pcc.passes.loops.domain import Domain
from pcc.passes.loops.emitter import Emitter, Scalar
from pcc.passes.loops.joint import Joint
from pcc.passes.loops.recorder import Recorder
from pcc.passes.loops.shuffles import order_of

UNROLLED = 16  # a fold of at most this many terms becomes straight-line code
ACCUMULATORS = 4  # independent vector accumulators, to hide the latency of the combining instruction
SMALL_BODY = 12  # operations per term up to which the body is repeated for them

Term = Callable[[Sequence[Expr]], Sequence[Scalar]]


@dataclass(frozen=True)
class Terms:
    """The terms of a fold at one result index, by as few `variables` as its accesses allow; what a dry run recorded."""

    op: Joint
    index: tuple[Expr, ...]
    reduced: Sequence[Var]
    domain: Domain
    recorder: Recorder

    @staticmethod
    def of(op: Joint, index: tuple[Expr, ...], name: str) -> Terms:
        reduced, recorder = [Var(f"{name}_{d}", e) for d, e in enumerate(op.extents())], Recorder()
        op.term(recorder, index, [expr(v) for v in reduced])
        accesses = [offset for _, offset in recorder.loads] + recorder.indices
        domain = Domain.of([v for v in reduced if v.extent != 1], accesses)
        domain.merge()
        return Terms(op, index, reduced, domain, recorder)

    @property
    def variables(self) -> Sequence[Var]:
        return self.domain.variables

    def loads(self, place: Sequence[Expr]) -> Sequence[tuple[SSAValue, Expr]]:
        """What is loaded where the variables have these values: memory and offset."""
        values = dict(zip(self.variables, place, strict=True))
        pairs = zip(self.recorder.loads, self.domain.accesses, strict=False)
        return [(memory, offset.substitute(values.get)) for (memory, _), offset in pairs]

    def at(self, k: Emitter, place: Sequence[Expr]) -> Sequence[Scalar]:
        """The term where the variables have these values."""
        values = dict(zip(self.variables, place, strict=True))
        return self.op.term(k, self.index, [self.domain.original(expr(v)).substitute(values.get) for v in self.reduced])


def emit_fold(k: Emitter, op: Joint, index: tuple[Expr, ...]) -> Sequence[Scalar]:
    """All results of `op` at `index`, in the current scope."""
    k.folds += 1
    terms, initial = Terms.of(op, index, f"f{k.folds}"), op.initial(k)
    merged, term = terms.variables, lambda at: terms.at(k, at)
    if prod(v.extent for v in merged) == 0:
        return op.finish(k, initial, index)
    if (
        merged
        and k.lanes > 1
        and all(s.vector is None for s in k.scopes)
        and contiguous(merged[-1], terms.domain.accesses)
    ):
        accumulators = _vector(k, op, merged, term, initial, terms.recorder)
    elif prod(v.extent for v in merged) <= UNROLLED:
        accumulators = _unrolled(k, op, merged, term, initial)
    else:
        accumulators = _scalar(k, op, merged, term, initial)
    return op.finish(k, accumulators, index)


def contiguous(variable: Var, accesses: Sequence[Expr]) -> bool:
    """Whether vectors along the variable are loaded with stride one more often than gathered."""
    score = 0
    for access in accesses:
        if variable in access.variables:
            score += 3 if access.is_linear_in(variable) and access.coefficient(variable) == 1 else -2
    return variable.extent >= 4 and score > 0


def _combine(k: Emitter, op: Joint, a: Sequence[Scalar], b: Sequence[Scalar]) -> list[Scalar]:
    return list(op.combine(k, a, b))


def _unrolled(
    k: Emitter, op: Joint, variables: Sequence[Var], term: Term, initial: Sequence[Scalar]
) -> Sequence[Scalar]:
    from itertools import product

    accumulators = list(initial)
    for point in product(*(range(v.extent) for v in variables)):
        accumulators = list(op.step(k, accumulators, term([expr(p) for p in point])))
    return accumulators


def _scalar(k: Emitter, op: Joint, variables: Sequence[Var], term: Term, initial: Sequence[Scalar]) -> Sequence[Scalar]:
    """Plain loops; the accumulators are vectors if the fold stands inside a vector loop."""
    lanes = k.lanes if any(s.vector is not None for s in k.scopes) else 0
    carry = [k.wide(a, lanes) if lanes else a for a in initial]
    return _nested(k, variables, carry, lambda accs: op.step(k, accs, term([expr(v) for v in variables])))


def _nested(
    k: Emitter, variables: Sequence[Var], carry: Sequence[Scalar], body: Callable[[Sequence[Scalar]], Sequence[Scalar]]
) -> list[Scalar]:
    """Loops over all variables around `body`, which maps accumulators to accumulators."""
    if not variables:
        return list(body(carry))
    held: list[Sequence[Scalar]] = [()]
    return k.loop(
        variables[0], 0, variables[0].extent, 1,
        lambda: _nested(k, variables[1:], held[0], body),
        carry, lambda values: held.__setitem__(0, values),
    )  # fmt: skip


def _vector(
    k: Emitter, op: Joint, variables: Sequence[Var], term: Term, initial: Sequence[Scalar], recorder: Recorder
) -> Sequence[Scalar]:
    """Vector accumulators along the last variable, combined across lanes at the end."""
    last, lanes = variables[-1], k.lanes
    copies = ACCUMULATORS if recorder.operations <= SMALL_BODY and last.extent >= ACCUMULATORS * lanes else 1
    width = len(initial)
    neutral = [k.wide(a, lanes) for a in initial]

    def step(accumulators: Sequence[Scalar], count: int) -> list[Scalar]:
        new: list[Scalar] = []
        for c in range(count):
            mine = accumulators[c * width : (c + 1) * width]
            at = [expr(v) for v in variables[:-1]] + [expr(last) + c * lanes]
            new += op.step(k, mine, term(at))
        return new + list(accumulators[count * width :])

    def row(accumulators: Sequence[Scalar]) -> Sequence[Scalar]:
        return _row(k, last, copies, accumulators, step, width)

    accumulators = _nested(k, variables[:-1], neutral * copies, row)
    while len(accumulators) > width:
        half = len(accumulators) // width // 2 * width
        pairs = [
            _combine(k, op, accumulators[i : i + width], accumulators[half + i : half + i + width])
            for i in range(0, half, width)
        ]
        accumulators = [a for pair in pairs for a in pair]
    return across_lanes(k, op, accumulators)


def _row(
    k: Emitter, last: Var, copies: int, accumulators: Sequence[Scalar],
    step: Callable[[Sequence[Scalar], int], list[Scalar]], width: int,
) -> Sequence[Scalar]:  # fmt: skip
    """One pass along the vector variable: unrolled main loop, single vectors, masked tail."""
    lanes, held = k.lanes, [accumulators]
    block = copies * lanes
    done = last.extent // block * block
    if done == block:
        accumulators = k.at(last, 0, None, lambda: step(accumulators, copies))
    elif done:
        outer, k.streamed = k.streamed, last
        accumulators = k.loop(
            last, 0, done, block, lambda: step(held[0], copies),
            accumulators, lambda v: held.__setitem__(0, v), vector=True,
        )  # fmt: skip
        k.streamed = outer
    while done + lanes <= last.extent:
        accumulators = k.at(last, done, None, lambda a=accumulators: step(a, 1))
        done += lanes
    if done < last.extent:
        mask = k.lanes_mask(last.extent - done)
        new = k.at(last, done, mask, lambda a=accumulators: step(a, 1))
        accumulators = [
            k.select(mask, n, a) if n.value is not a.value else a for n, a in zip(new, accumulators, strict=True)
        ]
    return accumulators


def across_lanes(k: Emitter, op: Joint, accumulators: Sequence[Scalar]) -> Sequence[Scalar]:
    """Combine the lanes of vector accumulators: halves with halves, down to scalars.

    Halves, not rotations of whole vectors: of those only lane 0 is read, and LLVM 22 miscompiles that for a
    comparison of doubles that selects integers (it compares lane 0 with itself).
    """
    half = k.lanes // 2
    while half:
        low, high = ([lanes(k, a, start, half) for a in accumulators] for start in (0, half))
        accumulators = _combine(k, op, low, high)
        half //= 2
    return accumulators


def lanes(k: Emitter, x: Scalar, start: int, count: int) -> Scalar:
    """Neighbouring lanes of a vector; one lane is a scalar."""
    order = order_of(tuple(range(start, start + count)))
    if count == 1:
        return k.emit(vector.ExtractOp, [x], x.dtype, 0, {"static_position": order})
    return k.emit(vector.ShuffleOp, [x, x], x.dtype, count, {"mask": order})
