"""Batches of every op against single calls, by `pcc.testing.check_vmap`; and what its index relation says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

import pytest

from pcc.dialects import pd
from pcc.dialects.pd.base import PdOp, rank_of
from pcc.dialects.pd.batching import later_by_one
from pcc.dialects.relation import Dim, Mark, Relation
from pcc.passes.vmap import Vmap
from pcc.runtime.build import main_of
from pcc.testing.check_op import check_capture, check_import
from pcc.testing.check_vmap import check_vmap, check_vmap_and_jvp, text, transformed
from pcc.testing.inputs import draw
from tests.ops.test_jvp import CASES as DERIVATIVES
from tests.ops.test_jvp import NO_RULE as NO_DERIVATIVE

SAMPLES = 1  # of an op
CASES = [(name, n) for name, kind in sorted(pd.ops().items()) for n in range(len(kind.SAMPLES))[:SAMPLES]]


def ids(cases: list[tuple[str, int]]) -> list[str]:
    return [f"{name}-{number}" for name, number in cases]


@pytest.mark.parametrize(("name", "number"), CASES, ids=ids(CASES))
def test_batches(name: str, number: int) -> None:
    check_vmap(pd.ops()[name], number)


BOTH = [case for case in DERIVATIVES if case[0] not in NO_DERIVATIVE]


@pytest.mark.parametrize(("name", "number"), BOTH, ids=ids(BOTH))
def test_batches_of_derivatives(name: str, number: int) -> None:
    check_vmap_and_jvp(pd.ops()[name], number)


# ---- relations
NUMBERED = {"pd.gather_nd", "pd.index_put", "pd.scatter_nd_add"}  # their batches name the call by its number
RELATED = [
    name for name, kind in sorted(pd.ops().items()) if name not in NUMBERED and kind.relation is not PdOp.relation
]


@pytest.mark.parametrize("name", RELATED)
def test_a_batch_is_a_letter(name: str) -> None:
    """The relation of an op that stays the same has a new parallel letter in front, or more of one that it had."""
    for number in range(len(pd.ops()[name].SAMPLES)):
        for one, many in pairs(pd.ops()[name], number):
            old, new = one.relation(), many.relation()
            if old is not None and new is not None:
                deeper = rank_of(many.results[0]) > rank_of(one.results[0])
                assert renamed(without_letter(new) if deeper else new) == renamed(old), f"sample {number}"


def pairs(kind: type[PdOp], number: int) -> Iterator[tuple[PdOp, PdOp]]:
    """The ops of a kind in a sample's program and in that of three calls, if they differ in one axis at most."""
    label, sample = f"{kind.name} sample {number}, relation", kind.SAMPLES[number]
    module = check_import(kind, check_capture(sample, draw(sample.specs, label), label), label).module
    count = len(main_of(module).body.block.args)
    made = transformed(module, Vmap(text([0] * len(sample.specs), count), 3))
    found = [[op for op in m.walk() if isinstance(op, kind)] for m in (module, made)]
    for one, many in zip(*found, strict=True) if len(found[0]) == len(found[1]) else ():
        more = rank_of(many.results[0]) - rank_of(one.results[0])
        later = {name: later_by_one(one.properties[name]) for name in kind.AXES or () if more}
        if more in (0, 1) and many.properties == {**one.properties, **later}:
            yield one, many


def without_letter(relation: Relation) -> Relation:
    """The relation without the letter that is first in all results, and is parallel."""
    ((letter,),) = {dims[0] for dims in relation.results}
    assert letter in relation.parallel()
    operands = tuple(dims[1:] if dims[:1] == ((letter,),) else dims for dims in relation.operands)
    return Relation(operands, tuple(dims[1:] for dims in relation.results), relation.marks)


def renamed(relation: Relation) -> tuple[Sequence[Sequence[Dim]], dict[str, Mark]]:
    """Operands, without ones in front that broadcast, results and marks, with letters by their order."""
    sides = [*(list(dropwhile(lambda dim: not dim, dims)) for dims in relation.operands), *relation.results]
    order = dict.fromkeys(letter for dims in sides for dim in dims for letter in dim if letter != "_")
    names = {"_": "_", **{letter: f"l{n}" for n, letter in enumerate(order)}}
    made = [tuple(tuple(names[letter] for letter in dim) for dim in dims) for dims in sides]
    return made, {names[letter]: mark for letter, mark in relation.marks.items() if letter in names}
