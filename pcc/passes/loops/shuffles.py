"""Vectors zipped in registers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from xdsl.dialects import vector
from xdsl.dialects.builtin import DenseArrayBase, i64
from xdsl.ir import Attribute

from pcc.passes.loops.scopes import Scalar

if TYPE_CHECKING:
    from pcc.passes.loops.emitter import Emitter


def zipped(k: Emitter, rows: Sequence[Scalar]) -> list[Scalar]:
    """Vectors of rows[0][0], rows[1][0], ..., rows[0][1], rows[1][1], ...; as many as there are rows."""
    n, lanes = len(rows), rows[0].lanes
    if n & (n - 1) == 0:
        return zip_halves(k, rows)
    parts: list[Scalar] = []
    for j in range(n):
        places = [divmod(j * lanes + lane, n) for lane in range(lanes)]
        part = rows[0]
        for number, row in enumerate(rows):
            order = [lanes + at if which == number else lane for lane, (at, which) in enumerate(places)]
            part = shuffle(k, part, row, order)
        parts.append(part)
    return parts


def zip_halves(k: Emitter, rows: Sequence[Scalar]) -> list[Scalar]:
    """The same for 2^m rows, by m rounds of zipping one half of the rows with the other."""
    lanes, half = rows[0].lanes, len(rows) // 2
    low = [lane for i in range(lanes // 2) for lane in (i, lanes + i)]
    for _ in range(len(rows).bit_length() - 1):
        pairs = [(rows[i], rows[i + half]) for i in range(half)]
        rows = [shuffle(k, a, b, [lane + shift for lane in low]) for a, b in pairs for shift in (0, lanes // 2)]
    return list(rows)


def shuffle(k: Emitter, a: Scalar, b: Scalar, order: Sequence[int]) -> Scalar:
    """Lane l is lane order[l] of a and b laid end to end."""
    return k.emit(vector.ShuffleOp, [a, b], a.dtype, a.lanes, {"mask": order_of(tuple(order))})


@lru_cache(4096)
def order_of(lanes: tuple[int, ...]) -> Attribute:
    """Lane numbers as an attribute."""
    return DenseArrayBase.from_list(i64, lanes)
