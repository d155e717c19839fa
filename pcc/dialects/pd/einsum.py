"""Einstein summation: products of tensors, summed over the letters that the result lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import prod
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import StringAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, prop_def, result_def, var_operand_def

from pcc.dialects.pd.base import (
    PdOp,
    Sample,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    dtype_of,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
)
from pcc.dialects.pd.contraction import Contraction
from pcc.dialects.relation import Relation

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def _einsum(equation: str, *shapes: Any, tolerance: float = 1e-5) -> Sample:
    return sample(lambda paddle, *tensors: paddle.einsum(equation, *tensors), *shapes, tolerance=tolerance)


@irdl_op_definition
class ContractOp(Contraction):
    """A product of two tensors by an equation of letters, `bmk,bkn->bmn`, each letter once in a term."""

    name = "pd.contract"
    equation = prop_def(base(StringAttr))
    SAMPLES: ClassVar = (_einsum("bhls,bshd->blhd", (2, 3, 5, 7), (2, 7, 3, 4)),)

    def einsum(self) -> Relation:
        return Relation.parse(py(self.equation).replace(",", " , ").replace("->", " -> ").translate(_SPACED))

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        left, result = py(self.equation).split("->")
        return [b.op(EinsumOp, operands, equation=with_letter(left.split(","), result, batched))]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """The equation with the result in the operand's place."""
        (c,), (left, result) = cotangents, py(self.equation).split("->")
        x, y = left.split(",")
        if all(moving) or not (set(x) <= set(y + result) and set(y) <= set(x + result)):
            return NotImplemented
        if moving[0]:
            return [b.op(EinsumOp, [c, self.y], equation=f"{result},{y}->{x}"), None]
        return [None, b.op(EinsumOp, [c, self.x], equation=f"{result},{x}->{y}")]


_SPACED = {ord(letter): f"{letter} " for letter in _LETTERS}


