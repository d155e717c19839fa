"""What two programs must share to compute the same: ops, attributes, types and data flow; not names, not locations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from xdsl.ir import Attribute, Block, Operation, SSAValue

Row = tuple[Any, ...]


def structure(block: Block) -> Row:
    """Equal for two blocks exactly if they compute the same."""
    return tuple(_rows(block, {}))


def _rows(block: Block, numbers: dict[SSAValue, int]) -> Iterator[Row]:
    for argument in block.args:
        numbers[argument] = len(numbers)
        yield (argument.type,)
    for op in block.ops:
        inside = tuple(row for region in op.regions for inner in region.blocks for row in _rows(inner, numbers))
        operands = tuple(numbers[operand] for operand in op.operands)
        yield (op.name, operands, _sorted(op), tuple(op.result_types), inside)
        for result in op.results:
            numbers[result] = len(numbers)


def _sorted(op: Operation) -> Row:
    return tuple(sorted((*op.properties.items(), *op.attributes.items()), key=lambda item: item[0]))


def canonical_text(block: Block) -> str:
    """`structure` as text, the same in every process."""
    return _shown(structure(block))


def _shown(part: Any) -> str:
    if isinstance(part, tuple):
        return f"({','.join(map(_shown, part))})"  # type: ignore[arg-type]
    return _attribute(part) if isinstance(part, Attribute) else str(part)


@lru_cache(4096)
def _attribute(attribute: Attribute) -> str:
    return str(attribute)
