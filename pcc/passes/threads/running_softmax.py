"""Softmax of rows whose elements come tile by tile (Milakov, Gimelshein 2018)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from math import inf

from pcc.passes.loops.emitter import Scalar
from pcc.passes.loops.fold import lanes
from pcc.passes.threads.emitter import ThreadEmitter

Join = Callable[[Scalar, Scalar], Scalar]


@dataclass(frozen=True)
class RunningSoftmax:
    """Of each of a thread's rows so far: the largest logit, and the sum of the weights relative to it.

    A row is shared by `team` threads, neighbours in a warp.
    """

    team: int
    most: Sequence[Scalar]
    total: Sequence[Scalar]

    def step(
        self, k: ThreadEmitter, logits: Sequence[Sequence[Scalar]]
    ) -> tuple[RunningSoftmax, list[Scalar], list[list[Scalar]]]:
        """With more of each row; by what the sums so far are scaled, and the weights of what is new."""
        most = [k.max(m, self._across(k, z, k.max)) for m, z in zip(self.most, logits, strict=True)]
        shift = [k.select(k.compare("eq", m, -inf), 0, m) for m in most]  # nothing so far has any weight
        scale = [k.math("exp", k.sub(old, s)) for old, s in zip(self.most, shift, strict=True)]
        weights = [[k.math("exp", k.sub(z, s)) for z in row] for row, s in zip(logits, shift, strict=True)]
        total = [
            k.add(k.mul(t, a), self._across(k, row, k.add))
            for t, a, row in zip(self.total, scale, weights, strict=True)
        ]
        return RunningSoftmax(self.team, most, total), scale, weights

    def _across(self, k: ThreadEmitter, row: Sequence[Scalar], join: Join) -> Scalar:
        """All of a row together, in every thread of its team."""
        found, by = reduce(join, [part for x in row for part in apart(k, x)]), self.team // 2
        while by:
            found, by = join(found, k.shuffled(found, by)), by // 2
        return found


def apart(k: ThreadEmitter, x: Scalar) -> list[Scalar]:
    """The lanes of a vector."""
    return [lanes(k, x, lane, 1) for lane in range(x.lanes)] if x.lanes else [x]
