"""Chains of products that end in one number a row and share their matrices go backwards, once for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import ClassVar

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Block, Operation, Region, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.pd.base import PdOp, dtype_of, is_float, rank_of, shape_of, size_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.contraction import Contraction
from pcc.dialects.pd.elementwise import is_elementwise
from pcc.dialects.pd.linear import Linear
from pcc.dialects.pd.shape import View
from pcc.passes.base import Analyses, Fact, Facts, Pass, facts
from pcc.passes.cse import CommonSubexpressions
from pcc.passes.facts import InKernels
from pcc.passes.subfunction import inlined
from pcc.passes.sums import is_linear
from pcc.passes.transpose import Transpose

WORTH = 0.75  # of the arithmetic, at most, is left
LARGE = 1 << 20  # multiply-adds below which nothing is gained


@dataclass
class Chain:
    """Ops that nothing else reads from, linear in `sources`, row by row, and last a product with one column.

    `moving` has each op's places of operands that depend on the sources; what is at other places is a coefficient.
    """

    last: Contraction
    moving: dict[Operation, Sequence[int]] = field(default_factory=dict[Operation, Sequence[int]])
    sources: list[SSAValue] = field(default_factory=list[SSAValue])

    @staticmethod
    def to(last: Contraction) -> Chain:
        chain = Chain(last)
        chain._take(last)
        return chain

    def ops(self) -> list[PdOp]:
        """In the order of the block."""
        assert self.last.parent is not None
        return [op for op in self.last.parent.ops if isinstance(op, PdOp) and op in self.moving]

    def free(self) -> list[SSAValue]:
        """The coefficients."""
        return list(
            dict.fromkeys(o for op in self.ops() for n, o in enumerate(op.operands) if n not in self.moving[op])
        )

    def _follow(self, value: SSAValue) -> bool:
        """Whether what makes a value becomes part of the chain: linear ops that lead to a product, read here alone."""
        op = value.owner
        if not isinstance(op, PdOp) or op.parent is not self.last.parent or len(op.results) != 1:
            return False
        inside = all(use.index in self.moving.get(use.operation, ()) for use in value.uses)
        return inside and value not in self.sources and self._take(op)

    def _take(self, op: PdOp) -> bool:
        """A product begins a chain; other ops are taken if one of their operands goes on."""
        for places in _linear_in(op):
            self.moving[op] = places
            before = len(self.sources)
            if self._begin([op.operands[n] for n in places]) or isinstance(op, Contraction):
                return True
            del self.sources[before:]
        self.moving.pop(op, None)
        return False

    def _begin(self, values: Sequence[SSAValue]) -> bool:
        """Whether a value is followed; those that are not are sources."""
        followed = [self._follow(value) for value in values]
        self.sources += [v for v, f in zip(values, followed, strict=True) if not f and v not in self.sources]
        return any(followed)


def _linear_in(op: PdOp) -> list[Sequence[int]]:
    """Sets of operands that an op is linear in, row by row: all of a sum, one of a product."""
    if isinstance(op, Contraction):
        return [[0]] if _is_by_rows(op) else []
    if not is_elementwise(op) or isinstance(op, View) or len(set(op.operands)) < len(op.operands):
        return []
    whole = [shape_of(o) == shape_of(op.results[0]) for o in op.operands]
    if isinstance(op, Linear):
        return [range(len(whole))] if all(whole) and is_linear(op, whole) else []
    alone = [[n == place for n in range(len(whole))] for place in range(len(whole))]
    return [[n] for n, flags in enumerate(alone) if whole[n] and is_linear(op, flags)]


def _is_by_rows(op: Contraction) -> bool:
    """Whether each row of the result is a row of x times the same matrix."""
    rows = rank_of(op.y) == 2 and rank_of(op.x) > 1 and shape_of(op.x)[:-1] == shape_of(op.out)[:-1]
    return rows and is_float(dtype_of(op.out)) and is_linear(op, [True, False])


def chains_of(block: Block) -> list[Chain]:
    """Those that are worth while to turn."""
    last = [op for op in block.ops if isinstance(op, Contraction) and _is_by_rows(op) and shape_of(op.out)[-1] == 1]
    by_matrix: dict[SSAValue, list[Chain]] = {}
    for op in last if len(last) > 1 else ():
        chain = Chain.to(op)
        if sum(isinstance(o, Contraction) for o in chain.moving) > 1:
            by_matrix.setdefault(op.y, []).append(chain)
    return next((chains for chains in by_matrix.values() if len(chains) > 1 and _worth_while(chains)), [])


def _worth_while(chains: Sequence[Chain]) -> bool:
    forwards = sum(_multiplications(chain.moving) for chain in chains)
    if forwards < LARGE:
        return False
    func, _ = _turned(chains)
    return _multiplications(func.body.block.ops) <= WORTH * forwards


def _multiplications(ops: Iterable[Operation]) -> int:
    return sum(size_of(op.out) * prod(op.extents()) for op in ops if isinstance(op, Contraction))


def _turned(chains: Sequence[Chain]) -> tuple[FuncOp, list[SSAValue]]:
    """What the chains' results are for each of their sources, as a function of free values and of ones."""
    free = list(dict.fromkeys(v for chain in chains for v in chain.free()))
    sources = [v for chain in chains for v in chain.sources]
    places = iter(range(len(free), len(free) + len(sources)))
    body = Block(arg_types=[v.type for v in (*free, *sources)])
    results = list[SSAValue]()
    for chain in chains:
        coefficients: dict[SSAValue, SSAValue] = dict(zip(free, body.args, strict=False))
        moved: dict[SSAValue, SSAValue] = {source: body.args[next(places)] for source in chain.sources}
        for op in chain.ops():
            clone = op.clone(coefficients)
            for n in chain.moving[op]:
                clone.operands[n] = moved[op.operands[n]]
            moved[op.results[0]] = clone.results[0]
            body.add_op(clone)
        results.append(moved[chain.last.out])
    body.add_op(ReturnOp(*results))
    func = FuncOp("main", ([a.type for a in body.args], [r.type for r in results]), Region(body))
    ModuleOp([func])
    of = ".".join(map(str, range(len(free), len(free) + len(sources))))
    Transpose(of, ".".join(map(str, range(len(results))))).run(func, Analyses(func))
    for one in list(func.body.block.args)[len(free) + 1 :]:
        one.replace_all_uses_with(func.body.block.args[len(free)])  # all are the same ones
    CommonSubexpressions().run(func, Analyses(func))
    return func, free


