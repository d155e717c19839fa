"""Boxes: they tile the space, and every choice that a cut decides is gone in them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from xdsl.dialects.builtin import f32

from pcc.dialects.index import Expr
from pcc.passes.loops.box import Box, boxes
from pcc.passes.loops.recorder import Noted, Recorder


def asked(*questions: tuple[int, int, int, int]) -> object:
    """A dry run that asks whether low <= step * index[axis] < high, for every (axis, step, low, high)."""

    def record(box: Box) -> Recorder:
        recorder, none = Recorder(), lambda: Noted(f32)
        for axis, step, low, high in questions:
            recorder.within([(box.index()[axis] * step, low, high)], none, none)
        return recorder

    return record


def covered(shape: Sequence[int], parts: Sequence[Box]) -> np.ndarray:
    """How many boxes hold each index."""
    count = np.zeros(shape, int)
    for part in parts:
        count[tuple(slice(low, low + e) for low, e in zip(part.lows, part.extents, strict=True))] += 1
    return count


@pytest.mark.parametrize(
    ("questions", "number"),
    [
        ([], 1),
        ([(0, 1, 0, 3)], 2),
        ([(0, 1, 2, 5)], 3),
        ([(0, 1, 2, 5), (1, 1, 1, 9)], 9),
        ([(0, 2, 3, 9)], 3),
        ([(0, -1, -4, 0)], 3),
        ([(2, 1, 0, 3)], 1),  # too narrow for vectors: lanes choose
        ([(2, 1, 0, 32)], 2),
        ([(0, 1, 0, 7)], 1),
    ],
)
def test_boxes_tile_the_space_and_decide(questions: list[tuple[int, int, int, int]], number: int) -> None:
    shape = (7, 10, 64)
    record = asked(*questions)
    parts = [box for box, _ in boxes(shape, record, lanes=8)]  # type: ignore[arg-type]
    assert len(parts) == number
    assert (covered(shape, parts) == 1).all()
    wide = [q for q in questions if q[0] != 2 or q[3] % 32 == 0]
    assert all(not asked(*wide)(part).ranges for part in parts)  # type: ignore[operator]


def test_rolled_axis_is_cut_where_it_wraps() -> None:
    def record(box: Box) -> Recorder:
        recorder = Recorder()
        recorder.loads.append((None, (box.index()[0] + 2) % 7 * 10 + box.index()[1]))  # type: ignore[arg-type]
        return recorder

    parts = boxes((7, 10), record, lanes=4)
    assert [box.extents[0] for box, _ in parts] == [5, 2]


def test_index_of_a_single_element_is_constant() -> None:
    assert Box((3, 0), (1, 4)).index()[0] == Expr((), 3)
