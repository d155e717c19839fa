"""Which loops a fused kernel's nest has, in which order, and which one is vectorised: by a dry run of its body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, Var, linear
from pcc.dialects.pd.base import bit_width, dtype_of, shape_of, size_of
from pcc.passes.cost import Cost
from pcc.passes.loops import interleave
from pcc.passes.loops.abreast import Abreast, abreast_of
from pcc.passes.loops.box import Box
from pcc.passes.loops.domain import Domain
from pcc.passes.loops.fold import contiguous
from pcc.passes.loops.interleave import interleaved
from pcc.passes.loops.panels import WIDE as WIDE_PANELS
from pcc.passes.loops.panels import Panels, panels_of
from pcc.passes.loops.recorder import Recorder
from pcc.passes.loops.slide import Slide, slide_of
from pcc.passes.loops.transpose import tile_variable, tiled_reads

SERIAL_NS = 30_000  # a kernel cheaper than this is not worth waking a thread for
ROW = 16384  # elements of the longest row that is kept between inner loops
WIDE = {4: 16, 16: 4}  # operations of a loop's body up to which it is made wide; how many vectors at once, at most
MANY_PARTS = 16  # of a parallel loop


@dataclass
class Plan:
    """The nest's loops, outermost first; `vector` is one of them or None; `cost` estimates it in ns.

    `kept`: values whose rows are kept between inner loops. `serial`: a fold stands outside of all loops.
    `tiled`: the loop that is tiled with the vector loop, for the transposed `reads`. `wide`: so many vectors at once,
    as folds run inside of the vector loop with so little to do that these hide each other's latency. `narrow`: the
    last loop, written out with interleaved stores. `slide`: the loop, innermost, along which windows slide.
    `panels`: how the only fold goes through its rows, if not for each vector of results. `abreast`: how to go through
    rows far from each other.
    """

    domain: Domain
    outer: list[Var]
    inner: list[Var]
    vector: Var | None
    cost: float
    kept: list[SSAValue]
    serial: bool
    tiled: Var | None
    reads: list[Expr]
    wide: int
    narrow: Var | None
    slide: Slide | None
    panels: Panels | None
    abreast: Abreast | None


def whole_shape(outputs: Sequence[SSAValue]) -> tuple[int, ...]:
    """The iteration space: the shape of the largest output."""
    return shape_of(max(outputs, key=size_of))


def plan(outputs: Sequence[SSAValue], box: Box, recorder: Recorder) -> Plan:
    """Choose the loops over a box by what a dry run over the outputs' bodies recorded."""
    offsets = [o for _, o in recorder.loads] + recorder.indices + [i for _, index, _ in recorder.folds for i in index]
    offsets.append(linear(box.index(), whole_shape(outputs)))
    domain, held = arranged(recorder, box.variables(), offsets, interleave.WIDEST)
    if domain.variables and domain.variables[-1].extent <= interleave.WIDEST and not interleaved(recorder, domain):
        domain, held = arranged(recorder, box.variables(), offsets, 1)
    outer = [v for v in domain.variables if v in held or not recorder.folds]
    inner = [v for v in domain.variables if v not in outer]
    vector = _vector_variable(outer, inner, recorder, domain)
    if vector is not None and domain.accesses[-1].coefficient(vector) != 1:  # its stores are not side by side
        vector = None
    serial = any(not any(i.variables for i in index) for _, index, _ in recorder.folds)
    small = prod(v.extent for v in inner) <= ROW and vector in inner
    kept = recorder.repeated() if small and not serial else []
    cost = _cost(recorder, outer, inner, outputs)
    pair = interleaved(recorder, domain) if vector is not None else None
    if pair is not None:
        vector = pair[0]
        outer = [v for v in outer if v != pair[1]]
    tiled = tile_variable(vector, recorder, domain) if pair is None else None
    loads = domain.accesses[: len(recorder.loads)]
    reads = tiled_reads(loads, tiled, vector, domain.variables) if tiled and vector else []
    short = next((count for most, count in WIDE.items() if recorder.operations <= most), 1)
    wide = short if recorder.folds and vector in outer and tiled is None else 1
    narrow = pair[1] if pair is not None else None
    plain = not inner and tiled is None and pair is None
    slide = _sliding(recorder, domain, outer, vector, cost) if plain else None
    if slide is not None:
        outer = [*(v for v in outer if v != slide.along), slide.along]
    panels = panels_of(recorder, domain, outer, vector) if plain and vector and slide is None else None
    wide = wide if panels is None else WIDE_PANELS
    abreast = abreast_of(recorder, domain, outer, vector) if plain and not recorder.folds and slide is None else None
    return Plan(domain, outer, inner, vector, cost, kept, serial, tiled, reads, wide, narrow, slide, panels, abreast)


def _sliding(recorder: Recorder, domain: Domain, loops: Sequence[Var], vector: Var | None, cost: float) -> Slide | None:
    """The loop along which windows slide, if the loops around it and the vector loop feed all threads."""
    if vector is None:
        return None
    slide = slide_of(recorder, domain, [v for v in loops if v != vector], vector)
    if slide is None:
        return None
    around = prod(v.extent for v in loops if v not in (vector, slide.along))
    return slide if around >= MANY_PARTS or cost < SERIAL_NS else None


def arranged(
    recorder: Recorder, variables: Sequence[Var], accesses: Sequence[Expr], least: int
) -> tuple[Domain, set[Var]]:
    """The loops after splitting and merging, and those of them that a fold's result depends on."""
    domain = Domain.of(variables, accesses)
    domain.split(least)
    held = _held(recorder, domain)
    domain.merge(held)
    return domain, held


def _held(recorder: Recorder, domain: Domain) -> set[Var]:
    """Variables that a fold's result depends on: they stay outside of its loops."""
    read = {v for _, index, _ in recorder.folds for i in index for v in domain.original(i).variables}
    return read & set(domain.variables)


def _vector_variable(outer: list[Var], inner: list[Var], recorder: Recorder, domain: Domain) -> Var | None:
    last = domain.variables[-1] if domain.variables else None
    if last is None:
        return None
    if inner:
        return last
    summed = {v for _, _, reduced in recorder.folds for v in reduced}
    terms = [at for at, (_, offset) in enumerate(recorder.loads) if offset.variables & summed]
    along = any(contiguous(v[-1], [recorder.loads[at][1] for at in terms]) for _, _, v in recorder.folds if v)
    if along and not contiguous(last, [domain.accesses[at] for at in terms]):
        return None
    return last


def _cost(recorder: Recorder, outer: Sequence[Var], inner: Sequence[Var], outputs: Sequence[SSAValue]) -> float:
    """Estimated ns on one core."""
    reduced = max((prod(v.extent for v in r) for _, _, r in recorder.folds), default=1)
    elements = prod(v.extent for v in outer) * max(prod(v.extent for v in inner), reduced)
    traffic = sum(bit_width(dtype_of(m)) / 8 for m in (*(m for m, _ in recorder.loads), *outputs))
    return (Cost(traffic, recorder.operations, recorder.expensive) * elements).ns
