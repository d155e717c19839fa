"""The index relation of an op, checked: the op on sliced operands gives slices of its results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import ReturnOp
from xdsl.ir import Operation, SSAValue

from pcc.dialects.pd.base import PdOp, TypeRuleError, shape_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.slicing import SliceOp
from pcc.dialects.relation import Dim, Relation
from pcc.testing.compare import compare
from pcc.testing.failures import WrongRelation
from pcc.testing.inputs import Array
from pcc.testing.run import returned, run

Dims = Sequence[Dim]
Extents = Mapping[str, int]


@dataclass(frozen=True)
class Cut:
    """The second half of one letter, in tensors whose dimensions are given in letters."""

    letter: str
    extents: Extents

    def split(self, dims: Dims, shape: Sequence[int]) -> tuple[list[int], list[int]]:
        """The shape with merged dimensions that hold the letter as several, and the places of the letter in it."""
        places, made = list[int](), list[int]()
        for dim, extent in zip(dims, shape, strict=True):
            parts = dim if self.letter in dim else ()
            places += [len(made) + i for i, name in enumerate(parts) if name == self.letter]
            made += [self.extents[name] for name in parts] if len(parts) > 1 else [extent]
        return made, places

    def bounds(self) -> tuple[int, int]:
        return self.extents[self.letter] // 2, self.extents[self.letter]

    def merged(self, dims: Dims, shape: Sequence[int]) -> list[int]:
        """The sliced shape."""
        low, high = self.bounds()
        sizes = {**self.extents, self.letter: high - low}
        return [
            prod(sizes[name] for name in dim) if self.letter in dim else e for dim, e in zip(dims, shape, strict=True)
        ]

    def of_value(self, b: Builder, value: SSAValue, dims: Dims) -> SSAValue:
        """The slice of a tensor in the program."""
        shape, places = self.split(dims, shape_of(value))
        if not places:
            return value
        low, high = self.bounds()
        ends = {"starts": [low] * len(places), "ends": [high] * len(places)}
        part = b.op(SliceOp, b.reshape(value, shape), axes=places, decrease_axis=[], **ends)
        return b.reshape(part, self.merged(dims, shape_of(value)))

    def of_array(self, array: Array, dims: Dims) -> Array:
        """The slice of an array."""
        shape, places = self.split(dims, array.shape)
        index = tuple(slice(*self.bounds()) if d in places else slice(None) for d in range(len(shape)))
        return array.reshape(shape)[index].reshape(self.merged(dims, array.shape))


def check_relation(module: ModuleOp, place: int, arrays: Sequence[Array], limit: float, label: str) -> list[str]:
    """Check the op at a place (of `module.walk()`) along all its parallel letters; the letters that were checked.

    A letter whose extent the op's attributes fix (the shape of an `expand`) cannot be sliced and is left out.
    """
    module = module.clone()
    op = list(module.walk())[place]
    assert isinstance(op, PdOp)
    relation = op.relation()
    if relation is None:
        return []
    check_ranks(op, relation, label)
    pairs = [(cut, sliced_op(op, relation, cut, label)) for cut in cuts_of(op, relation)]
    sliced = [(cut, new) for cut, new in pairs if new is not None]
    replace_results(module, [*op.results, *(r for _, new in sliced for r in new.results)])
    whole, rest = split(run(module, arrays), len(op.results)) if sliced else ([], [])
    for cut, _ in sliced:
        parts, rest = split(rest, len(op.results))
        for got, want, dims in zip(parts, whole, relation.results, strict=True):
            what = f"{label}: slicing letter {cut.letter} of `{relation}`"
            compare(got, cut.of_array(want, dims), limit, WrongRelation, what)
    return [cut.letter for cut, _ in sliced]


def check_ranks(op: PdOp, relation: Relation, label: str) -> None:
    """Every operand and result has as many dimensions as the relation says."""
    ranks = [len(shape_of(v)) for v in (*op.operands, *op.results)]
    if ranks != [len(dims) for dims in (*relation.operands, *relation.results)]:
        raise WrongRelation(f"{label}: `{relation}` is not about tensors of ranks {ranks}")


def replace_results(module: ModuleOp, values: Sequence[SSAValue]) -> None:
    """Make the program's function return other values."""
    end = returned(module)
    block = end.parent_block()
    assert block is not None
    block.insert_op_before(ReturnOp(*values), end)
    block.erase_op(end)


def split(values: list[Array], count: int) -> tuple[list[Array], list[Array]]:
    return values[:count], values[count:]


def cuts_of(op: PdOp, relation: Relation) -> list[Cut]:
    """A cut for every parallel letter that operands and results have and whose extent is known and above one."""
    inputs = {name for dims in relation.operands for dim in dims for name in dim}
    outputs = {name for dims in relation.results for dim in dims for name in dim}
    extents = extents_of(op, relation)
    common = sorted(relation.parallel() & inputs & outputs & extents.keys())
    cuts = [Cut(name, extents) for name in common if extents[name] > 1]
    return [
        cut for cut in cuts if all(_known(dim, cut) for dims in (*relation.operands, *relation.results) for dim in dims)
    ]


def _known(dim: Dim, cut: Cut) -> bool:
    return cut.letter not in dim or all(name in cut.extents for name in dim)


def extents_of(op: PdOp, relation: Relation) -> dict[str, int]:
    """The extents of letters that are a dimension of their own, and of the last unknown one of merged dimensions."""
    known = dict[str, int]()
    tensors = zip((*relation.operands, *relation.results), (*op.operands, *op.results), strict=True)
    pairs = [(dim, e) for dims, value in tensors for dim, e in zip(dims, shape_of(value), strict=True)]
    for dim, extent in sorted(pairs, key=lambda pair: len(pair[0])):
        unknown = [name for name in dim if name not in known]
        if len(unknown) == 1 and unknown != ["_"]:
            known[unknown[0]] = extent // max(prod(known[name] for name in dim if name in known), 1)
    return known


def sliced_op(op: PdOp, relation: Relation, cut: Cut, label: str) -> PdOp | None:
    """The op on sliced operands, put behind the op; None if its attributes do not allow the slice."""
    made: list[Operation] = []
    operands = [
        cut.of_value(Builder(made.append), o, dims) for o, dims in zip(op.operands, relation.operands, strict=True)
    ]
    new = type(op).create(operands=operands, properties=dict(op.properties))
    try:
        new.set_result_types(new.infer())
    except TypeRuleError:
        _erase([*made, new])
        return None
    _insert_after(op, [*made, new])
    for result, whole, dims in zip(new.results, op.results, relation.results, strict=True):
        if list(shape_of(result)) != cut.merged(dims, shape_of(whole)):
            raise WrongRelation(f"{label}: slicing letter {cut.letter} of `{relation}` gives {result.type}")
    return new


def _insert_after(op: Operation, made: Sequence[Operation]) -> None:
    block = op.parent_block()
    assert block is not None
    block.insert_ops_after(made, op)


def _erase(made: Sequence[Operation]) -> None:
    for op in reversed(made):
        op.erase()
