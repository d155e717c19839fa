"""What two programs must share to compute the same: ops, attributes, types and data flow; not names, not locations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from xdsl.ir import Attribute, Block, Operation, SSAValue

Row = tuple[Any, ...]  # of strings, numbers and rows


def canonical_text(block: Block) -> str:
    """Equal for two blocks exactly if they compute the same; the same in every process."""
    return repr(tuple(_rows(block, {})))


def _rows(block: Block, numbers: dict[SSAValue, int]) -> Iterator[Row]:
    for argument in block.args:
        numbers[argument] = len(numbers)
        yield (_text(argument.type),)
    for op in block.ops:
        inside = tuple(row for region in op.regions for inner in region.blocks for row in _rows(inner, numbers))
        operands = tuple([numbers[operand] for operand in op.operands])
        yield (op.name, operands, _properties(op), tuple([_text(r.type) for r in op.results]), inside)
        for result in op.results:
            numbers[result] = len(numbers)


def _properties(op: Operation) -> Row:
    return tuple(sorted([(name, _text(a)) for held in (op.properties, op.attributes) for name, a in held.items()]))


@lru_cache(4096)
def _text(attribute: Attribute) -> str:
    return str(attribute)