class ChainsTurned(Fact):
    """No chains of products with one column at the end would be cheaper backwards."""

    lost_in: ClassVar = frozenset({"decompose", "cse", "dce"})

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((chain.last for chain in chains_of(func.body.block)), None)


@dataclass(frozen=True)
class TurnChains(Pass):
    """y = ((s @ V) * a + r) @ w  ->  y = sum(s * (c @ V') + r * w', -1), c = a * w', if other chains share c.

    Second derivatives of a network's one output and first ones that nothing else needs: a tangent's way through all
    layers is the same linear function for each, and its transpose is one row times the matrices.
    """

    name: ClassVar[str] = "turn-chains"
    gives: ClassVar[Facts] = facts(ChainsTurned)
    serves: ClassVar[Facts] = facts(InKernels)
    on: ClassVar = (Contraction,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        changed = False
        while chains := chains_of(func.body.block):
            for chain in chains:
                _turn(chain)
            CommonSubexpressions().run(func, analyses)  # what the chains share
            changed = True
        return changed


def _turn(chain: Chain) -> None:
    func, free = _turned([chain])
    before = InsertPoint.before(chain.last)
    b = Builder(lambda op: Rewriter.insert_op(op, before), chain.last.location)
    one = b.full(shape_of(chain.last.out), 1.0, dtype_of(chain.last.out))
    found = inlined(func, [*free, one], b.insert)
    terms = [b.mul(source, cotangent) for source, cotangent in zip(chain.sources, found, strict=True)]
    total = terms[0]
    for term in terms[1:]:
        total = b.add(total, term)
    chain.last.out.replace_all_uses_with(b.sum(total, [rank_of(total) - 1], keepdim=True))
    for op in reversed(chain.ops()):
        op.detach()
        op.erase()