@irdl_op_definition
class EinsumOp(PdOp):
    """The einsum of the operands by Paddle's equation, with `...` and without a result part if wished."""

    name = "pd.einsum"
    operand = var_operand_def(base(TensorType))
    equation = prop_def(base(StringAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _einsum("bhls,bshd->blhd", (2, 3, 5, 7), (2, 7, 3, 4)),
        _einsum("blhe,bshe->bhls", (2, 5, 3, 4), (2, 7, 3, 4)),
        _einsum("ij,jk->ki", (5, 9), (9, 33)),
        _einsum("bij,bjk->bik", Spec((2, 3, 4), "float64"), Spec((2, 4, 5), "float64")),
        _einsum("...ij,jk->...ik", (2, 3, 4, 5), (5, 6)),
        _einsum("i,j->ij", (5,), (7,)),
        _einsum("ij,ij->", (5, 7), (5, 7)),
        _einsum("bi,bi->b", (5, 7), (5, 7)),
        _einsum("ijk->kj", (3, 4, 5)),
        _einsum("ijk->j", (3, 4, 5)),
        _einsum("ij,jk,kl->il", (3, 4), (4, 5), (5, 6)),
        _einsum("ijk,jl->il", (3, 4, 5), (4, 6)),
        _einsum("bxyc,cd->bxyd", (2, 3, 4, 5), (5, 6)),
        _einsum("bijc,bklc->bijkl", (2, 3, 4, 5), (2, 2, 3, 5)),
        _einsum("abk,kcd->acbd", (2, 3, 5), (5, 2, 3)),
        _einsum("mb,nb->mnb", (3, 5), (4, 5)),
    )

    def terms(self) -> tuple[list[str], str]:
        """The letters of every operand and of the result, `...` written out."""
        left, arrow, result = py(self.equation).replace(" ", "").partition("->")
        given = left.split(",")
        ranks = [rank_of(o) for o in self.operand]
        if len(given) != len(ranks):
            raise TypeRuleError(f"einsum '{py(self.equation)}' has {len(given)} terms for {len(ranks)} operands")
        free = [l for l in _LETTERS if l not in py(self.equation)]
        dots = [rank - len(term) + 3 if "..." in term else 0 for term, rank in zip(given, ranks, strict=True)]
        names = "".join(free[: max(dots, default=0)])
        terms = [t.replace("...", names[len(names) - n :]) for t, n in zip(given, dots, strict=True)]
        if not arrow:
            counts = "".join(terms)
            result = ("..." if names else "") + "".join(
                sorted(l for l in set(counts) - set(names) if counts.count(l) == 1)
            )
        self._check(terms, ranks, result := result.replace("...", names))
        return terms, result

    def _check(self, terms: Sequence[str], ranks: Sequence[int], result: str) -> None:
        every = [*terms, result]
        if any(len(set(t)) != len(t) for t in every) or not set(result) <= set("".join(terms)):
            raise TypeRuleError(
                f"einsum '{py(self.equation)}': a letter twice in a term, or a result letter from nowhere"
            )
        if any(len(t) != rank or not set(t) <= set(_LETTERS) for t, rank in zip(terms, ranks, strict=True)):
            raise TypeRuleError(f"einsum '{py(self.equation)}' for operands of ranks {list(ranks)}")

    def sizes(self, terms: Sequence[str]) -> dict[str, int]:
        sizes: dict[str, int] = {}
        for term, operand in zip(terms, self.operand, strict=True):
            for letter, extent in zip(term, shape_of(operand), strict=True):
                if sizes.setdefault(letter, extent) != extent:
                    raise TypeRuleError(f"einsum '{py(self.equation)}': {letter} is {sizes[letter]} and {extent}")
        return sizes

    def infer(self) -> Sequence[Tensor]:
        terms, result = self.terms()
        sizes = self.sizes(terms)
        return [tensor([sizes[l] for l in result], dtype_of(self.operand[0]))]

    def relation(self) -> Relation:
        terms, result = self.terms()
        return Relation.parse(", ".join(map(" ".join, terms)) + " -> " + " ".join(result))

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        terms, result = self.terms()
        return [b.op(EinsumOp, operands, equation=with_letter(terms, result, batched))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        terms, result = self.terms()
        parts = list(zip(terms, self.operand, strict=True))
        sizes = self.sizes(terms)
        while len(parts) > 1:
            i, j = _cheapest([t for t, _ in parts], result, sizes)
            others = "".join([result, *(t for n, (t, _) in enumerate(parts) if n not in (i, j))])
            made = _pair(b, *parts[i], *parts[j], others, result, sizes)
            parts = [part for n, part in enumerate(parts) if n not in (i, j)] + [made]
        term, value = _summed(b, *parts[0], result)
        return [b.transpose(value, [term.index(l) for l in result])]


def with_letter(terms: Sequence[str], result: str, batched: Sequence[bool]) -> str:
    """An equation with a new letter in front of the result and some terms."""
    new = next(l for l in _LETTERS if l not in "".join(terms))
    given = [new * here + term for term, here in zip(terms, batched, strict=True)]
    return f"{','.join(given)}->{new}{result}"


def _cheapest(terms: Sequence[str], result: str, sizes: Mapping[str, int]) -> tuple[int, int]:
    """The pair of terms whose product has the fewest elements."""

    def cost(pair: tuple[int, int]) -> int:
        others = set(result).union(*(t for n, t in enumerate(terms) if n not in pair))
        return prod(sizes[l] for l in set(terms[pair[0]] + terms[pair[1]]) & others)

    return min(combinations(range(len(terms)), 2), key=cost)


def _summed(b: Builder, term: str, value: SSAValue, wanted: str) -> tuple[str, SSAValue]:
    """A term without the letters that nothing else wants."""
    gone = [d for d, l in enumerate(term) if l not in wanted]
    return "".join(l for l in term if l in wanted), b.sum(value, gone) if gone else value


def _pair(
    b: Builder, one: str, x: SSAValue, other: str, y: SSAValue, wanted: str, result: str, sizes: Mapping[str, int]
) -> tuple[str, SSAValue]:
    """The product of two terms, summed over letters that nothing else wants."""
    one, x = _summed(b, one, x, other + wanted)
    other, y = _summed(b, other, y, one + wanted)
    batch = [l for l in one if l in other and l in wanted]
    summed = [l for l in one if l in other and l not in wanted]
    rows, columns = [l for l in one if l not in other], [l for l in other if l not in one]
    order = [l for l in result if l in one + other]
    if not summed:  # no sum: an elementwise product
        return _product(b, one, x, other, y, batch + rows + columns)
    if len(order) == len(batch + rows + columns) and max(map(len, (rows, columns, summed))) <= 1 and len(batch) <= 2:
        if order and order[-1] in rows:
            one, x, other, y = other, y, one, x
        if not order or order[-1] not in batch:
            return "".join(order), b.op(ContractOp, x, y, equation=f"{one},{other}->{''.join(order)}")
    return _as_matrices(b, one, x, other, y, (batch, rows, summed, columns), sizes)


def _product(b: Builder, one: str, x: SSAValue, other: str, y: SSAValue, order: Sequence[str]) -> tuple[str, SSAValue]:
    def spread(term: str, value: SSAValue) -> SSAValue:
        inner = [l for l in order if l in term]
        value = b.transpose(value, [term.index(l) for l in inner])
        sizes = dict(zip(inner, shape_of(value), strict=True))
        return b.reshape(value, [sizes.get(l, 1) for l in order])

    return "".join(order), b.mul(spread(one, x), spread(other, y))


def _as_matrices(
    b: Builder, one: str, x: SSAValue, other: str, y: SSAValue, roles: tuple[list[str], ...], sizes: Mapping[str, int]
) -> tuple[str, SSAValue]:
    """A batched product of matrices whose rows, columns and sums are each several letters."""
    batch, rows, summed, columns = roles
    count = lambda letters: prod(sizes[l] for l in letters)  # noqa: E731
    left = b.transpose(x, [one.index(l) for l in batch + rows + summed])
    right = b.transpose(y, [other.index(l) for l in batch + summed + columns])
    left = b.reshape(left, [count(batch), count(rows), count(summed)])
    right = b.reshape(right, [count(batch), count(summed), count(columns)])
    made = b.op(ContractOp, left, right, equation="bmk,bkn->bmn")
    order = batch + rows + columns
    return "".join(order), b.reshape(made, [sizes[l] for l in order])
