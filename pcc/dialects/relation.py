"""How the indices of an op's results relate to those of its operands, in einsum letters.

`"b m k, b k n -> b m n"`: a letter names one loop index; a letter on the operands only is summed (or otherwise
reduced). `1` is a dimension of extent one that broadcasts, `(h d)` one dimension made of two letters (major
first), `_` a dimension whose indices follow no rule. Marks say what a letter is beyond parallel.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Mark(Enum):
    """What is special about a letter (unmarked: parallel, slicing it slices the result)."""

    SUMMED = "summed"  # reduced away
    WHOLE = "whole"  # the op needs all of it at once: sort, cumsum, softmax
    WINDOWED = "windowed"  # neighbours are read too: convolution, pooling
    GATHERED = "gathered"  # addressed by data


Dim = tuple[str, ...]  # letters of one dimension: () for `1`, ("_",) for unrelated, two or more when merged


@dataclass(frozen=True)
class Relation:
    """Letters per dimension of every operand and result, and the marks of special letters."""

    operands: tuple[tuple[Dim, ...], ...]
    results: tuple[tuple[Dim, ...], ...]
    marks: dict[str, Mark] = field(default_factory=dict[str, Mark])

    @staticmethod
    def parse(text: str, **marks: Mark) -> Relation:
        """`Relation.parse("b i, i -> b i", i=Mark.WHOLE)`; letters missing from the results are summed."""
        left, right = text.split("->")
        operands, results = (tuple(_dims(part) for part in side.split(",")) for side in (left, right))
        there = {letter for dims in results for dim in dims for letter in dim}
        summed = {l: Mark.SUMMED for dims in operands for dim in dims for l in dim if l not in there and l != "_"}
        return Relation(operands, results, summed | marks)

    def parallel(self) -> frozenset[str]:
        """Letters without a mark: slicing one slices operands and results alike."""
        letters = {l for dims in (*self.operands, *self.results) for dim in dims for l in dim}
        return frozenset(letters - self.marks.keys() - {"_"})

    def __str__(self) -> str:
        side = lambda group: ", ".join(" ".join(map(_dim_text, dims)) for dims in group)  # noqa: E731
        return f"{side(self.operands)} -> {side(self.results)}"


def letters(count: int, skip: str = "") -> list[str]:
    """The first `count` letters a, b, c, ... (aa, ab, ... after z), none of them in `skip`."""
    names: list[str] = []
    number = 0
    while len(names) < count:
        head, tail = divmod(number, 26)
        name = (chr(96 + head) if head else "") + chr(97 + tail)
        names += [] if name in skip.split() else [name]
        number += 1
    return names


def elementwise(operands: list[tuple[int, ...]], result: tuple[int, ...], results: int = 1) -> Relation:
    """Broadcasting: every result dimension is a letter; an operand's extent-1 dimension is `1`."""
    names = letters(len(result))
    dims: list[tuple[Dim, ...]] = []
    for shape in operands:
        tail = names[len(result) - len(shape) :]
        whole = result[len(result) - len(shape) :]
        dims.append(tuple(() if e == 1 and w != 1 else (n,) for n, e, w in zip(tail, shape, whole, strict=True)))
    return Relation(tuple(dims), (tuple((n,) for n in names),) * results)


def _dims(text: str) -> tuple[Dim, ...]:
    dims: list[Dim] = []
    inside: list[str] | None = None
    for token in text.replace("(", " ( ").replace(")", " ) ").split():
        if token == "(":
            inside = []
        elif token == ")":
            dims.append(tuple(inside or ()))
            inside = None
        elif inside is not None:
            inside.append(token)
        else:
            dims.append(() if token == "1" else (token,))
    return tuple(dims)


def _dim_text(dim: Dim) -> str:
    return "1" if not dim else dim[0] if len(dim) == 1 else f"({' '.join(dim)})"
