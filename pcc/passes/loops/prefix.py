"""The combination of all lanes up to each of a vector's."""

from __future__ import annotations

from collections.abc import Sequence

from pcc.dialects.pd.running import Scan
from pcc.passes.loops.emitter import Emitter, Scalar
from pcc.passes.loops.shuffles import shuffle


def up_to_each_lane(k: Emitter, op: Scan, values: Sequence[Scalar]) -> Sequence[Scalar]:
    """Lane l combined with all before it: of each lane with the one 1, 2, 4, ... before, if there is one.

    Shifting in neutral elements instead would be vexpandps, which takes three times as long on Zen 5.
    """
    lanes, by = k.lanes, 1
    while by < lanes:
        order = [(lane - by) % lanes for lane in range(lanes)]
        joint = op.combine(k, [shuffle(k, v, v, order) for v in values], values)
        first = k.lanes_mask(by)
        values, by = [k.select(first, v, j) for v, j in zip(values, joint, strict=True)], 2 * by
    return values
