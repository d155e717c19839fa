"""Fourier transforms along an axis: calls of the routine, which reads its operands where they are."""

from __future__ import annotations

import struct
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import prod
from typing import ClassVar

from xdsl.dialects.builtin import f64
from xdsl.ir import Operation, SSAValue

from pcc.dialects.index import Var
from pcc.dialects.kernel import LaunchOp, RoutineOp
from pcc.dialects.pd.base import PdOp, dtype_of, py, shape_of, size_of
from pcc.dialects.pd.fourier_lines import DftPairsOp, factors
from pcc.dialects.relation import letters
from pcc.passes.kinds.base import Kind, Program
from pcc.passes.kinds.contraction import Strides, strides_of


@dataclass(frozen=True)
class Lines:
    """The lines of a tensor along an axis: `groups` times `width`, with strides of an operand."""

    groups: int
    width: int
    group: int
    across: int
    along: int


def lines_of(shape: Sequence[int], axis: int, strides: Sequence[int], turned: bool) -> Lines | None:
    """Side by side are the places of all later axes, or of all earlier ones if there are none, or of the one before a
    turned axis; None if these axes do not step as one.
    """
    earlier, later = list(range(axis)), list(range(axis + 1, len(shape)))
    if turned:
        later = [earlier.pop()]
    inner = prod(shape[d] for d in later)
    steps = [_one_step(shape, strides, axes) for axes in (earlier, later)]
    if steps[0] is None or steps[1] is None:
        return None
    outer = prod(shape[d] for d in earlier)
    if inner == 1 and not turned:
        return Lines(1, outer, 0, steps[0], strides[axis])
    return Lines(outer, inner, steps[0], steps[1], strides[axis])


def _one_step(shape: Sequence[int], strides: Sequence[int], axes: Sequence[int]) -> int | None:
    """The stride of several axes as one."""
    there = [d for d in axes if shape[d] != 1]
    if any(strides[a] != strides[b] * shape[b] for a, b in pairwise(there)):
        return None
    return strides[there[-1]] if there else 0


class FourierKind(Kind):
    """One transform per launch, with the views that its operands are read through."""

    name: ClassVar[str] = "fourier"

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        if not isinstance(op, DftPairsOp):
            return False
        made = (table.owner for table in (op.cosine, op.sine))
        apart = not any(isinstance(owner, Operation) and owner in through for owner in made)
        return apart and self._read(op, through) is not None

    @staticmethod
    def _read(op: DftPairsOp, through: Container[Operation] | None = None) -> tuple[list[Strides], Lines] | None:
        """How the parts are read, if alike."""
        shape, axis = shape_of(op.real), int(py(op.axis))
        names = letters(len(shape))
        variables: Mapping[str, Var] = {n: Var(n, e) for n, e in zip(names, shape, strict=True)}
        parts = [op.real] if op.imag is None else [op.real, op.imag]
        found = [strides_of(part, tuple((n,) for n in names), variables, through) for part in parts]
        there = [strides for strides in found if strides is not None]
        lines = [lines_of(shape, axis, [strides.of[n] for n in names], bool(py(op.turned))) for strides in there]
        if len(there) < len(parts) or lines[0] is None or lines[0] != lines[-1]:
            return None
        return there, lines[0]

    def call(
        self, launch: LaunchOp, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], program: Program
    ) -> Sequence[Operation]:
        op = next(o for o in launch.body.block.ops if isinstance(o, DftPairsOp))
        place: dict[SSAValue, SSAValue] = dict(zip(launch.body.block.args, inputs, strict=True))
        if not size_of(op.out):
            return []
        read = self._read(op)
        shape, (axis, n, count) = shape_of(op.out), op.place()
        strides = {d: prod(shape[place + 1 :]) for place, d in enumerate(op.order())}
        extents = [count if d == axis else e for d, e in enumerate(shape_of(op.real))]
        out = lines_of(extents, axis, [strides[d] for d in range(len(extents))], bool(py(op.turned)))
        assert read is not None
        assert out is not None
        parts, lines = read
        fields = {"n": n, "given": shape_of(op.real)[axis], "count": count, "parts": shape[-1]}
        fields |= {"groups": lines.groups, "width": lines.width, "inverse": int(py(op.sign) == 1)}
        fields["plan"] = sum(radix << 4 * place for place, radix in enumerate(factors(n)))
        fields["scale"] = struct.unpack("q", struct.pack("d", py(op.scale)))[0]
        for name, of in (("in", lines), ("out", out)):
            fields |= {f"{name}_group": of.group, f"{name}_across": of.across, f"{name}_along": of.along}
        pointers = {"cosine": place[op.cosine], "sine": place[op.sine], "out": outputs[0]}
        for name, part in zip(("real", "imag"), parts, strict=False):
            pointers[name] = place[part.memory]
            fields[f"{name}_offset"] = part.offset
        return [RoutineOp.call(f"pcc_dft_{'f64' if dtype_of(op.real) == f64 else 'f32'}", fields, pointers)]
