"""Iteration spaces cut into boxes: a choice by index (concat, pad, roll) is made between loops and not in them.

`within` asks whether an index lies in a range; where the bounds of the loop variables decide it, the choice costs
nothing. So the space is cut where the answer changes: a concat becomes one nest per operand, a pad an inner nest and
its borders.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod

from pcc.dialects.index import Atom, Expr, Mod, Var, expr
from pcc.dialects.pd.reduction import Reduction
from pcc.dialects.scalars import Range
from pcc.passes.loops.recorder import Recorder

BODIES = 4096  # operations and loads of all boxes' bodies together: how much code cutting may make
VECTORS = 4  # vectors that a piece of the last axis must have, else lanes choose


@dataclass(frozen=True)
class Box:
    """The part lows[d] <= index[d] < lows[d] + extents[d] of an iteration space."""

    lows: tuple[int, ...]
    extents: tuple[int, ...]

    @staticmethod
    def whole(shape: Sequence[int]) -> Box:
        return Box((0,) * len(shape), tuple(shape))

    def variables(self) -> list[Var]:
        """A loop variable from zero for every axis that has more than one index."""
        return [Var(f"i{d}", e) for d, e in enumerate(self.extents) if e != 1]

    def index(self) -> list[Expr]:
        """The index in the whole space."""
        sizes = enumerate(zip(self.lows, self.extents, strict=True))
        return [expr(Var(f"i{d}", e)) + low if e != 1 else Expr((), low) for d, (low, e) in sizes]

    def cut(self, axis: int, at: int) -> tuple[Box, Box]:
        """The parts before and from `at`, counted from the box's low."""
        put = lambda old, new: (*old[:axis], new, *old[axis + 1 :])  # noqa: E731
        first = Box(self.lows, put(self.extents, at))
        return first, Box(put(self.lows, self.lows[axis] + at), put(self.extents, self.extents[axis] - at))


def boxes(shape: Sequence[int], record: Callable[[Box], Recorder], lanes: int) -> list[tuple[Box, Recorder]]:
    """The boxes to make nests for, recorded; the whole space if cutting gains nothing or makes too much code.

    `record` is a dry run over one box.
    """
    whole = (Box.whole(shape), record(Box.whole(shape)))
    made, pending, code = list[tuple[Box, Recorder]](), [whole], 0
    while pending:
        box, recorder = pending.pop()
        if any(isinstance(op, Reduction) for op, _, _ in recorder.folds):
            return [whole]
        place = _place(box, recorder, lanes)
        if place is not None:
            pending += [(part, record(part)) for part in reversed(box.cut(*place))]
            continue
        made.append((box, recorder))
        code += recorder.operations + len(recorder.loads) + 1
        if code > BODIES and len(made) > 1:
            return [whole]
    return made


def _place(box: Box, recorder: Recorder, lanes: int) -> tuple[int, int] | None:
    """The axis to cut first and where, or None."""
    last = max((d for d, e in enumerate(box.extents) if e != 1), default=0)
    inner = prod(box.extents[last:])
    for axis, extent in enumerate(box.extents):
        least = VECTORS * lanes if axis == last and prod(box.extents) > inner else 1
        var = Var(f"i{axis}", extent)
        for at in _changes(var, recorder):
            if least <= at <= extent - least and _keeps_divisions(var, recorder):
                return axis, at
    return None


def _changes(var: Var, recorder: Recorder) -> list[int]:
    """Where along a variable an undecided question gets an answer, or a remainder starts anew."""
    found = [at for asked in recorder.ranges for at in _answers(var, asked)]
    for _, offset in recorder.loads:
        found += [at for atom in offset.atoms() for at in _wraps(var, atom)]
    return found


def _answers(var: Var, asked: Range) -> list[int]:
    """The ends of the part of the variable in which the answer is surely yes."""
    e, low, high = asked
    step = e.coefficient(var)
    if not step or not e.is_linear_in(var):
        return []
    least, most = (e - expr(var) * step).bounds
    if step < 0:
        least, most, low, high, step = -most, -least, 1 - high, 1 - low, -step
    first, end = -((least - low) // step), (high - 1 - most) // step + 1
    return [first, end] if first < end else []


def _wraps(var: Var, atom: Atom) -> list[int]:
    """The one place where (var + constant) % n passes a multiple of n."""
    if not isinstance(atom, Mod) or atom.inner.coefficient(var) != 1 or len(atom.inner.terms) != 1:
        return []
    start = atom.inner.constant
    at = (start // atom.by + 1) * atom.by - start
    return [at] if start % atom.by and var.extent <= atom.by else []


def _keeps_divisions(var: Var, recorder: Recorder) -> bool:
    """Whether no other division of the variable would lose its alignment by a cut."""
    divided = [
        atom
        for _, offset in recorder.loads
        for atom in offset.atoms()
        if not isinstance(atom, Var) and var in atom.inner.variables
    ]
    return all(_wraps(var, atom) for atom in divided)
